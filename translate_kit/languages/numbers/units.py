"""What a number counts, read from the word after it or the currency sign before it.

Values alone don't show that two numbers of a sentence have changed places. Where both languages
say the kind of a quantity (sets, pairs, money, per cent ...), the kinds must agree.
"""

import re
from functools import cache
from pathlib import Path

from translate_kit.files import read_toml
from translate_kit.languages.money import words_after
from translate_kit.languages.numbers.number import Reading

_FILE = Path(__file__).parents[1] / "data" / "numbers_units.toml"
_SIGNS = "$€£¥￥"


def kind_of(text: str, reading: Reading, lang: str) -> str:
    """The kind of quantity of a reading of ``text``; empty where nothing near it says so."""
    if reading.start and text[reading.start - 1] in _SIGNS:
        return "money"
    found = _pattern(lang).match(text, reading.end)
    return str(found.lastgroup) if found else ""


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    """One group per kind, money by all words for currencies.

    人民币 is looked for before 人, so kinds with longer words come first.
    """
    kinds: dict[str, str | list[str]] = dict(read_toml(_FILE)[lang])
    ends = kinds.pop("ends")
    kinds["money"] = [*kinds["money"], *words_after(lang)]
    longest_first = sorted(kinds.items(), key=lambda item: -max(map(len, item[1])))
    choices = "|".join(f"(?P<{kind}>{_either(words)})" for kind, words in longest_first)
    return re.compile(rf"[多余餘여数]? ?(?:{choices}){ends}")


def _either(words: str | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
