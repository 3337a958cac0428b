"""Words that are no terms, but in which the characters of a term stand: 大学生, 采购|方案.

They stand in ``languages/data/covering_words.csv``. A word without a bar is taken as a whole, and
nothing within it is a term. The bar of 采购|方案 divides it, and no term stands on both sides:
采购方 is not found, and 采购 is. A Korean word may go on: 원하 covers 원하는 and 원하지.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.glossary.matching.folding import fold_term
from translate_kit.glossary.matching.match import Place
from translate_kit.glossary.matching.pattern import Pattern

_FILE = Path(__file__).parents[2] / "languages" / "data" / "covering_words.csv"
_COLUMNS = ("language", "word", "note")
_BAR = "|"


@dataclass(frozen=True, slots=True)
class Covering:
    """A covering word; ``cut`` are the characters before its bar, 0 where it has none."""

    pattern: Pattern
    cut: int

    @classmethod
    def of(cls, word: str, language: str) -> "Covering":
        """A row of the table."""
        before, bar, after = word.partition(_BAR)
        pattern = Pattern.of(before + after)
        if language == "ko":
            pattern = replace(pattern, ends=None)
        return cls(pattern, len(fold_term(before)) if bar else 0)

    def hides(self, place: Place, start: int) -> bool:
        """Whether no term is to be found at ``place``, where this word begins at ``start``.

        Places in the folded text. A term that holds the whole word and more is found.
        """
        first, last, end = place[0], -place[1], start + len(self.pattern.folded)
        if not self.cut:
            return start <= first and last <= end
        return first < start + self.cut < last and not (first <= start and end <= last)


def hidden(place: Place, words: Iterable[tuple[int, Covering]]) -> bool:
    """Whether any of the covering words, each with where it begins, hides a place."""
    return any(word.hides(place, start) for start, word in words)


@cache
def covering_words(language: str) -> tuple[Covering, ...]:
    """The covering words of a language."""
    rows = read_table(_FILE, required=_COLUMNS[:2], known=_COLUMNS)
    words = (row.cells["word"] for row in rows if row.cells["language"] == language)
    return tuple(Covering.of(word, language) for word in words)


@lru_cache(maxsize=4096)
def words_over(folded: str, language: str) -> tuple[Covering, ...]:
    """The covering words in which the whole of a folded spelling stands."""
    return tuple(each for each in covering_words(language) if folded in each.pattern.folded)
