"""How much each check's remarks matter, by pair of languages: the table ``severities.csv``."""

from functools import cache
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.files import Row, read_table
from translate_kit.messages import _
from translate_kit.model import Pair, Severity

_FILE = Path(__file__).parent / "data" / "severities.csv"
_COLUMNS = ("check", "source", "target", "sure", "unsure", "note")
_ANY, _OFF = "*", "off"
_DEFAULT = Severity.WARNING

Grades = tuple[Severity | None, Severity | None]
"""The severity of a sure and of an unsure remark; None where it is not to be said at all."""


@cache
def severity(check: str, pair: Pair, *, sure: bool) -> Severity | None:
    """The severity of a remark, or None where the table switches it off.

    A row for the pair goes before one for a target language, that before one for a source
    language, and that before the row for all. A check of a plug-in without a row warns.
    """
    rows = _table()
    for source, target in (
        (pair.source, pair.target),
        (_ANY, pair.target),
        (pair.source, _ANY),
        (_ANY, _ANY),
    ):
        grades = rows.get((check, source, target))
        if grades:
            return grades[not sure]
    return _DEFAULT


@cache
def _table() -> dict[tuple[str, str, str], Grades]:
    rows = read_table(_FILE, required=_COLUMNS[:-1], known=_COLUMNS)
    return {
        (row.cells["check"], row.cells["source"], row.cells["target"]): (
            _grade(row, "sure"),
            _grade(row, "unsure"),
        )
        for row in rows
    }


def _grade(row: Row, column: str) -> Severity | None:
    written = row.cells[column]
    if written == _OFF:
        return None
    try:
        return Severity(written)
    except ValueError:
        raise _unknown(row, column) from None


def _unknown(row: Row, column: str) -> BadData:
    known = ", ".join((*Severity, _OFF))
    why = _("“{value}” is none of: {known}").format(value=row.cells[column], known=known)
    return row.bad(column, why)
