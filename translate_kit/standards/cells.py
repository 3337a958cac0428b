"""The table of standards as cells, (id, column) -> text, and changes of them.

Every way of changing the table (a command, a sheet, undo) is a list of ``Change``s; whether they
fit what stands there now is told here, once. Empty cells are left out.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.files import Row, read_table
from translate_kit.standards.editions import COLUMNS, REQUIRED, Edition, edition_of

Place = tuple[str, str]
"""The id of an edition, and a column."""
Cells = dict[Place, str]


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """What stood in a cell of an edition, and what is to stand there; empty means nothing."""

    id: str
    column: str
    old: str
    new: str

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.id, self.column


def read_cells(path: Path) -> Cells:
    """Every cell of ``standards.csv`` that is not empty, but for the ids, in the file's order.

    Raises BadData for what is no table.
    """
    rows = read_table(path, required=REQUIRED, known=COLUMNS)
    return {
        (row.cells["id"], column): text
        for row in rows
        for column, text in row.cells.items()
        if text and column != "id"
    }


def table_csv(cells: Mapping[Place, str]) -> bytes:
    """The canonical ``standards.csv``: UTF-8, LF, editions in the order in which they came.

    New ones follow the last of their country; the columns are always all.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    by_id = rows_of(cells)
    ids = list(by_id)
    order = {by_id[each].get("country", ""): at for at, each in reversed(list(enumerate(ids)))}
    ids.sort(key=lambda each: order[by_id[each].get("country", "")])
    writer.writerows([by_id[each].get(column, "") for column in COLUMNS] for each in ids)
    return text.getvalue().encode("utf-8")


def rows_of(cells: Mapping[Place, str]) -> dict[str, dict[str, str]]:
    """Id -> its cells by column, the id among them."""
    rows: dict[str, dict[str, str]] = {}
    for (identifier, column), text in cells.items():
        rows.setdefault(identifier, {"id": identifier})[column] = text
    return rows


def edition_in(cells: Mapping[str, str], path: Path) -> Edition:
    """The edition that the cells of a row make; raises BadData naming the column."""
    try:
        return edition_of(Row(path, 0, {column: cells.get(column, "") for column in COLUMNS}))
    except BadData as error:  # it stands in no line yet
        raise BadData(path, error.why, field=error.field) from None


def clashes(cells: Mapping[Place, str], changes: Iterable[Change]) -> list[tuple[Change, str]]:
    """The changes that can't be made because their cell holds neither the old nor the new, and what
    it holds."""
    found = ((change, cells.get(change.place, "")) for change in changes)
    return [(change, now) for change, now in found if now not in (change.old, change.new)]


def applied(cells: Mapping[Place, str], changes: Iterable[Change]) -> Cells:
    """The cells after the changes."""
    after = dict(cells)
    for change in changes:
        if change.new:
            after[change.place] = change.new
        else:
            after.pop(change.place, None)
    return after
