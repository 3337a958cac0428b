"""The names of the months, as ``data/months.csv`` lists them: full, short and inflected."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from translate_kit.files import read_table

DATA = Path(__file__).parent / "data"

_COMMON_FORMS = {"en": 1, "ru": 5}
"""How many forms at the head of a row stand in the same order for every month."""


NAMED = tuple(_COMMON_FORMS)
"""The languages that name their months; the others number them."""


def month_name(language: str, month: int) -> str:
    """The name of a month, 1 to 12, in the form that stands in a full date.

    ``February``; in Russian the genitive, ``февраля``. Raises KeyError for a language that writes
    its months as numbers.
    """
    return month_forms(language)[month][0]


def in_form_of(written: str, month: int, language: str) -> str | None:
    """The name of a month in the form in which another month is ``written``: марте for феврале.

    None for a form that not every month has (Sept.), and for what is no month's name.
    """
    for forms in month_forms(language).values():
        if written in forms[: _COMMON_FORMS[language]]:
            return month_forms(language)[month][forms.index(written)]
    return None


@cache
def month_forms(language: str) -> Mapping[int, tuple[str, ...]]:
    """Every form of each month, the one for full dates first."""
    columns = ("language", "month", "forms")
    forms: dict[int, tuple[str, ...]] = {}
    for row in read_table(DATA / "months.csv", required=columns, known=columns):
        if row.cells["language"] == language:
            forms[int(row.cells["month"])] = tuple(row.cells["forms"].split())
    return forms
