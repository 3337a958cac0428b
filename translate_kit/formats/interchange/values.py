"""The values that go into an XLIFF file, and those that come back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from translate_kit.model import InlineTag, Pair, Severity, Span

VERSIONS = ("2.1", "1.2")


class MarkKind(Enum):
    """Whether a tag opens, closes, or stands by itself."""

    OPEN = auto()
    CLOSE = auto()
    POINT = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A tag, or one end of it, before the character number ``at`` of a segment."""

    id: str
    at: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the memory has for the sentence; ``quality`` 0 to 100, 100 for its very words."""

    source: str
    target: str
    quality: float


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding for the reviewer."""

    severity: Severity
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence: where it stands in the texts of its unit, and what is known of it.

    ``origin`` says where the words come from: person, memory, copy, engine, or none where it still
    stands in the source language.
    """

    source: Span
    target: Span
    origin: str
    candidates: tuple[Candidate, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def translated(self) -> bool:
        """Whether there is a translation to offer."""
        return self.origin != "none"


@dataclass(frozen=True, slots=True)
class Unit:
    """A block of the document in both languages, with its sentences in reading order.

    ``number`` is its own in the document, from 1.
    """

    number: int
    name: str
    where: str
    source: str
    source_tags: tuple[InlineTag, ...]
    target: str
    target_tags: tuple[InlineTag, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A whole file: ``original`` is the path of the document, seen from the XLIFF file.

    ``columns`` are those that were chosen of a table.
    """

    original: str
    sha256: str
    pair: Pair
    units: Sequence[Unit]
    columns: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ReturnedSegment:
    """A sentence as it came back; ``unit`` and ``number`` count from 1.

    ``target`` is None or blank where there is none; ``approved`` where a state says that somebody
    has read it; ``line`` is its line in the file.
    """

    unit: int
    number: int
    source: str
    target: str | None
    marks: tuple[Mark, ...]
    approved: bool
    line: int


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back; ``sha256`` and ``columns`` are empty where a tool has lost them."""

    original: str
    sha256: str
    pair: Pair
    segments: tuple[ReturnedSegment, ...]
    columns: tuple[str, ...] = ()


def placed_marks(tags: Iterable[InlineTag], spans: Sequence[Span]) -> list[list[Mark]]:
    """The ends of the tags in each of these stretches of their text.

    A paired tag opens in the first stretch that it touches and closes in the last; what lies
    between the stretches only is left out.
    """
    found: list[list[Mark]] = [[] for _span in spans]
    for tag in tags:
        for place, mark in _ends(tag, spans):
            found[place].append(mark)
    return found


def _ends(tag: InlineTag, spans: Sequence[Span]) -> Iterator[tuple[int, Mark]]:
    start, end = tag.span.start, tag.span.end
    if start == end:
        touched = [n for n, span in enumerate(spans) if span.start <= start <= span.end][:1]
    else:
        touched = [n for n, span in enumerate(spans) if span.start < end and start < span.end]
    if not touched:
        return
    first, last = spans[touched[0]], spans[touched[-1]]
    at = max(start, first.start) - first.start
    if not tag.paired:
        yield touched[0], Mark(tag.id, at, MarkKind.POINT)
        return
    yield touched[0], Mark(tag.id, at, MarkKind.OPEN)
    yield touched[-1], Mark(tag.id, min(end, last.end) - last.start, MarkKind.CLOSE)
