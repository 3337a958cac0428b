"""Translation memory. For now the starter memory alone: five-way sentences of letters.

The memory answers only for exactly the same words; near matches are never passed off as done.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from translate_kit.files import Row, read_table
from translate_kit.model import LANGUAGES, TranslationUnit

COLUMNS = ("id", "letter_type", "register", *LANGUAGES)


@dataclass(frozen=True)
class Memory:
    """Translation units, the first of equal source texts winning."""

    units: tuple[TranslationUnit, ...]

    @classmethod
    def load(cls, files: Sequence[Path]) -> "Memory":
        """The units of TSV files with columns ``COLUMNS``; BadData where one is malformed."""
        return cls(tuple(unit for file in files for unit in read_units(file)))

    def exact(self, text: str, source: str, target: str) -> str | None:
        """The target text of the unit whose source text is exactly ``text``, or None.

        Width of letters and digits and white space at the ends make no difference.
        """
        unit = self._index.get((source, _folded(text)))
        return unit.texts.get(target) if unit else None

    @cached_property
    def _index(self) -> dict[tuple[str, str], TranslationUnit]:
        return {
            (language, _folded(text)): unit
            for unit in reversed(self.units)
            for language, text in unit.texts.items()
        }


def read_units(path: Path) -> Iterable[TranslationUnit]:
    """The units of one file; a sentence of Chinese and at least one other language each."""
    for row in read_table(path, required=("id", "zh"), known=COLUMNS):
        yield TranslationUnit(row.cells["id"], _texts(row), row.cells.get("letter_type", ""))


def _texts(row: Row) -> dict[str, str]:
    return {code: row.cells[code] for code in LANGUAGES if row.cells.get(code)}


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
