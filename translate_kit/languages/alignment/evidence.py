"""What two texts share, as weights on pairs of their sentences.

A clue weighs by how much likelier it is to stand on both sides of a translation than by chance: a
rare one much, one that every sentence holds nothing.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from translate_kit.languages.alignment.clues import Clue, Kind
from translate_kit.languages.alignment.lengths import Floats

# How far a kind is to be trusted (clues of a sentence are not independent of each other), and how
# often a translation has a clue that its source has; found by trial on half of FLORES and NTREX.
_TRUST = {
    Kind.NUMBER: (0.4, 0.9),
    Kind.LATIN: (0.4, 0.9),
    Kind.MARK: (0.7, 0.4),
    Kind.WORD: (0.8, 0.5),
    Kind.HAN: (0.15, 0.5),
    Kind.NAME: (0.4, 0.4),
    Kind.TERM: (0.8, 0.7),
}
_HEAVIEST = 5.0
# A text of ten sentences says little of how common a clue is: these are added to what it says.
_OTHER_SENTENCES, _OTHER_HOLDING = 20, 0.5
# What a clue costs that the sentences of a bead don't share, as a part of its weight.
_UNSHARED = 0.08


@dataclass(frozen=True, slots=True)
class Shared:
    """One clue that both sides have: its ``weight`` and the sentences that hold it, in order."""

    weight: float
    source: list[int]
    target: list[int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that speaks for and against pairs of sentences.

    ``source_cost`` and ``target_cost`` are what the clues of each sentence cost when it is put into
    a bead with the other side, as if none were shared; ``between`` gives back more where they are.
    """

    shared: Sequence[Shared]
    source_cost: Floats
    target_cost: Floats
    of_source: Sequence[Sequence[Shared]]

    def between(self, source: int, start: int, stop: int) -> Floats:
        """What a sentence of the source shares with each of the target's from start to stop."""
        weights = np.zeros(stop - start)
        for shared in self.of_source[source]:
            first = bisect_left(shared.target, start)
            places = shared.target[first : bisect_left(shared.target, stop, first)]
            for place in places:
                weights[place - start] += shared.weight
        return weights


def weigh(source: Sequence[set[Clue]], target: Sequence[set[Clue]]) -> Evidence:
    """The evidence from the clues of each sentence of both sides, neither of which is empty."""
    sources, targets = _places(source), _places(target)
    source_cost, target_cost = np.zeros(len(source)), np.zeros(len(target))
    shared: list[Shared] = []
    of_source: list[list[Shared]] = [[] for _sentence in source]
    # In a fixed order: sums of floats must not depend on the hashes of a run.
    for clue in sorted(sources.keys() | targets.keys(), key=str):
        here, there = sources.get(clue, []), targets.get(clue, [])
        share = max(_share(len(here), len(source)), _share(len(there), len(target)))
        weight = _weight(clue[0], share)
        if weight <= 0:
            continue
        source_cost[here] += weight * _UNSHARED
        target_cost[there] += weight * _UNSHARED
        if here and there:
            shared.append(Shared(weight, here, there))
            for place in here:
                of_source[place].append(shared[-1])
    return Evidence(shared, source_cost, target_cost, of_source)


def _places(sentences: Sequence[set[Clue]]) -> dict[Clue, list[int]]:
    places: dict[Clue, list[int]] = defaultdict(list)
    for position, found in enumerate(sentences):
        for clue in found:
            places[clue].append(position)
    return places


def _share(holding: int, sentences: int) -> float:
    """The part of all sentences that may hold a clue."""
    return (holding + _OTHER_HOLDING) / (sentences + _OTHER_SENTENCES)


def _weight(kind: Kind, share: float) -> float:
    trust, kept = _TRUST[kind]
    return trust * min(_HEAVIEST, max(0.0, math.log(kept / share)))
