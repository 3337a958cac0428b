"""The values of this room: a thing said in several ways, each of them, and each place."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from translate_kit.batch.passage import Passage
from translate_kit.model import Pair, Span


class Kind(StrEnum):
    """What is said in several ways."""

    TERM = "term"
    """A term of the glossary."""
    TEXT = "text"
    """A whole short text: a heading, a cell, a label."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place where the thing is said; ``span`` lies in the translation, None where no known term
    says it.

    ``rewritten`` is the translation as it should read, empty where it is right or nothing can be
    proposed; ``sure`` is False where a person must look at the form of the words put in.
    """

    passage: Passage
    source_span: Span
    span: Span | None
    rewritten: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way to say it: a term of the concept with its ``status``, a term of another concept
    without one, or the text itself.

    ``text`` is empty for the places that say it by no term of the glossary. A ``good`` rendering
    may stay: the wanted one, or an abbreviation that takes turns with it.
    """

    text: str
    status: str
    good: bool
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A term or a short text with its renderings, the most frequent first.

    ``concept`` is the id in the glossary, empty for a text. ``wanted`` is what to write, empty
    where a person must decide.
    """

    kind: Kind
    source: str
    concept: str
    pair: Pair
    wanted: str
    renderings: tuple[Rendering, ...]

    @property
    def to_mend(self) -> Iterator[tuple[Rendering, Use]]:
        """The places where something else should stand."""
        for rendering in self.renderings:
            if not rendering.good:
                yield from ((rendering, use) for use in rendering.uses)

    @property
    def places(self) -> int:
        """At how many places it is said."""
        return sum(len(rendering.uses) for rendering in self.renderings)
