"""Where to look: between sentences that surely go together, not over all pairs of a long text."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from translate_kit.languages.alignment.evidence import Shared

_EVERYWHERE = 400_000  # pairs of sentences that are all looked at
_MARGIN = 40  # sentences around a sure pair within which the path may still pass it by
_RARE = 8  # sentences on one side that may hold a clue which still says where to look
_SURE = 4.5  # weight of such clues: more than any one of them has

Point = tuple[int, int]


def bounds(shared: Sequence[Shared], sources: int, targets: int) -> list[tuple[int, int]]:
    """After each number of source sentences, 0 to all: the fewest and most target sentences.

    Both rise; the first row begins at 0 and the last one ends with all.
    """
    if sources * targets <= _EVERYWHERE:
        return [(0, targets)] * (sources + 1)
    points = [(0, 0), *_rising(_sure_pairs(shared)), (sources, targets)]
    places = [point[0] for point in points]
    found: list[tuple[int, int]] = []
    for row in range(sources + 1):
        before = bisect_left(places, max(0, row - _MARGIN) + 1) - 1
        after = bisect_left(places, min(sources, row + _MARGIN))
        low = max(0, points[before][1] - _MARGIN)
        found.append((low, min(targets, points[after][1] + _MARGIN)))
    found[0] = (0, found[0][1])
    return found


def _sure_pairs(shared: Iterable[Shared]) -> list[Point]:
    """Pairs of sentences that share several rare clues, in the source's order."""
    weights: dict[Point, float] = defaultdict(float)
    for each in shared:
        if len(each.source) <= _RARE and len(each.target) <= _RARE:
            for pair in product(each.source, each.target):
                weights[pair] += each.weight
    return sorted(pair for pair, weight in weights.items() if weight >= _SURE)


def _rising(pairs: Sequence[Point]) -> list[Point]:
    """The longest series of pairs in which both sides rise: what is out of order is chance."""
    ends: list[int] = []  # target position of the best series of each length
    last: list[int] = []  # which pair that is
    previous: list[int] = []
    # Of pairs with one source sentence the highest target comes first, so that only one is taken.
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    for number, (_source, target) in enumerate(ordered):
        length = bisect_left(ends, target)
        previous.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [target]
        last[length : length + 1] = [number]
    series: list[Point] = []
    number = last[-1] if last else -1
    while number >= 0:
        series.append(ordered[number])
        number = previous[number]
    return series[::-1]
