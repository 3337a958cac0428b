"""Terms that are written alike once folded: one thing to look for, and what it says."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from translate_kit.glossary.concept import Concept, Term
from translate_kit.glossary.matching.covering import Covering
from translate_kit.glossary.matching.folding import Folded
from translate_kit.glossary.matching.pattern import Capitals, Pattern

Said: TypeAlias = tuple[Concept, Term, str]
"""A term of a concept, and its form in the capitals of the glossary."""


class _Reading(NamedTuple):
    capitals: Capitals
    said: Said | None


class Homographs:
    """All terms of one folded spelling (May, may), or a covering word.

    What most of them need not be asked at each place of a text is known from the start:
    ``anywhere`` is true where no place is wrong, ``is_word`` as in ``Pattern``, and ``said`` what
    they say wherever they stand, None where capitals decide (see ``said_at``).
    """

    __slots__ = (
        "_always",
        "_begins",
        "_ends",
        "_length",
        "_readings",
        "anywhere",
        "covering",
        "is_word",
        "said",
    )

    def __init__(self, pattern: Pattern, covering: Covering | None = None) -> None:
        """Without a term yet; ``pattern`` is any of theirs, because they share their edges."""
        self.covering = covering
        self._begins, self._ends = pattern.begins, pattern.ends
        self._length = len(pattern.folded)
        self.is_word = pattern.is_word
        self._readings: list[_Reading] = []
        self.said: Sequence[Said] | None = ()
        self._always = covering is not None
        self.anywhere = self._always and not (pattern.begins or pattern.ends)

    def add(self, pattern: Pattern, said: Said | None) -> None:
        """A term more, silent where ``said`` is None."""
        self._readings.append(_Reading(pattern.capitals, said))
        self._always = any(not reading.capitals.places for reading in self._readings)
        self.anywhere = self._always and not (pattern.begins or pattern.ends)
        alike = not any(reading.capitals.places for reading in self._readings)
        self.said = _said_by(self._readings) if alike else None

    @property
    def is_worth_finding(self) -> bool:
        """Whether they say something where they stand, or may cover what does.

        A single character that says nothing, such as a counter, covers nothing. A single letter of
        an alphabet is the symbol of a unit (N, newton), which means something beside a number only
        and is there in every second word.
        """
        if self._length > 1:
            return True
        return not self.is_word and any(reading.said for reading in self._readings)

    def stands(self, text: str, folded: Folded, start: int, end: int) -> bool:
        """Whether what was found at these places of ``folded``, of ``text``, is any of them."""
        if self._begins and not self._begins(folded.text, start):
            return False
        if self._ends and not self._ends(folded.text, end):
            return False
        return self._always or bool(self._standing(text, folded.span(start, end).start))

    def said_at(self, text: str, start: int) -> Sequence[Said]:
        """What their capitals say where they stand from ``start`` in a text, as written."""
        return _said_by(self._standing(text, start))

    def _standing(self, text: str, start: int) -> list[_Reading]:
        return [each for each in self._readings if each.capitals.stand_in(text, start)]


def _said_by(readings: Sequence[_Reading]) -> Sequence[Said]:
    return tuple(reading.said for reading in readings if reading.said)
