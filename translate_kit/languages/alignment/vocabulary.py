"""Everyday words of the five languages that mean the same: ``data/alignment_words.csv``.

A row is a meaning; a cell holds its words, parted by ``|``. In English and Russian a word that ends
in a hyphen is the beginning of all its forms (``visit-``). Elsewhere a word is found anywhere.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.model import LANGUAGES

_DATA = Path(__file__).parents[1] / "data" / "alignment_words.csv"
_SPACED = ("en", "ru")
_WORD = re.compile(r"\w[\w.'’-]*")
_SHORTEST_STEM = 2


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language: whole ``forms``, beginnings, and the pattern of the former."""

    forms: dict[str, set[int]]
    stems: dict[str, set[int]]
    pattern: re.Pattern[str]
    spaced: bool

    def meanings(self, sentence: str) -> set[int]:
        """The rows of the table of which a word stands in the sentence."""
        text = sentence.casefold()
        found: set[int] = set()
        for match in self.pattern.finditer(text):
            found |= self.forms[match.group()]
        if self.spaced:
            for match in _WORD.finditer(text):
                found |= self._of_word(match.group().rstrip(".'’"))
        return found

    def _of_word(self, word: str) -> set[int]:
        whole = self.forms.get(word, set())
        for length in range(len(word), _SHORTEST_STEM - 1, -1):
            if word[:length] in self.stems:
                return whole | self.stems[word[:length]]
        return whole


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language; none for one that the table has no column for."""
    forms: dict[str, set[int]] = {}
    stems: dict[str, set[int]] = {}
    spaced = language in _SPACED
    for number, words in enumerate(_column(language)):
        for word in words:
            if spaced and word.endswith("-"):
                stems.setdefault(word[:-1], set()).add(number)
            else:
                forms.setdefault(word, set()).add(number)
    anywhere = [form for form in forms if not spaced or " " in form]
    longest_first = sorted(anywhere, key=len, reverse=True)
    pattern = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return Vocabulary(forms, stems, re.compile(pattern), spaced)


def _column(language: str) -> list[list[str]]:
    if language not in LANGUAGES:
        return []
    rows = read_table(_DATA, required=LANGUAGES, known=(*LANGUAGES, "note"))
    return [
        [word.strip().casefold() for word in row.cells[language].split("|") if word.strip()]
        for row in rows
    ]
