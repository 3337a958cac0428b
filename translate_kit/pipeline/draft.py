"""A translation in the making: its text, and the alignment that every change of it keeps."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from translate_kit.model import Alignment, Link, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine gave for one sentence, and what has become of it since.

    ``alignment`` links the sentence that the engine was given to ``text``.
    """

    text: str
    alignment: Alignment = ()

    def replaced(self, span: Span, new: str, source: Span | None = None) -> "Draft":
        """The draft with other characters at ``span``.

        They are linked to ``source``, or to all that the old ones were linked to.
        """
        at = Span(span.start, span.start + len(new))
        old = [link.source for link in self.alignment if overlap(link.target, span)]
        links = [
            Link(link.source, shifted(link.target, span, len(new)))
            for link in self.alignment
            if not overlap(link.target, span)
        ]
        origin = source or hull(old)
        if origin and new:
            links.append(Link(origin, at))
        links.sort(key=lambda link: (link.target.start, link.target.end))
        text = self.text[: span.start] + new + self.text[span.end :]
        return replace(self, text=text, alignment=tuple(links))


def shifted(span: Span, changed: Span, length: int) -> Span:
    """Where ``span`` lies after the characters at ``changed`` became ``length`` others.

    What overlaps the change reaches to its ends.
    """
    delta = length - (changed.end - changed.start)
    if span.end <= changed.start:
        return span
    if span.start >= changed.end:
        return Span(span.start + delta, span.end + delta)
    return Span(min(span.start, changed.start), max(span.end, changed.end) + delta)


def overlap(one: Span, other: Span) -> bool:
    """Whether the two share a character."""
    return one.start < other.end and other.start < one.end


def hull(spans: Iterable[Span]) -> Span | None:
    """The smallest span that covers all; None for none."""
    all_spans = list(spans)
    if not all_spans:
        return None
    return Span(min(s.start for s in all_spans), max(s.end for s in all_spans))


def common_start(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
