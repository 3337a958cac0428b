"""The likeliest way through two texts, by dynamic programming over a band of sentence pairs."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translate_kit.languages.alignment.bead import Bead
from translate_kit.languages.alignment.evidence import Evidence
from translate_kit.languages.alignment.lengths import Floats, likelihood

Kinds = NDArray[np.int8]

# Sentences of source and target in a bead, and the logarithm of how likely such a bead is.
_BEADS = ((1, 1, 0.0), (1, 0, -2.5), (1, 2, -2.5), (2, 1, -2.5), (1, 3, -6.0), (3, 1, -6.0))
_LONELY_TARGET = len(_BEADS)
_LONELY = -2.5
_MOST = 3
_ROUNDING = 1e-9
_TOGETHER = 1.5  # what speaks for any two sentences at the same place


@dataclass(frozen=True, slots=True)
class Texts:
    """Both texts as numbers: lengths and costs summed up from the beginning, and the evidence."""

    source: Floats
    target: Floats
    source_cost: Floats
    target_cost: Floats
    evidence: Evidence

    @classmethod
    def of(cls, source: Floats, target: Floats, evidence: Evidence) -> "Texts":
        """From the lengths of the sentences."""
        return cls(
            _summed(source),
            _summed(target),
            _summed(evidence.source_cost),
            _summed(evidence.target_cost),
            evidence,
        )

    def together(self, row: int, ones: int, others: int, shared: Floats, start: int) -> Floats:
        """The scores of beads that end after ``row`` source sentences and ``start``… target ones.

        ``shared`` sums up the evidence of the source sentences over the target's: its element k
        holds what they share with the first start - others + k of them.
        """
        stop = start + len(shared) - others
        before, here = slice(start - others, stop - others), slice(start, stop)
        length = float(self.source[row] - self.source[row - ones])
        cost = self.source_cost[row] - self.source_cost[row - ones]
        costs = self.target_cost[here] - self.target_cost[before] + cost
        gains = shared[others:] - shared[: len(shared) - others]
        fits = likelihood(length, self.target[here] - self.target[before])
        return np.asarray(fits + gains - costs + _TOGETHER)


def best_path(texts: Texts, bounds: Sequence[tuple[int, int]]) -> list[Bead]:
    """The beads in order, from the first sentences to the last."""
    width = bounds[-1][1] + 1
    rows: deque[Floats] = deque(maxlen=_MOST)
    sums: deque[Floats] = deque(maxlen=_MOST)
    chosen: list[Kinds] = []
    for row, (low, high) in enumerate(bounds):
        if row:
            earliest, latest = max(0, low - _MOST), min(width - 1, high + _MOST)
            shared = _shared(texts, row - 1, earliest, latest)
            sums.appendleft(_wide(shared, earliest, width))
        best, kinds = _row(texts, row, low, high, rows, sums)
        rows.appendleft(_wide(best, low, width, -np.inf))
        chosen.append(kinds)
    return _traced(texts, bounds, chosen)


def _row(
    texts: Texts, row: int, low: int, high: int, rows: Sequence[Floats], sums: Sequence[Floats]
) -> tuple[Floats, Kinds]:
    """The best score of every way to a place of this row, and the bead each one ends with."""
    best = np.full(high - low + 1, -np.inf)
    if row == 0:
        best[0] = 0.0
    kinds = np.zeros(high - low + 1, dtype=np.int8)
    for kind, (ones, others, prior) in enumerate(_BEADS):
        start = max(low, others)
        if ones > row or start > high:
            continue
        scores = rows[ones - 1][start - others : high + 1 - others] + prior
        if others:
            shared = sum(sums[k][start - others : high + 1] for k in range(ones))
            scores = scores + texts.together(row, ones, others, np.asarray(shared), start)
        better = scores > best[start - low :]
        best[start - low :][better] = scores[better]
        kinds[start - low :][better] = kind
    # Lonely target sentences cost the same everywhere: one running maximum does for all of them.
    toll = _LONELY * np.arange(high - low + 1)
    along = np.maximum.accumulate(best - toll) + toll
    lonely = along > best + _ROUNDING
    kinds[lonely] = _LONELY_TARGET
    return np.where(lonely, along, best), kinds


def _shared(texts: Texts, source: int, start: int, stop: int) -> Floats:
    return _summed(texts.evidence.between(source, start, stop))


def _summed(values: Floats) -> Floats:
    return np.concatenate(([0.0], np.cumsum(values)))


def _wide(values: Floats, low: int, width: int, empty: float = 0.0) -> Floats:
    """The values in a row as wide as the whole target, so that rows need no shifting."""
    row = np.full(width, empty)
    row[low : low + len(values)] = values
    return row


def _traced(
    texts: Texts,
    bounds: Sequence[tuple[int, int]],
    chosen: Sequence[Kinds],
) -> list[Bead]:
    row, column = len(bounds) - 1, bounds[-1][1]
    beads: list[Bead] = []
    while row or column:
        kind = int(chosen[row][column - bounds[row][0]])
        ones, others = (0, 1) if kind == _LONELY_TARGET else _BEADS[kind][:2]
        source, target = range(row - ones, row), range(column - others, column)
        beads.append(Bead(source, target, _score(texts, source, target)))
        row, column = source.start, target.start
    return beads[::-1]


def _score(texts: Texts, source: range, target: range) -> float:
    if not (source and target):
        return 0.0
    shared = sum(_shared(texts, each, target.start, target.stop) for each in source)
    found = texts.together(source.stop, len(source), len(target), np.asarray(shared), target.stop)
    return float(found[0])
