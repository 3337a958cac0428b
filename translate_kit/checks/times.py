"""Times of day by value."""

import re
from collections.abc import Iterator, Sequence

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.languages.time_forms import periods
from translate_kit.languages.times import TimeFound, find_times
from translate_kit.messages import _

_MAY_HOLD_A_TIME = re.compile(r"[0-9０-９]|点|时")
_NOON = 12


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Times of day.

    晚上9点20分, 9:20 p.m., 21:20 and 오후 9시 20분 are one time; 9:20 a.m. is another. An hour
    without its part of the day may be either.
    """
    if not segment.ours or not _MAY_HOLD_A_TIME.search(segment.source):
        return
    ours = find_times(segment.source, segment.pair.source)
    if not ours:
        return
    theirs = find_times(segment.target, segment.pair.target)
    languages = (segment.pair.source, segment.pair.target)
    lost = [each for each in ours if not _any_same(each, theirs, languages)]
    gained = [each for each in theirs if not _any_same(each, ours, languages[::-1])]
    for each, other in zip(lost, gained, strict=False):
        message = _("the time “{source}” became “{target}”")
        yield Remark(
            message.format(source=each.text, target=other.text),
            span=other.span,
            source_span=each.span,
        )


def _any_same(each: TimeFound, others: Sequence[TimeFound], languages: tuple[str, str]) -> bool:
    return any(_same(each, other, languages) for other in others)


def _same(one: TimeFound, other: TimeFound, languages: tuple[str, str]) -> bool:
    if one.time == other.time:
        return True
    apart = one.time.minute != other.time.minute or (one.time.hour - other.time.hour) % _NOON
    return not apart and not (_exact(one, languages[0]) and _exact(other, languages[1]))


def _exact(each: TimeFound, language: str) -> bool:
    """Whether the time says which half of the day it is in."""
    said = each.text.casefold()
    return each.time.hour > _NOON or any(word in said for word in periods(language))
