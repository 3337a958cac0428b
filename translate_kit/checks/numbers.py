"""Numbers by value."""

from collections.abc import Iterator
from itertools import zip_longest

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.languages.numbers import Number
from translate_kit.messages import _


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Numbers by value.

    Every number of the source must be in the translation, and no other: 3万, 30,000, 30 000 and
    3만 are one value. Written-out numbers, fractions, decades and clock times are read too. What
    may be a way of speaking (one, two, a hundred) is passed over.
    """
    missing, surplus = segment.numbers.missing, segment.numbers.surplus
    if len(missing) == len(surplus) == 1:
        yield _changed(missing[0], surplus[0])
        return
    for lost, gained in zip_longest(missing, surplus):
        if lost:
            message = _("the number “{number}” is missing").format(number=lost.text)
            yield Remark(message, source_span=lost.span)
        if gained:
            message = _("the number “{number}” is not in the source").format(number=gained.text)
            yield Remark(message, span=gained.span)


def _changed(lost: Number, gained: Number) -> Remark:
    message = _("“{source}” in the source, but “{target}” in the translation")
    return Remark(
        message.format(source=lost.text, target=gained.text),
        span=gained.span,
        source_span=lost.span,
    )
