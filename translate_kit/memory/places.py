"""Where a translation says what a placeable of its source says, if it says it once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from translate_kit.languages.money import Money
from translate_kit.languages.months import NAMED, in_form_of
from translate_kit.languages.numbers.extraction import readings
from translate_kit.languages.placeables import Kind, MonthDay, Placeable
from translate_kit.memory.frame import Frame
from translate_kit.model import Pair, Span

NO_DAY = 0
"""The day of a month that is named alone."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The unit's two texts and the text asked about, with what was found in them."""

    known: Frame
    asked: Frame
    translation: str
    places: tuple[Placeable, ...]
    pair: Pair


def place_of(sides: Sides, was: Placeable) -> Placeable | None:
    """The one place in the translation that says what ``was`` says; it must be said once."""
    known, translation = sides.known, sides.translation
    if not _said_once(known.text, known.placeables, was, sides.pair.source):
        return None
    same = [each for each in sides.places if (each.kind, each.value) == (was.kind, was.value)]
    if not same and was.kind is Kind.LATIN:
        same = _latin_words(translation, sides.places, was)
    if not same and was.text + known.text[was.span.end :][:1] in _numbered_months():
        same = _month_name(translation, was, sides.pair.target)
    if len(same) != 1 or not _said_once(translation, sides.places, same[0], sides.pair.target):
        return None
    return same[0]


def _latin_words(translation: str, places: Sequence[Placeable], was: Placeable) -> list[Placeable]:
    """Where the words stand in a text in Latin letters, which does not set them off."""
    pattern = rf"(?<![A-Za-z0-9]){re.escape(was.text)}(?![A-Za-z0-9])"
    spans = [Span(*match.span()) for match in re.finditer(pattern, translation)]
    free = [span for span in spans if not any(_overlap(span, each.span) for each in places)]
    return [Placeable(span, Kind.LATIN, was.text, was.value) for span in free]


@cache
def _numbered_months() -> frozenset[str]:
    """Months as Chinese, Japanese and Korean number them: 2月, 2월."""
    return frozenset(f"{month}{sign}" for month in range(1, 13) for sign in "月월")


def _month_name(translation: str, was: Placeable, language: str) -> list[Placeable]:
    """Where the translation names the month, as English and Russian do: at most one place.

    Its value is a date without a day, which nothing in the sentence agrees with.
    """
    same = [r for r in readings(translation, language) if was.value in (r.value, *r.others)]
    if len(same) != 1 or language not in NAMED:
        return []
    span = Span(same[0].start, same[0].end)
    text = span.of(translation)
    named = in_form_of(text, 1, language) is not None
    return [Placeable(span, Kind.DATE, text, month_of(was))] if named else []


def month_of(numbered: Placeable) -> MonthDay:
    assert isinstance(numbered.value, Decimal)
    return MonthDay(int(numbered.value), NO_DAY)


def _said_once(text: str, placeables: Sequence[Placeable], one: Placeable, language: str) -> bool:
    """Whether no other placeable and no word of the text has the same value."""
    if sum(each.value == one.value for each in placeables) > 1:
        return False
    amount = _amount(one)
    if amount is None:
        return True
    covered = [each.span for each in placeables]
    return not any(
        amount in (reading.value, *reading.others)
        for reading in readings(text, language)
        if not any(_overlap(Span(reading.start, reading.end), span) for span in covered)
    )


def _amount(placeable: Placeable) -> Decimal | None:
    match placeable.value:
        case Decimal():
            return placeable.value
        case Money():
            return placeable.value.amount
    return None


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
