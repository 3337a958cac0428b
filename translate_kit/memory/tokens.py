"""The pieces of a text by which the database finds it: words, and pairs of Han, kana and Hangul.

Chinese and Japanese have no blanks between words, and Korean words have particles, so their
characters are taken two by two: 口罩 finds 医用口罩. The last character of a run stands alone too,
so that every single character begins some token. SQLite's own trigram index finds nothing for
words of two characters.
"""

import re
from collections.abc import Iterator

from translate_kit.memory.frame import folded

_PAIRED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_RUNS = re.compile(rf"(?P<paired>[{_PAIRED}]+)|[^\W_{_PAIRED}]+")
_LONGEST = 32
"""Characters of a word that count; what is longer is no word."""


def tokens(text: str, language: str) -> set[str]:
    """The tokens of a text, each with its language before it: ``zh口罩``, ``enmask``."""
    return {language + token for token in _tokens(evened(text))}


def evened(text: str) -> str:
    """A text as it is searched: widths, case and ё make no difference."""
    return folded(text).casefold().replace("ё", "е")


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The words and the runs of paired characters of an evened text; True for the latter."""
    for match in _RUNS.finditer(text):
        yield match.group(), match["paired"] is not None


def pairs(run: str) -> list[str]:
    """The pairs of a run of characters: 医用口罩 is 医用, 用口, 口罩."""
    return [run[start : start + 2] for start in range(len(run) - 1)]


def cut(word: str) -> str:
    """A word as the index has it."""
    return word[:_LONGEST]


def _tokens(text: str) -> Iterator[str]:
    for run, paired in runs(text):
        if paired:
            yield from pairs(run)
            yield run[-1]
        else:
            yield cut(run)
