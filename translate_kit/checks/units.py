"""Units and counters: the number right, what it counts wrong."""

from collections.abc import Iterator

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.languages.numbers import Difference, Number
from translate_kit.messages import _

_AFTER = 6
"""Characters after a number that are shown with it, so that its unit can be read."""


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Units and counters.

    A number must count the same thing: 200双 are 200 pairs and not 200 pieces, 5 km are not 5
    miles, and 285元 per suit must not change places with 200套.
    """
    difference = segment.numbers
    if not only_units(difference):
        return
    for lost in difference.missing:
        gained = next(n for n in difference.surplus if not n.values.isdisjoint(lost.values))
        source, target = _with_unit(lost, segment.source), _with_unit(gained, segment.target)
        message = _("“{source}” became “{target}”: something else is counted")
        text = message.format(source=source, target=target)
        yield Remark(text, span=gained.span, source_span=lost.span)


def only_units(difference: Difference) -> bool:
    """Whether the values are all there, and only what they count is different."""
    if not difference.missing or not difference.surplus:
        return False
    ours, theirs = ([n.values for n in side] for side in (difference.missing, difference.surplus))
    return all(any(not one.isdisjoint(other) for other in theirs) for one in ours)


def _with_unit(number: Number, text: str) -> str:
    end = number.span.end + _AFTER
    more = "…" if end < len(text) else ""
    return text[number.span.start : end].strip() + more
