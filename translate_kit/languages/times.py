"""Times of day in running text, on the 24-hour clock, with the day they belong to.

晚上9点20分, 9:20 p.m., 오후 9시 20분 and 21 ч 20 мин are 21:20. The words for the parts of the day
are in ``data/day_periods.csv``. The trap that this module is for: 21:20抵达，12点多离开 - the
second time is after midnight, so the date has changed.
"""

import re
from dataclasses import dataclass, replace
from datetime import time

from translate_kit.languages.time_forms import pattern, periods
from translate_kit.model import Span

_FULL_WIDTH = str.maketrans("０１２３４５６７８９：", "0123456789:")
_EVENING = time(18)
_NOON = 12
_HALF, _QUARTER = 30, 15
_MINUTES = {"半": _HALF, "반": _HALF, "一刻": _QUARTER, "三刻": 3 * _QUARTER}
_HOURS = {word: hour for hour, word in enumerate("零一二三四五六七八九十")} | {
    "两": 2,
    "十一": 11,
    "十二": 12,
}
_RANGE = re.compile(r"\s*(?:至|到|から|부터|에서|до|to|[-–—~～〜])\s*")
_SENTENCE_END = re.compile(r"[。！？!?\n]|\.\s+(?=[A-ZА-ЯЁ가-힣])")


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time in a text.

    ``next_day`` is True where it belongs to the day after the one that the text speaks of: 24:00,
    晚上12点, or a time past midnight. ``sure`` is False where that was concluded from the time
    before it: a person should look.
    """

    span: Span
    text: str
    time: time
    next_day: bool = False
    sure: bool = True


def find_times(text: str, language: str) -> tuple[TimeFound, ...]:
    """Every time of day in ``text``, in reading order.

    In a range the part of the day carries on (下午2点至5点, 2 to 5 p.m.). 12 o'clock after an
    evening time in the same sentence is past midnight, unsure. Durations (3小时, 3時間, 3시간) and
    counted points (3点意见) are no times. Raises NotKnown for a language other than the five.
    """
    found: list[tuple[TimeFound, str]] = []
    for match in pattern(language).finditer(text.translate(_FULL_WIDTH)):
        span = Span(*match.span())
        period = _period(match, language) or _carried(text, span, found)
        clock = _clock(match, period)
        if clock is not None:
            here = TimeFound(span, span.of(text), *clock)
            found.append((_past_midnight(text, here, period, found), period))
    return tuple(_of_later_period(text, found))


def _clock(match: re.Match[str], period: str) -> tuple[time, bool] | None:
    """(time, whether on the next day), or None for what no clock shows."""
    hour = _hour(_first(match, "hour", "colon_hour", "hour_said"))
    minute = _minute(_first(match, "minute", "colon_minute", "dot_minute") or "0")
    next_day = False
    if hour == 24 and minute == 0:
        return time(0), True
    if hour <= _NOON:
        hour, next_day = _on_24_hours(hour, period)
    if hour > 23 or minute > 59:
        return None
    return time(hour, minute), next_day


def _on_24_hours(hour: int, period: str) -> tuple[int, bool]:
    """(hour, whether past midnight) of an hour up to 12 in a part of the day."""
    match period:
        case "am":
            return hour % _NOON, False
        case "pm":
            return hour % _NOON + _NOON, False
        case "noon":
            return (hour + _NOON if hour < 6 else hour), False
        case "night" if hour == _NOON or hour < 5:
            return hour % _NOON, True
        case "night":
            return hour + _NOON, False
        case "small_hours":
            return hour % _NOON, hour == _NOON
    return hour, False


def _carried(text: str, span: Span, found: list[tuple[TimeFound, str]]) -> str:
    """The part of the day of the time before, where the two are a range."""
    if found and _RANGE.fullmatch(text[found[-1][0].span.end : span.start]):
        return found[-1][1]
    return ""


def _of_later_period(text: str, found: list[tuple[TimeFound, str]]) -> list[TimeFound]:
    """2 to 5 p.m., 2-5 часов дня: the first time of a range takes the part of the day after it."""
    times = [each for each, _period in found]
    for position in range(len(found) - 1):
        (first, period), (second, later) = found[position : position + 2]
        joined = _RANGE.fullmatch(text[first.span.end : second.span.start])
        if joined and not period and later and first.time.hour < _NOON:
            hour, next_day = _on_24_hours(first.time.hour, later)
            if time(hour, first.time.minute) <= second.time:
                moved = first.time.replace(hour=hour)
                times[position] = replace(first, time=moved, next_day=next_day)
    return times


def _past_midnight(
    text: str, here: TimeFound, period: str, found: list[tuple[TimeFound, str]]
) -> TimeFound:
    """12 o'clock told after an evening time: the day has changed."""
    if period or here.time.hour != _NOON or not found:
        return here
    before = found[-1][0]
    same_sentence = not _SENTENCE_END.search(text[before.span.end : here.span.start])
    if same_sentence and (before.time >= _EVENING or before.next_day):
        return replace(here, time=here.time.replace(hour=0), next_day=True, sure=False)
    return here


def _hour(written: str) -> int:
    return int(written) if written.isdecimal() else _HOURS[written]


def _minute(written: str) -> int:
    return _MINUTES[written] if written in _MINUTES else int(written)


def _period(match: re.Match[str], language: str) -> str:
    return periods(language).get(_first(match, "before", "after").casefold(), "")


def _first(match: re.Match[str], *groups: str) -> str:
    """What the first of these groups that took part in the match holds, or an empty string."""
    taken = match.groupdict()
    return next((taken[group] for group in groups if taken.get(group)), "")
