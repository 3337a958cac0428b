"""The names of the months, as ``data/months.csv`` lists them: full, short and inflected."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from translate_kit.files import read_table

DATA = Path(__file__).parent / "data"


def month_name(language: str, month: int) -> str:
    """The name of a month, 1 to 12, in the form that stands in a full date.

    ``February``; in Russian the genitive, ``февраля``. Raises KeyError for a language that writes
    its months as numbers.
    """
    return month_forms(language)[month][0]


@cache
def month_forms(language: str) -> Mapping[int, tuple[str, ...]]:
    """Every form of each month, the one for full dates first."""
    columns = ("language", "month", "forms")
    forms: dict[int, tuple[str, ...]] = {}
    for row in read_table(DATA / "months.csv", required=columns, known=columns):
        if row.cells["language"] == language:
            forms[int(row.cells["month"])] = tuple(row.cells["forms"].split())
    return forms
