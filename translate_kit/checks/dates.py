"""Dates by value."""

import re
from collections.abc import Iterator, Sequence

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.languages.dates import DateFound, find_dates
from translate_kit.messages import _

_MAY_HOLD_A_DATE = re.compile(r"[0-9０-９一二三四五六七八九十]")
_ANY_YEAR = 2000
"""For days without a year in both texts: a leap year, so that 29 February is a day."""


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Dates.

    Days are compared by value: 2020年2月8日, 8 February 2020, «8 февраля 2020 г.» and 令和2年2月8日
    are one. A changed month or year is an error even where every number is there.
    """
    for day, other in changed_dates(segment):
        message = _("the date “{source}” became “{target}”")
        yield Remark(
            message.format(source=day.text, target=other.text),
            span=other.span,
            source_span=day.span,
        )


def changed_dates(segment: Segment) -> list[tuple[DateFound, DateFound]]:
    """The days of the source that the translation lacks, each with one that it has instead.

    Only as many as both have: a date that is missing altogether is told by its numbers.
    """
    if not segment.ours or not _MAY_HOLD_A_DATE.search(segment.source):
        return []
    ours = find_dates(segment.source, segment.pair.source, year_hint=_ANY_YEAR)
    theirs = find_dates(segment.target, segment.pair.target, year_hint=_ANY_YEAR) if ours else ()
    lost = [day for day in ours if not _any_same(day, theirs)]
    gained = [day for day in theirs if not _any_same(day, ours)]
    return list(zip(lost, gained, strict=False))


def _any_same(day: DateFound, others: Sequence[DateFound]) -> bool:
    return any(_same(day, other) for other in others)


def _same(one: DateFound, other: DateFound) -> bool:
    """The same day; the year counts where both texts write it."""
    if one.complete and other.complete:
        return one.day == other.day
    return (one.day.month, one.day.day) == (other.day.month, other.day.day)
