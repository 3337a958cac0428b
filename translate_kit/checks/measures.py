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
_ROUNDED = 0.06
"""Translators round: 5 miles become 8 km, 6 feet 1.8 m."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """``(number + offset) * factor`` is the amount in the measure's own unit."""

    measure: str
    factor: float
    offset: float
    words: re.Pattern[str]


def quantities(text: str, language: str, numbers: Iterable[Number]) -> Iterator[tuple[str, float]]:
    """What each number measures, and how much in one unit; several readings of one are given."""
    for number in numbers:
        for unit in _units(language):
            if unit.words.match(text, number.span.end):
                for value in number.values:
                    yield unit.measure, (float(value) + unit.offset) * unit.factor


def converted(number: Number, text: str, language: str, others: Sequence[tuple[str, str]]) -> bool:
    """Whether ``number`` of ``text`` says in another unit what a number of the others says.

    ``others`` are texts with their languages: the translation, and ``text`` itself, which may
    give both measures.
    """
    own = list(quantities(text, language, (number,)))
    if not own:
        return False
    for other, its_language in others:
        rest = [n for n in extract(other, its_language) if other != text or n.span != number.span]
        for measure, amount in quantities(other, its_language, rest):
            if any(_near(measure, amount, mine) for mine in own):
                return True
    return False


def _near(measure: str, amount: float, mine: tuple[str, float]) -> bool:
    return measure == mine[0] and abs(amount - mine[1]) <= _ROUNDED * max(abs(amount), abs(mine[1]))


@cache
def _units(language: str) -> tuple[_Unit, ...]:
    rows = read_table(_FILE, required=_COLUMNS, known=_COLUMNS)
    return tuple(_unit(row, language) for row in rows if row.cells[language])


def _unit(row: Row, language: str) -> _Unit:
    try:
        factor, offset = float(row.cells["factor"]), float(row.cells["offset"])
    except ValueError:
        raise row.bad("factor", _("not a number")) from None
    # A number may be followed by others of its kind (5-6 км) and by a bracket or a dash.
    words = rf"[\s\u00A0-]{{0,2}}(?:{row.cells[language]})"
    return _Unit(row.cells["measure"], factor, offset, re.compile(words, re.IGNORECASE))
