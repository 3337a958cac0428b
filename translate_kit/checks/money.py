"""Currencies: the amount right, the money wrong."""

from collections.abc import Iterator

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.languages.money import MoneyFound, find_money, names_currency
from translate_kit.messages import _

_SHARED_SIGNS = ({"USD", "CAD"}, {"CNY", "JPY"})
"""Currencies that an unsure word or sign (dollars, ¥) may mean all alike."""


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Currencies.

    An amount of money must stay in its currency: 285元 is not 285 dollars, and 元 in a Japanese
    letter is not 円. Amounts themselves are the business of the check of numbers.
    """
    if not (segment.ours and _names_currencies(segment)):
        return
    theirs = find_money(segment.target, segment.pair.target)
    for sum_ in find_money(segment.source, segment.pair.source):
        same = [other for other in theirs if other.money.amount == sum_.money.amount]
        if same and not any(_may_be_same(sum_, other) for other in same):
            message = _("“{source}” became “{target}”: another currency")
            yield Remark(
                message.format(source=sum_.text.strip(), target=same[0].text.strip()),
                span=same[0].span,
                source_span=sum_.span,
                sure=sum_.sure and same[0].sure,
            )


def _names_currencies(segment: Segment) -> bool:
    return names_currency(segment.source, segment.pair.source) and names_currency(
        segment.target, segment.pair.target
    )


def _may_be_same(one: MoneyFound, other: MoneyFound) -> bool:
    codes = {one.money.currency, other.money.currency}
    if len(codes) == 1:
        return True
    return not (one.sure and other.sure) and any(codes <= shared for shared in _SHARED_SIGNS)
