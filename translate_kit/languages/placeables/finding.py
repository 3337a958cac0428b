"""Finding the placeables of a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache

from translate_kit.languages.dates import DateFound, find_dates
from translate_kit.languages.money import find_money
from translate_kit.languages.numbers import Number, extract
from translate_kit.languages.numbers.folding import fold
from translate_kit.languages.placeables.placeable import Kind, MonthDay, Placeable, Value
from translate_kit.languages.placeables.spellings import ADDRESSES, IDENTIFIERS, LATIN
from translate_kit.languages.times import TimeFound, find_times
from translate_kit.model import LANGUAGES, Span

Names = Sequence[Mapping[str, str]]
"""Names of people, places and firms that may be exchanged: each by language."""

_LEAP_YEAR = 2000  # for dates written without a year: 29 February must be found too
_LATIN_LANGUAGES = ("en",)
_HAS_LATIN, _HAS_DIGIT = re.compile("[A-Za-z]"), re.compile("[0-9]")


def find(text: str, language: str, names: Names = ()) -> tuple[Placeable, ...]:
    """The placeables of ``text`` in reading order, without overlaps.

    A number counts that is in digits or too large to be a figure of speech (「三万」, "fifteen");
    what is inside a code, a date or a sum is part of that. A date without year is a ``MonthDay``.
    Latin words are found in texts of other scripts only. Raises NotKnown for a language other than
    the five.
    """
    return _found(text, language, names) if names else _remembered(text, language)


@lru_cache(maxsize=4096)
def _remembered(text: str, language: str) -> tuple[Placeable, ...]:
    """Of the same sentence the memory asks, then the pipeline, again and again."""
    return _found(text, language, ())


def _found(text: str, language: str, names: Names) -> tuple[Placeable, ...]:
    kept: list[Placeable] = []
    taken = bytearray(len(text))
    for each in _candidates(text, fold(text), language, names):
        start, end = each.span.start, each.span.end
        if 1 not in taken[start:end]:
            taken[start:end] = b"\1" * (end - start)
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.span.start))


def _candidates(text: str, folded: str, language: str, names: Names) -> Iterator[Placeable]:
    """All sorts, those first that others must not be looked for in."""
    for spelling in ADDRESSES:
        yield from _spelt(text, spelling.kind, spelling.find(folded))
    yield from _names(text, language, names)
    if _HAS_DIGIT.search(folded):
        for spelling in IDENTIFIERS:
            yield from _spelt(text, spelling.kind, spelling.find(folded))
    yield from _by_value(text, language)
    if language not in _LATIN_LANGUAGES and _HAS_LATIN.search(folded):
        yield from _spelt(text, Kind.LATIN, LATIN.find(folded))


def _spelt(text: str, kind: Kind, found: Iterator[tuple[Span, str]]) -> Iterator[Placeable]:
    for span, value in found:
        yield Placeable(span, kind, span.of(text), value)


def _by_value(text: str, language: str) -> Iterator[Placeable]:
    """Dates, times, sums and numbers; where there is no number there is none of them."""
    numbers = extract(text, language)
    if not numbers:
        return
    for day in find_dates(text, language, year_hint=_LEAP_YEAR):
        yield Placeable(day.span, Kind.DATE, day.text, _day(day))
    for at in find_times(text, language):
        yield Placeable(at.span, Kind.TIME, at.text, _since_midnight(at), at.sure)
    for money in find_money(text, language, numbers):
        yield Placeable(money.span, Kind.MONEY, money.text, money.money, money.sure)
    for number in numbers:
        if number.strong or fold(number.text[0]).isdecimal():
            yield Placeable(number.span, Kind.NUMBER, number.text, number.value, _sure(number))


def _names(text: str, language: str, names: Names) -> Iterator[Placeable]:
    """The longest first, so that a name inside another's is not taken for it."""
    known = [name for name in names if name.get(language)]
    for name in sorted(known, key=lambda each: -len(each[language])):
        key = next(name[code] for code in LANGUAGES if name.get(code))
        for match in re.finditer(_as_word(name[language]), text):
            span = Span(*match.span())
            yield Placeable(span, Kind.NAME, span.of(text), key)


def _as_word(name: str) -> str:
    """A name in an alphabet ends where its letters end; Han and Hangul have no such edge."""
    edges = [r"(?<![A-Za-zА-Яа-яЁё])", r"(?![A-Za-zА-Яа-яЁё])"]
    alphabetic = [re.match("[A-Za-zА-Яа-яЁё]", end) is not None for end in (name[0], name[-1])]
    before, after = (edge if ends else "" for edge, ends in zip(edges, alphabetic, strict=True))
    return before + re.escape(name) + after


def _day(found: DateFound) -> Value:
    return found.day if found.complete else MonthDay(found.day.month, found.day.day)


def _since_midnight(found: TimeFound) -> timedelta:
    at = found.time
    return timedelta(days=int(found.next_day), hours=at.hour, minutes=at.minute)


def _sure(number: Number) -> bool:
    return len(number.values) == 1
