"""A term found in a text, and which of the matches that overlap count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from translate_kit.glossary.concept import Concept, Term
from translate_kit.model import Span


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A place of a text where a term of a concept stands.

    ``form`` is the spelling that matched, in the capitals of the glossary: медицинских масок of
    the term медицинская маска.
    """

    span: Span
    concept: Concept
    term: Term
    form: str


class Placed(Protocol):
    """What has a place in a text."""

    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=Placed)


def exclusive(found: Sequence[T]) -> list[T]:
    """The longest matches that do not overlap, in text order; the earlier of two as long.

    Matches of the very same characters all stay: 市长 may be a term of two concepts.
    """
    if len(found) < 2:
        return list(found)
    kept: list[T] = []
    for cluster in _clusters(sorted(found, key=lambda each: (each.span.start, -each.span.end))):
        kept += _longest(cluster)
    return kept


def _clusters(ordered: Sequence[T]) -> Iterator[list[T]]:
    """Runs of matches that overlap directly or through others."""
    cluster: list[T] = []
    end = -1
    for each in ordered:
        if each.span.start >= end and cluster:
            yield cluster
            cluster = []
        cluster.append(each)
        end = max(end, each.span.end)
    if cluster:
        yield cluster


def _longest(cluster: list[T]) -> list[T]:
    if len(cluster) == 1:
        return cluster
    kept: list[T] = []
    for each in sorted(cluster, key=lambda one: (one.span.start - one.span.end, one.span.start)):
        if all(each.span == other.span or _apart(each.span, other.span) for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda one: one.span.start)


def _apart(one: Span, other: Span) -> bool:
    return one.end <= other.start or other.end <= one.start
