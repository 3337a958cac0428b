"""Dates as sources give them: a day, a month or a year, and what follows from not knowing more."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a date may mean: from ``first`` to ``last``, both included."""

    first: date
    last: date


def parse_period(text: str) -> Period:
    """``2025-12-01``, ``2025-12``, ``2025`` or the ISO 8601 interval ``2020-01/2020-04``.

    Raises ValueError for anything else, a 30th of February among it.
    """
    start, slash, end = text.partition("/")
    if slash:
        period = Period(_single(start).first, _single(end).last)
        if period.first > period.last:
            raise ValueError(text)
        return period
    return _single(start)


def _single(text: str) -> Period:
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or month is None:
        return Period(date(year or 1, 1, 1), date(year or 1, 12, 31))
    if day is None:
        return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Period(date(year, month, day), date(year, month, day))
