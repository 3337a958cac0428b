"""Dates in running text, found by value: 2020年2月8日 and «8 февраля 2020 г.» are one day.

The letters' proof of consistency looks up every date of a request in every language version.
Forms: Chinese and Japanese with 年月日 in digits or characters, Japanese eras, Korean with 년월일
or stops, Russian with a month in any case or dd.mm.yyyy, English of Canada, the United States and
Britain, ISO 8601 in all. Month names are in ``data/months.csv``, eras in ``data/eras.csv``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from translate_kit.languages.date_forms import patterns
from translate_kit.languages.eras import FIRST_YEAR, eras
from translate_kit.languages.months import month_forms
from translate_kit.model import Span

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")
_CHARACTERS = {character: digit for digit, character in enumerate("〇一二三四五六七八九")}
_CHARACTERS["零"] = 0
_CENTURY = 2000  # of years written with two digits, 08.02.20


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text. ``complete`` is False where the year was not written but taken over."""

    span: Span
    text: str
    day: date
    complete: bool


def find_dates(text: str, language: str, *, year_hint: int | None = None) -> tuple[DateFound, ...]:
    """Every day named in ``text``, in reading order.

    A date without a year takes the year of the date before it in the text, or ``year_hint``;
    where there is neither it is left out, as are days that no calendar has. Both ends of a range
    (8–10 February) are found. English 02/08/2020 may be either month's and is left out;
    02/28/2020 is not. Raises NotKnown for a language other than the five.
    """
    plain = text.translate(_FULL_WIDTH)
    found: list[DateFound] = []
    year = year_hint
    for match in _matches(plain, language):
        parts = match.groupdict()
        written = _year(parts)
        year = written if written is not None else year
        if year is None:
            continue
        month = _month(parts, language)
        for group in ("day", "until"):
            if parts.get(group):
                span = _span(match, group, until=bool(parts.get("until")))
                found.extend(_dated(text, span, (year, month, parts[group]), written is not None))
    return tuple(found)


def _matches(text: str, language: str) -> list[re.Match[str]]:
    """The matches in reading order; a stretch belongs to the first pattern that takes it."""
    found: list[re.Match[str]] = []
    taken = bytearray(len(text))
    for pattern in patterns(language):
        for match in pattern.finditer(text):
            if 1 not in taken[match.start() : match.end()]:
                taken[match.start() : match.end()] = b"\1" * len(match.group())
                found.append(match)
    return sorted(found, key=lambda match: match.start())


def _span(match: re.Match[str], group: str, *, until: bool) -> Span:
    """The whole match is the date; in a range, each day but the last word of it is only itself."""
    if not until:
        return Span(*match.span())
    if group == "day":
        return Span(match.start(), match.end("day"))
    return Span(match.start("until"), match.end())


def _dated(text: str, span: Span, ymd: tuple[int, int, str], complete: bool) -> Iterator[DateFound]:
    year, month, day = ymd
    try:
        found = date(year, month, _value(day))
    except ValueError:  # 30 February, or a number like 2020.13.45
        return
    yield DateFound(span, span.of(text), found, complete)


def _year(parts: Mapping[str, str | None]) -> int | None:
    year = parts.get("year")
    if not year:
        return None
    if era := parts.get("era"):
        named = next(e for e in eras().values() if era in (e.name, e.initial))
        return named.western(1 if year == FIRST_YEAR else _value(year))
    value = _value(year)
    return value + _CENTURY if len(year) == 2 else value


def _month(parts: Mapping[str, str | None], language: str) -> int:
    written = parts["month"] or ""
    if written[0].isdigit() or written[0] in _CHARACTERS or written[0] == "十":
        return _value(written)
    return _month_numbers(language)[written.casefold()]


def _value(digits: str) -> int:
    """12, 十二, 二十八 and 二〇二〇 as numbers."""
    if digits.isdecimal():
        return int(digits)
    if "十" in digits:
        tens, _ten, ones = digits.partition("十")
        return 10 * _value(tens or "一") + (_value(ones) if ones else 0)
    return int("".join(str(_CHARACTERS[character]) for character in digits))


@cache
def _month_numbers(language: str) -> Mapping[str, int]:
    return {
        form.casefold(): month for month, forms in month_forms(language).items() for form in forms
    }
