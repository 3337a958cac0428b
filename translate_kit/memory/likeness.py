"""How like two sentences are, with numbers and dates by value: a wrong month is no small matter.

The measure of the words is the share of characters that stay (Indel similarity of rapidfuzz) after
every placeable has become a slot; each placeable and each number in words that the other sentence
does not have then costs points of its own.
"""

from collections import Counter

from rapidfuzz import fuzz

from translate_kit.memory.frame import Frame

_FIRST, _FURTHER, _MOST = 8.0, 4.0, 24.0
"""Points for the first difference, for each further one, and for all together."""


def likeness(known: Frame, asked: Frame) -> tuple[float, tuple[str, ...]]:
    """(score from 0 to 100, what ``asked`` has by value and ``known`` does not)."""
    ours, theirs = (Counter(value for value, _text in each.values) for each in (asked, known))
    missing, surplus = ours - theirs, theirs - ours
    differences = max(missing.total(), surplus.total())
    cost = min(_FIRST + _FURTHER * (differences - 1), _MOST) if differences else 0.0
    words = fuzz.ratio(known.words, asked.words)
    texts = [text for value, text in asked.values if value in missing]
    return round(max(words - cost, 0.0), 1), tuple(dict.fromkeys(texts))
