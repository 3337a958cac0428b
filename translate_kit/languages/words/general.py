"""Words that no term holds: those of grammar, and those that any text is full of."""

from functools import cache
from pathlib import Path

from translate_kit.files import read_table

_DATA = Path(__file__).parents[1] / "data" / "general_words.csv"


@cache
def general_words(language: str) -> frozenset[str]:
    """The words of a language in small letters; none where the table has none."""
    columns = ("language", "words", "note")
    return frozenset(
        word
        for row in read_table(_DATA, required=columns[:2], known=columns)
        if row.cells["language"] == language
        for word in row.cells["words"].casefold().split()
    )
