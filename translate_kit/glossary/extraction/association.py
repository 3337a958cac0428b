"""What a phrase may be in another language: the phrases that its sentences' translations share.

The strength of a pair is Dice's coefficient of the sentences that have either; what could be chance
by the log-likelihood ratio (Dunning, 1993) is left out. Each phrase then gets the best partner that
no stronger pair has taken (competitive linking, Melamed, 2000), so that virus, which stands in
every other sentence, isn't the translation of everything.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from translate_kit.glossary.extraction.counting import Counts, Key, Phrase, containing

_CHANCE = 10.83
"""The log-likelihood ratio that chance exceeds once in a thousand (chi-square, one degree)."""
_LEAST = 2
"""Sentences that must have both: one sentence holds a dozen phrases, all equally likely."""
_SHARE = 1 / 3
"""Dice's coefficient from which a pair is worth a look: below, of the eight first proposals among
TICO-19's hundred best candidates none was right; above, nine of ten."""
_SHOWN = 3
_HELD = 0.8
"""The share of a phrase's places in one longer phrase from which it is only a part of that."""

Partners = Mapping[Key, Sequence[tuple[Key, int, float]]]
"""A phrase -> its partners: key, sentences with both, strength; the best first."""


def partners(source: Counts, target: Counts, wanted: Sequence[Key], sentences: int) -> Partners:
    """The likeliest partners of the phrases wanted, at most three each."""
    by_sentence = _by_sentence(target)
    found: dict[Key, list[tuple[Key, int, float]]] = {}
    for key in wanted:
        pairs = _pairs(source.phrases[key], target, by_sentence, sentences)
        if pairs:
            found[key] = pairs
    return _linked(found)


def _by_sentence(counts: Counts) -> dict[int, list[Key]]:
    """The phrases of each sentence, without those that are only parts of longer ones."""
    found: dict[int, list[Key]] = {}
    longer = containing(counts.phrases, counts.phrases)
    for key, phrase in counts.phrases.items():
        most = max((counts.phrases[each].count for each in longer.get(key, ())), default=0)
        if most < _HELD * phrase.count or phrase.count == 1:
            for number in phrase.sentences:
                found.setdefault(number, []).append(key)
    return found


def _pairs(
    phrase: Phrase, target: Counts, by_sentence: Mapping[int, Sequence[Key]], sentences: int
) -> list[tuple[Key, int, float]]:
    together: Counter[Key] = Counter()
    for number in phrase.sentences:
        together.update(by_sentence.get(number, ()))
    own = len(phrase.sentences)
    pairs = []
    for key, both in together.items():
        other = len(target.phrases[key].sentences)
        share = 2 * both / (own + other)
        firm = both >= _LEAST and share >= _SHARE
        if firm and _likelihood(both, own, other, sentences) > _CHANCE:
            pairs.append((key, both, share))
    return sorted(pairs, key=lambda pair: (-pair[2], -len(pair[0]), pair[0]))


def _likelihood(both: int, own: int, other: int, total: int) -> float:
    """The log-likelihood ratio of two phrases sharing that many of all sentences."""
    table = ((both, own - both), (other - both, total - own - other + both))
    rows, columns = [sum(row) for row in table], [other, total - other]
    ratio = 0.0
    for row, sum_of_row in zip(table, rows, strict=True):
        for cell, sum_of_column in zip(row, columns, strict=True):
            if cell > 0:
                ratio += cell * math.log(cell * total / (sum_of_row * sum_of_column))
    return 2 * ratio if both * total > own * other else 0.0


def _linked(found: Mapping[Key, Sequence[tuple[Key, int, float]]]) -> Partners:
    """The pairs of each phrase, that one first which no stronger pair has taken."""
    ordered = sorted(
        ((pair[2], pair[1], key, pair) for key, pairs in found.items() for pair in pairs),
        key=lambda each: (-each[0], -each[1], each[2], each[3][0]),
    )
    linked: dict[Key, tuple[Key, int, float]] = {}
    taken: set[Key] = set()
    for _score, _both, key, pair in ordered:
        if key not in linked and pair[0] not in taken:
            linked[key] = pair
            taken.add(pair[0])
    return {
        key: [pair, *(each for each in found[key] if each != pair)][:_SHOWN]
        for key, pair in linked.items()
    }
