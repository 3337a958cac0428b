"""Converted measures: 5 miles and 8 km are the same way, though not the same number."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate_kit.files import Row, read_table
from translate_kit.languages.numbers import Number, extract
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

_FILE = Path(__file__).parent / "data" / "measures.tsv"
_COLUMNS = ("unit", "measure", "factor", "offset", *LANGUAGES, "note")
_RANGE = r"(?:\s?(?:to|and|or|до|или|에서|から|[-–—~～〜至到])\s?[0-9][0-9.,]*)?"
"""The rest of a range, whose unit holds for the number before it too: 2 to 4 inches."""
_ROUNDED = 0.06
"""Translators round: 5 miles become 8 km, 6 feet 1.8 m."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """``(number + offset) * factor`` is the amount in the measure's own unit."""

    measure: str
    factor: float
    offset: float
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Quantity:
    """So much of a measure, in its own unit, and the factor of the unit that the text has."""

    measure: str
    amount: float
    factor: float

    def is_converted(self, other: "_Quantity") -> bool:
        """Whether the two are as much, in different units."""
        if self.measure != other.measure or self.factor == other.factor:
            return False
        larger = max(abs(self.amount), abs(other.amount))
        return abs(self.amount - other.amount) <= _ROUNDED * larger


def _quantities(text: str, language: str, numbers: Iterable[Number]) -> Iterator[_Quantity]:
    """What each number measures; several readings of one are given."""
    for number in numbers:
        for unit in _units(language):
            if unit.words.match(text, number.span.end):
                for value in number.values:
                    amount = (float(value) + unit.offset) * unit.factor
                    yield _Quantity(unit.measure, amount, unit.factor)


def converted(number: Number, text: str, language: str, others: Sequence[tuple[str, str]]) -> bool:
    """Whether ``number`` of ``text`` says in another unit what a number of the others says.

    ``others`` are texts with their languages: the translation, and ``text`` itself, which may
    give both measures.
    """
    own = list(_quantities(text, language, (number,)))
    if not own:
        return False
    for other, its_language in others:
        rest = [n for n in extract(other, its_language) if other != text or n.span != number.span]
        for quantity in _quantities(other, its_language, rest):
            if any(quantity.is_converted(mine) for mine in own):
                return True
    return False


@cache
def _units(language: str) -> tuple[_Unit, ...]:
    rows = read_table(_FILE, required=_COLUMNS, known=_COLUMNS)
    return tuple(_unit(row, language) for row in rows if row.cells[language])


def _unit(row: Row, language: str) -> _Unit:
    try:
        factor, offset = float(row.cells["factor"]), float(row.cells["offset"])
    except ValueError:
        raise row.bad("factor", _("not a number")) from None
    words = rf"{_RANGE}[\s\u00A0-]{{0,2}}(?:{row.cells[language]})"
    return _Unit(row.cells["measure"], factor, offset, re.compile(words, re.IGNORECASE))
