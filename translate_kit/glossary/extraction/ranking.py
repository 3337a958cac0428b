"""How likely a phrase is a term: how much it stands out, how independent it is, how firm.

The score is a product, each factor from the literature on term extraction:

- how often it stands on its own, not in a longer candidate: the C-value (Frantzi, Ananiadou and
  Mima, 2000), as its logarithm;
- weirdness (Ahmad, 1994): the mean logarithm of its words' frequency here against that in general;
- freedom on both sides: the smaller entropy of its neighbours, a cut-off word having few;
- cohesion: the weakest pointwise mutual information of two of its neighbouring words.

What else counts are roles: a verb with its object, a verb or a name alone, a code with a word
beside it (COVID-19患者) are less often terms, and a word that mostly stands before others
(respiratory) is one seldom. The weights were chosen on half of TICO-19's term list, where
frequency alone finds a fifth fewer, and weirdness and freedom are worth a tenth each; cohesion
adds nothing there, but puts whole terms before parts (``benchmarks/term_extraction.py``).
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from translate_kit.glossary.extraction.counting import Counts, Key, Phrase, containing
from translate_kit.languages.words import Role, frequency

_UNSEEN = 8e-8
"""The share that a word gets at least: that of one in twelve million."""
_PRIOR = 10_000
"""Words of general text that a text is read along with: one 企业 in a short letter says nothing."""
_WEIRD = (0.05, 7.0)
_UNKNOWN_WEIRDNESS = 3.0
"""Where nothing is known of the general frequency (Korean, Japanese)."""
_FREE = 1.5
_LONG = 1.4
_LONE = {Role.VERB: 0.6, Role.NAME: 0.5}
_CLAUSE = 0.25
"""For a phrase in which a verb stands before other words: 取得注册证."""
_MIXED = 0.5
_HELD = 0.8
"""The share of its places in one longer candidate from which a phrase is only a part of that."""


def scores(counts: Counts, language: str) -> dict[Key, float]:
    """A score for each phrase, above 0; the higher the likelier a term."""
    ranking = _Ranking(counts, language)
    return {key: ranking.score(key, phrase) for key, phrase in counts.phrases.items()}


class _Ranking:
    def __init__(self, counts: Counts, language: str) -> None:
        self._counts = counts
        self._total = counts.total
        self._weirdness = {word: self._weird(word, language) for word in counts.words}
        nominal = {key for key, each in counts.phrases.items() if Role.VERB not in each.roles}
        self._longer = containing(counts.phrases, nominal)
        self._is_mixed_script = language in ("zh", "ja", "ko", "ru")

    def score(self, key: Key, phrase: Phrase) -> float:
        weird = sum(self._weirdness[word] for word in key) / len(key)
        alone = math.log2(1 + self._c_value(key, phrase))
        free = 0.5 + min(_freedom(phrase.before), _freedom(phrase.after), _FREE)
        return alone * weird * free * self._firmness(key) * self._manner(key, phrase.roles)

    def _weird(self, word: str, language: str) -> float:
        general = frequency(word, language)
        if general is None:
            return _UNKNOWN_WEIRDNESS
        expected = general + _UNSEEN
        here = (self._counts.words[word] + _PRIOR * expected) / (self._total + _PRIOR)
        return min(max(math.log(here / expected), _WEIRD[0]), _WEIRD[1])

    def _c_value(self, key: Key, phrase: Phrase) -> float:
        """How often it stands on its own, not in longer candidates; never, if one has it nearly
        always."""
        longer = [self._counts.phrases[each].count for each in self._longer.get(key, ())]
        if not longer:
            return phrase.count
        return (
            0.0 if max(longer) >= _HELD * phrase.count else phrase.count - sum(longer) / len(longer)
        )

    def _firmness(self, key: Key) -> float:
        if len(key) == 1:
            return 1.0
        words, pairs = self._counts.words, self._counts.pairs
        weakest = min(
            math.log(pairs[pair] * self._total / (words[pair[0]] * words[pair[1]]))
            for pair in pairwise(key)
        )
        return _LONG * (0.4 + 1.2 / (1 + math.exp(3 - weakest)))

    def _manner(self, key: Key, roles: Sequence[Role]) -> float:
        if len(key) == 1:
            ends = (self._counts.lasts[key[0]] + 0.5) / (self._counts.words[key[0]] + 0.5)
            return _LONE.get(roles[0], 1.0) * math.sqrt(ends)
        factor = _CLAUSE if _is_clause(roles) else 1.0
        mixed = Role.CODE in roles and set(roles) != {Role.CODE}
        return factor * (_MIXED if mixed and self._is_mixed_script else 1.0)


def _is_clause(roles: Sequence[Role]) -> bool:
    """Whether a verb has something after it, which may be its object."""
    pairs = pairwise(roles)
    return any(one is Role.VERB and after is not Role.ENDING for one, after in pairs)


def _freedom(neighbours: Mapping[str, int]) -> float:
    """The entropy of the neighbours in nats; each punctuation mark counts as one of its own."""
    total = Counter(neighbours).total()
    entropy = 0.0
    for neighbour, count in neighbours.items():
        share = count / total
        entropy += share * math.log(total) if not neighbour else -share * math.log(share)
    return entropy
