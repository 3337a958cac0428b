"""Number words of a language, read from its data file ``numbers_<language>.csv``.

The Russian forms are the lexemes of pymorphy3, written with ё and with е.
Columns: ``form`` (as written, lower case), ``value``, ``part`` (see ``numeral.Part``).
"""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from translate_kit.files import Row, read_table
from translate_kit.languages.numbers.number import Amount
from translate_kit.languages.numbers.numeral import Part
from translate_kit.messages import _

_DATA = Path(__file__).parents[1] / "data"
_COLUMNS = ("form", "value", "part")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one written form means."""

    value: Amount
    part: Part


def read_lexicon(language: str) -> dict[str, Entry]:
    """Form -> entry of a language's number words; raises BadData for a row it can't use."""
    rows = read_table(_DATA / f"numbers_{language}.csv", required=_COLUMNS, known=_COLUMNS)
    return {row.cells["form"]: _entry(row) for row in rows}


def _entry(row: Row) -> Entry:
    try:
        value = Decimal(row.cells["value"])
    except InvalidOperation:
        raise row.bad("value", _("not a number")) from None
    try:
        part = Part(row.cells["part"])
    except ValueError:
        raise row.bad("part", _("no such part")) from None
    return Entry(int(value) if value == value.to_integral_value() else value, part)
