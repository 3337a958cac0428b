"""A set of units that can be asked for the same words, the same sentence, something like it.

Every shelf answers with units, liberally; ``Memory`` looks at them closely. ``Table`` is the shelf
for the few thousand units of the tables, all of them in memory; ``store`` has the one on disk.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from rapidfuzz import fuzz, process

from translate_kit.memory.frame import Frame, folded
from translate_kit.memory.unit import Unit

NEAR = 50
"""How many units a shelf offers for a closer look."""
_FAR = 40
"""A similarity, 0 to 100, below which nobody would take a look."""
_DIGITS = re.compile(r"[0-9][0-9 ,.]*")


class Shelf(Protocol):
    """Where units are kept."""

    def __len__(self) -> int:
        """How many units there are."""

    def same(self, text: str, language: str) -> Sequence[Unit]:
        """The units whose text is these words."""

    def alike(self, asked: Frame, language: str) -> Sequence[Unit]:
        """The units that may have the same frame."""

    def near(self, text: str, language: str) -> Sequence[Unit]:
        """The units that may say something like it, at most ``NEAR``."""

    def holding(self, words: str, language: str | None) -> Iterator[Unit]:
        """The units that have the words in a text of ``language``, or of any; newest first."""


@dataclass(frozen=True)
class Table:
    """Units in memory, the first of equal ones going before."""

    units: tuple[Unit, ...]

    def __len__(self) -> int:
        return len(self.units)

    def same(self, text: str, language: str) -> Sequence[Unit]:
        return self._by_words.get((language, folded(text)), ())

    def alike(self, asked: Frame, language: str) -> Sequence[Unit]:
        return self.near(asked.text, language)

    def near(self, text: str, language: str) -> Sequence[Unit]:
        texts = self._without_digits(language)
        asked = _DIGITS.sub("0", folded(text))
        best = process.extract(asked, texts, scorer=fuzz.ratio, limit=NEAR, score_cutoff=_FAR)
        return [self.units[position] for _text, _score, position in best]

    def holding(self, words: str, language: str | None) -> Iterator[Unit]:
        wanted = folded(words).casefold()
        for unit in self.units:
            texts = unit.texts if language is None else {language: unit.texts.get(language, "")}
            if any(wanted in folded(text).casefold() for text in texts.values()):
                yield unit

    @cached_property
    def _by_words(self) -> dict[tuple[str, str], list[Unit]]:
        index: dict[tuple[str, str], list[Unit]] = {}
        for unit in self.units:
            for language, text in unit.texts.items():
                index.setdefault((language, folded(text)), []).append(unit)
        return index

    @cached_property
    def _digitless(self) -> dict[str, dict[int, str]]:
        return {}

    def _without_digits(self, language: str) -> dict[int, str]:
        """Position -> text with every number as 0, so that numbers hardly count."""
        if language not in self._digitless:
            self._digitless[language] = {
                position: _DIGITS.sub("0", folded(unit.texts[language]))
                for position, unit in enumerate(self.units)
                if language in unit.texts
            }
        return self._digitless[language]
