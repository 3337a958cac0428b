"""A term found in a text, and which of the matches that overlap count."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from translate_kit.glossary.concept import Concept, Term
from translate_kit.model import Span


class TermMatch(NamedTuple):
    """A place of a text where a term of a concept stands.

    ``form`` is the spelling that matched, in the capitals of the glossary: медицинских масок of
    the term медицинская маска. A tuple, because a frozen dataclass takes twice as long to make,
    and that would be a quarter of the time in a text full of terms.
    """

    span: Span
    concept: Concept
    term: Term
    form: str


def exclusive(found: Sequence[TermMatch]) -> list[TermMatch]:
    """The longest matches that do not overlap, in text order; see ``longest``."""
    places = [(each.span.start, -each.span.end, number) for number, each in enumerate(found)]
    return [found[number] for _start, _minus_end, number in longest(places)]


Place: TypeAlias = tuple[int, int, int]
"""Where something was found: its start, *minus* its end, and a number that says what it is.

So sorted, the longer of two that begin together comes first.
"""


def longest(found: list[Place]) -> list[Place]:
    """The longest places that do not overlap, in text order; the earlier of two as long.

    Places of the very same characters all stay: 市长 may be a term of two concepts.
    """
    if len(found) < 2:
        return found
    kept: list[Place] = []
    cluster: list[Place] = []  # places that overlap directly or through others
    end = 0
    for place in sorted(found):
        start, minus_end, _what = place
        if start >= end:
            kept += cluster if len(cluster) < 2 else _longest(cluster, end)
            cluster = [place]
            end = -minus_end
        else:
            cluster.append(place)
            if -minus_end > end:
                end = -minus_end
    return kept + (cluster if len(cluster) < 2 else _longest(cluster, end))


def _longest(cluster: list[Place], end: int) -> list[Place]:
    first = cluster[0]
    if first[1] == -end:  # and all others lie within it
        return [place for place in cluster if place[:2] == first[:2]]
    kept: list[Place] = []
    for place in sorted(cluster, key=_length_first):
        if all(place[:2] == other[:2] or _apart(place, other) for other in kept):
            kept.append(place)
    return sorted(kept)


def _length_first(place: Place) -> tuple[int, int]:
    start, minus_end, _what = place
    return start + minus_end, start


def _apart(one: Place, other: Place) -> bool:
    return -one[1] <= other[0] or -other[1] <= one[0]
