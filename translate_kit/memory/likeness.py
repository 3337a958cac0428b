"""How like two sentences are, with numbers and dates by value: a wrong month is no small matter.

The measure of the words is the share of characters that stay (Indel similarity of rapidfuzz) after
every placeable has become a slot; each placeable and each number in words that the other sentence
does not have then costs points of its own.
"""

from collections import Counter

from rapidfuzz import fuzz

from translate_kit.languages.numbers.extraction import readings
from translate_kit.languages.numbers.number import Rank
from translate_kit.memory.frame import Frame

_FIRST, _FURTHER, _MOST = 8.0, 4.0, 24.0
"""Points for the first difference, for each further one, and for all together."""


def likeness(known: Frame, asked: Frame, language: str) -> tuple[float, tuple[str, ...]]:
    """(score from 0 to 100, what ``asked`` has by value and ``known`` does not)."""
    ours, theirs = _values(asked, language), _values(known, language)
    missing = _count(ours) - _count(theirs)
    surplus = _count(theirs) - _count(ours)
    differences = max(missing.total(), surplus.total())
    cost = min(_FIRST + _FURTHER * (differences - 1), _MOST) if differences else 0.0
    words = fuzz.ratio(known.words, asked.words)
    texts = [text for value, text in ours if value in missing]
    return round(max(words - cost, 0.0), 1), tuple(dict.fromkeys(texts))


def _values(frame: Frame, language: str) -> list[tuple[object, str]]:
    """(value, text) of every placeable, then of numbers in words and of months named alone."""
    spans = [each.span for each in frame.placeables]
    in_words = [
        (reading.value, frame.text[reading.start : reading.end])
        for reading in readings(frame.text, language)
        if reading.rank > Rank.HINT
        and not any(reading.start < span.end and span.start < reading.end for span in spans)
    ]
    return [*((each.value, each.text) for each in frame.placeables), *in_words]


def _count(values: list[tuple[object, str]]) -> "Counter[object]":
    return Counter(value for value, _text in values)
