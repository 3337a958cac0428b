"""The values that checks work with: a pair of texts, and what a check remarks on it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from translate_kit.checks.knowledge import Knowledge
from translate_kit.languages.numbers import Difference, compare
from translate_kit.model import LANGUAGES, Pair, Span


@dataclass(frozen=True)
class Segment:
    """A source text and its translation: a sentence, a paragraph or a cell."""

    source: str
    target: str
    pair: Pair

    @property
    def ours(self) -> bool:
        """Whether both languages are of the five that we know numbers, dates and words of."""
        return self.pair.source in LANGUAGES and self.pair.target in LANGUAGES

    @cached_property
    def numbers(self) -> Difference:
        """How the two differ in the values of their numbers; read once for all checks."""
        if not self.ours:
            return Difference()
        return compare(self.source, self.pair.source, self.target, self.pair.target)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check has to say of a segment.

    ``span`` lies in the target, ``source_span`` in the source; either may be None. A remark that
    is not ``sure`` is one that right translations give cause for now and then: the table of
    severities has a column for each.
    """

    message: str
    span: Span | None = None
    source_span: Span | None = None
    sure: bool = True


Check = Callable[[Segment, Knowledge], Iterator[Remark]]
"""A check of one segment. Its docstring is its help: a line that names it, then what it does."""

DocumentCheck = Callable[[Sequence[Segment], Knowledge], Iterator[tuple[int, Remark]]]
"""A check across the segments of a document: each remark with the index of its segment."""
