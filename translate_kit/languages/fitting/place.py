"""The values of this room: a place in a sentence, and the sentence with a term in it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from translate_kit.model import Span

Count: TypeAlias = Literal["singular", "plural"]


@dataclass(frozen=True, slots=True)
class Place:
    """The ``words`` that a term replaces (they may be none) and the sentence around them.

    ``number`` is that of the term in the source, where its language shows one.
    """

    before: str
    words: str
    after: str
    number: Count | None = None

    @classmethod
    def of(cls, text: str, span: Span, number: Count | None = None) -> "Place":
        """The place of ``span`` in ``text``."""
        return cls(text[: span.start], span.of(text), text[span.end :], number)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A sentence with the term in it: what stands before it now, its form, what follows.

    ``sure`` is False where another form may be right.
    """

    before: str
    term: str
    after: str
    sure: bool = True

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.before + self.term + self.after
