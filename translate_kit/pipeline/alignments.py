"""Alignments put together: over two legs, over the sentences of a text."""

from collections.abc import Iterable

from translate_kit.model import Alignment, Link, Span
from translate_kit.pipeline.draft import overlap


def composed(first: Alignment, second: Alignment) -> Alignment:
    """Links from the source of ``first`` to the target of ``second``, through the text between."""
    links = dict.fromkeys(
        Link(one.source, other.target)
        for other in second
        for one in first
        if overlap(one.target, other.source)
    )
    return tuple(links)


def moved(alignment: Iterable[Link], source: int, target: int) -> Alignment:
    """The alignment of a sentence as part of two texts, where it begins at these places."""
    return tuple(
        Link(
            Span(link.source.start + source, link.source.end + source),
            Span(link.target.start + target, link.target.end + target),
        )
        for link in alignment
    )
