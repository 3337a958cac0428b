"""Sentences of two texts brought together by their lengths and numbers (after Gale and Church).

One sentence may answer two; what answers nothing stands alone, and nothing is ever dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from translate_kit.checks.length import volume
from translate_kit.languages.numbers import extract
from translate_kit.model import LANGUAGES

_STEPS = {(1, 1): 0.0, (1, 2): 1.2, (2, 1): 1.2, (2, 2): 2.4, (1, 0): 3.0, (0, 1): 3.0}
"""How many sentences of each side go together, and what that costs."""

_NUMBERS = 2.0
"""What numbers cost that one side has and the other has not, and what common ones save."""

_BAND = 60
"""Sentences that the two sides may drift apart beyond what their numbers say."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, paragraph or sentence with the id that its file gives it and its place."""

    id: str
    text: str
    where: str


Group = tuple[Sequence[Piece], Sequence[Piece]]
_Measure = tuple[float, frozenset[object]]


def align(left: Sequence[Piece], right: Sequence[Piece], languages: tuple[str, str]) -> list[Group]:
    """The groups that belong together, in reading order; every piece is in exactly one."""
    ours = [_measure(piece.text, languages[0]) for piece in left]
    theirs = [_measure(piece.text, languages[1]) for piece in right]
    steps = _cheapest(ours, theirs)
    groups: list[Group] = []
    i, j = len(left), len(right)
    while i or j:
        down, across = steps[i, j]
        groups.append((left[i - down : i], right[j - across : j]))
        i, j = i - down, j - across
    return groups[::-1]


def _cheapest(
    ours: Sequence[_Measure], theirs: Sequence[_Measure]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each pair of beginnings within the band, the step that its cheapest alignment ends in."""
    costs = {(0, 0): 0.0}
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    slope = len(theirs) / max(1, len(ours))
    for i in range(len(ours) + 1):
        middle = round(i * slope)
        for j in range(max(0, middle - _BAND), min(len(theirs), middle + _BAND) + 1):
            for step, price in _STEPS.items():
                before = costs.get((i - step[0], j - step[1]))
                if before is None:
                    continue
                cost = before + price + _price(ours[i - step[0] : i], theirs[j - step[1] : j])
                if cost < costs.get((i, j), float("inf")):
                    costs[i, j], steps[i, j] = cost, step
    return steps


def _price(ours: Sequence[_Measure], theirs: Sequence[_Measure]) -> float:
    if not ours or not theirs:
        return 0.0
    lengths = [sum(size for size, _numbers in side) for side in (ours, theirs)]
    apart = abs(log((lengths[1] + 2) / (lengths[0] + 2)))
    numbers = [frozenset().union(*(found for _size, found in side)) for side in (ours, theirs)]
    if not numbers[0] and not numbers[1]:
        return 2 * apart
    shared = len(numbers[0] & numbers[1]) / len(numbers[0] | numbers[1])
    return 2 * apart + _NUMBERS * (1 - 2 * shared)


def _measure(text: str, language: str) -> _Measure:
    """The size of a sentence in Chinese characters, and the values of its numbers."""
    if language not in LANGUAGES:
        return float(len(text)), frozenset()
    values = frozenset(n.value for n in extract(text, language) if n.strong)
    return volume(text, language), values
