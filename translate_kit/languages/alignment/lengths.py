"""How long sentences are, measured alike in all languages, and how likely two lengths go together.

A character of Chinese says as much as about three letters of English. The weights and the spread
are measured on one half of FLORES and NTREX-128 (``benchmarks/sentence_alignment.py``).
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_PLAIN = re.compile(r"[A-Za-z0-9À-ÖØ-öø-ɏ]")
_LETTER = re.compile(r"[^\W_]")
_WEIGHTS = {"zh": 2.7, "ja": 2.0, "ko": 2.1, "ru": 0.88}

# The variance of the logarithm of two lengths' ratio, and what short sentences add to it.
_VARIANCE, _SHORT = 0.035, 2.5
_CHANCE = 0.45  # standard deviation of the logarithm of any sentence's length
_PRIOR_LENGTH = 300.0  # letters by which the ratio of two short texts is drawn to 1


def lengths(sentences: Sequence[str], language: str) -> Floats:
    """The length of each sentence in letters of English, at least 1."""
    weight = _WEIGHTS.get(language, 1.0)
    return np.array([_length(sentence, weight) for sentence in sentences], dtype=np.float64)


def _length(sentence: str, weight: float) -> float:
    plain = len(_PLAIN.findall(sentence))
    return 1.0 + plain + weight * (len(_LETTER.findall(sentence)) - plain)


def ratio(source: float, target: float) -> float:
    """How much longer the target is, given the lengths of sentences that surely go together."""
    return (target + _PRIOR_LENGTH) / (source + _PRIOR_LENGTH)


def likelihood(source: float, targets: Floats) -> Floats:
    """The log-likelihood ratio, for each of the ``targets``, of its length against chance."""
    variance = _VARIANCE + _SHORT * 2 / (source + targets)
    distance = np.log(targets / source)
    return np.asarray(-0.5 * (distance**2 / variance + np.log(variance / _CHANCE**2)))
