"""A set of units that can be asked for the same words, the same sentence, something like it.

Every shelf answers with units, liberally; ``Memory`` looks at them closely. ``Table`` is the shelf
for the few thousand units of the tables, all of them in memory; ``store`` has the one on disk.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from rapidfuzz import fuzz, process

from translate_kit.memory.frame import Frame, folded
from translate_kit.memory.unit import Unit

NEAR = 25
"""How many units a shelf offers for a closer look."""
_FAR = 40
"""A similarity, 0 to 100, below which nobody would take a look."""
_DIGITS = re.compile(r"[0-9][0-9 ,.]*")


def digitless(text: str) -> str:
    """A text with every number as 0, so that numbers hardly count."""
    return _DIGITS.sub("0", folded(text))


def most_like(asked: str, texts: Mapping[int, str]) -> list[int]:
    """The keys of the ``digitless`` texts that are most like another, at most ``NEAR``."""
    best = process.extract(asked, texts, scorer=fuzz.ratio, limit=NEAR, score_cutoff=_FAR)
    return [key for _text, _score, key in best]


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
        return self._by_words(language).get(folded(text), ())

    def alike(self, asked: Frame, language: str) -> Sequence[Unit]:
        return self.near(asked.text, language)

    def near(self, text: str, language: str) -> Sequence[Unit]:
        best = most_like(digitless(text), self._digitless(language))
        return [self.units[position] for position in best]

    def holding(self, words: str, language: str | None) -> Iterator[Unit]:
        wanted = folded(words).casefold()
        for unit in self.units:
            texts = unit.texts if language is None else {language: unit.texts.get(language, "")}
            if any(wanted in folded(text).casefold() for text in texts.values()):
                yield unit

    def _by_words(self, language: str) -> dict[str, list[Unit]]:
        """Words -> the units that say them, of the units that have the language."""
        if language not in self._words:
            index = self._words[language] = {}
            for unit in self.units:
                if language in unit.texts:
                    index.setdefault(folded(unit.texts[language]), []).append(unit)
        return self._words[language]

    @cached_property
    def _words(self) -> dict[str, dict[str, list[Unit]]]:
        return {}

    @cached_property
    def _by_language(self) -> dict[str, dict[int, str]]:
        return {}

    def _digitless(self, language: str) -> dict[int, str]:
        """Position -> text without its numbers, of the units that have the language."""
        if language not in self._by_language:
            self._by_language[language] = {
                position: digitless(unit.texts[language])
                for position, unit in enumerate(self.units)
                if language in unit.texts
            }
        return self._by_language[language]
