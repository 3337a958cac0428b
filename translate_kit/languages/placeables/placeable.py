"""The values of this room: a placeable and what it may be worth."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from translate_kit.languages.money import Money
from translate_kit.model import Span


class Kind(StrEnum):
    """What sort of thing a placeable is; the order is the one in which they are looked for."""

    URL = "url"
    EMAIL = "email"
    NAME = "name"
    """One of the names that the caller passed."""
    REFERENCE = "reference"
    """A file or reference number: 〔2020〕15号, № 15-03/118."""
    CODE = "code"
    """The code of a standard, the name of a model, a flight: GB 19082-2009, N95."""
    PHONE = "phone"
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    NUMBER = "number"
    LATIN = "latin"
    """Words in Latin letters in a text of another script: CIF, Red Cross."""


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A date that was written without its year."""

    month: int
    day: int


Value: TypeAlias = Decimal | date | timedelta | MonthDay | Money | str
"""What a placeable says, the same in every language that says it.

``Decimal`` of a number, ``date`` or ``MonthDay`` of a date, ``Money`` of a sum. A time of day is
the ``timedelta`` since the midnight before the day that the text speaks of, so that 24:00 and 0:00
differ. All others are strings: their spelling with widths, dashes and blanks evened out.
"""


@dataclass(frozen=True, slots=True)
class Placeable:
    """Something exchangeable at a place of a text; ``text`` is what stands there.

    ``sure`` is False where it may be read in more than one way (9点 may be 9 or 21, $ any dollar):
    equal values still match, but no other value can be put in its place with certainty.
    """

    span: Span
    kind: Kind
    text: str
    value: Value
    sure: bool = True
