"""English and Russian terms with capitals too many, or without one that they need."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.glossary.store import Entry
from translate_kit.messages import _

_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = ("noun", "adjective", "verb")
_WORDS = Path(__file__).parents[2] / "languages" / "data" / "capital_words.csv"
_CLASS = re.compile(r"\w+ (?:[IVX]+|[A-Z]|\d+)\b")
"""Class I, Level 2: such words have a capital before their number."""


def check(examined: Examined) -> Iterator[Remark]:
    """Capitals.

    A term begins as it does inside a sentence: in lower case, unless it is a name, an abbreviation
    or a word from a name (Korean, Red Cross). A proper noun has a capital somewhere.
    """
    words = Counter(
        (entry.term.language, word)
        for entry in examined.approved("en", "ru")
        for word in _WORD.findall(entry.term.text)
    )
    for entry in examined.approved("en", "ru"):
        message = _message(entry, words)
        if message:
            yield of_term(entry.concept, entry.term, message)


def _message(entry: Entry, words: Mapping[tuple[str, str], int]) -> str:
    text, language = entry.term.text, entry.term.language
    if entry.concept.part_of_speech == "proper_noun":
        return _("a proper noun has a capital; or is it a common noun?") if text.islower() else ""
    first, *rest = _WORD.findall(text) or [""]
    small = first[:1].isupper() and first[1:].islower() and all(word.islower() for word in rest)
    if not small or entry.concept.part_of_speech not in _PLAIN or _CLASS.match(text):
        return ""
    capital = words[language, first] > 1 or (language, first) in _capital_words()
    if capital or not words.get((language, first.lower())):
        return ""  # it has its capital elsewhere too, or nobody knows it without
    message = _("“{word}” is written in lower case in other terms; is it a name here?")
    return message.format(word=first)


@cache
def _capital_words() -> frozenset[tuple[str, str]]:
    """(language, word) of words that have a capital although they are common nouns elsewhere."""
    rows = read_table(_WORDS, required=("language", "word"), known=("language", "word", "note"))
    return frozenset((row.cells["language"], row.cells["word"]) for row in rows)
