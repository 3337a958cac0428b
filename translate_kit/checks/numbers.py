"""Numbers by value."""

from collections.abc import Iterator

from translate_kit.checks.dates import changed_dates
from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.measures import converted
from translate_kit.checks.segment import Remark, Segment
from translate_kit.checks.units import only_units
from translate_kit.languages.numbers import Number
from translate_kit.messages import _
from translate_kit.model import Span

_SMALL = 10
"""Below it, a number on one side only may be a way of speaking: both, a pair, first class."""


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Numbers by value.

    Every number of the source must be in the translation, and no other: 3万, 30,000, 30 000 and
    3만 are one value. Written-out numbers, fractions, decades and clock times are read too. Miles
    that became kilometres are warned of, and so are small numbers that one side does not have.
    """
    if not segment.numbers or only_units(segment.numbers):
        return
    missing, surplus = _outside_changed_dates(segment)
    if _is_clock(missing, surplus):
        return
    if len(missing) == len(surplus):
        for lost, gained in zip(missing, surplus, strict=True):
            yield _changed(lost, gained, segment)
        return
    for number in missing:
        if number.value != 1:  # a, per, first: languages differ in whether they say it
            message = _("the number “{number}” is missing").format(number=number.text)
            sure = _is_surely_wrong(number, segment, ours=True)
            yield Remark(message, source_span=number.span, sure=sure)
    for number in surplus:
        if number.value != 1:
            message = _("the number “{number}” is not in the source").format(number=number.text)
            sure = _is_surely_wrong(number, segment, ours=False)
            yield Remark(message, span=number.span, sure=sure)


def _is_clock(missing: list[Number], surplus: list[Number]) -> bool:
    """Whether all that differs is 11 点 29 分 against 11.29, as British clocks have it."""
    if len(surplus) != 1 or len(missing) != 2:
        return False
    hour, minute = (int(number.value) for number in missing)
    return surplus[0].text == f"{hour}.{minute:02}"


def _outside_changed_dates(segment: Segment) -> tuple[list[Number], list[Number]]:
    """What is missing and what is surplus, but for numbers of a date that became another."""
    dates = changed_dates(segment)
    ours, theirs = [day.span for day, _other in dates], [other.span for _day, other in dates]
    return (
        [number for number in segment.numbers.missing if not _inside(number, ours)],
        [number for number in segment.numbers.surplus if not _inside(number, theirs)],
    )


def _inside(number: Number, spans: list[Span]) -> bool:
    return any(s.start <= number.span.start and number.span.end <= s.end for s in spans)


def _changed(lost: Number, gained: Number, segment: Segment) -> Remark:
    message = _("“{source}” in the source, but “{target}” in the translation")
    same = _converted(lost, segment, ours=True) or _converted(gained, segment, ours=False)
    if same:
        message = _("“{source}” seems to be converted to “{target}”; check it")
    return Remark(
        message.format(source=lost.text, target=gained.text),
        span=gained.span,
        source_span=lost.span,
        sure=not same,
    )


def _is_surely_wrong(number: Number, segment: Segment, *, ours: bool) -> bool:
    """Whether a number on one side only is more than a way of speaking or of measuring."""
    return number.value >= _SMALL and not _converted(number, segment, ours=ours)


def _converted(number: Number, segment: Segment, *, ours: bool) -> bool:
    sides = [(segment.source, segment.pair.source), (segment.target, segment.pair.target)]
    text, language = sides[0] if ours else sides[1]
    return converted(number, text, language, sides)
