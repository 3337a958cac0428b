"""The values of this room: a number found in a text, and a reading before it becomes one."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import TypeAlias

from translate_kit.model import Span

Amount: TypeAlias = int | Decimal
"""A value while it is being read: whole numbers stay ``int``, which is faster; both compare."""


class Rank(IntEnum):
    """How much a reading can be trusted to be a number that a translation must keep."""

    HINT = 0  # the digits inside a name such as МиГ-29: may explain a number on the other side
    WEAK = 1  # a small spelled-out number, a month's name alone: an answer, never a question
    SMALL = 2  # 0 and 1 in digits, two to twelve in words: a question only against each other
    STRONG = 3  # must be there in the other language


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in a text.

    ``value`` is the likeliest value and ``values`` every one it may have (21 for the 9 of
    "9:00"). A ``strong`` number must be matched in a translation; a weak one may match a strong
    one of the other side, but its own absence means nothing.
    """

    span: Span
    text: str
    value: Decimal
    values: frozenset[Decimal]
    strong: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """Characters ``start`` to ``end`` read as ``value`` or one of the ``others``.

    ``scale`` is the last multiplier (10,000 in 3万): in a range it may hold for the number before
    too.
    """

    start: int
    end: int
    value: Amount
    others: tuple[Amount, ...] = ()
    rank: Rank = Rank.STRONG
    scale: int = 1

    def number(self, text: str) -> Number:
        """This reading as a number of ``text``."""
        values = frozenset(_decimal(v) for v in (self.value, *self.others))
        span = Span(self.start, self.end)
        return Number(span, span.of(text), _decimal(self.value), values, self.rank is Rank.STRONG)


def _decimal(value: Amount) -> Decimal:
    """``value`` without idle zeros: 1.2 million is 1200000, not 1200000.0."""
    written = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return Decimal(written.rstrip("0").rstrip(".") if "." in written else written)
