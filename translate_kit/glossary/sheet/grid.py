"""The sheet of the glossary as it came back: its rows by column, and those it was written with.

A workbook or a CSV file in any of their encodings.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.files.sheet import Cell, read_pages, tidy
from translate_kit.glossary.sheet.columns import COLUMNS, ID, TERM, Column
from translate_kit.glossary.sheet.writing import BASE, PAGE
from translate_kit.messages import _

_HEAD_ROWS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet by column; ``number`` is the row as Excel shows it."""

    number: int
    cells: Mapping[Column, Cell]

    def text(self, language: str, field: str) -> str:
        """The text of a cell, empty where there is none or where it can't be used."""
        cell = self.cells.get(Column(language, field))
        return cell.text if cell and not cell.trouble else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a sheet, the letters of its columns, and the rows it was written with.

    ``base`` is None where they were lost: a CSV file has no hidden pages.
    """

    lines: tuple[Line, ...]
    letters: Mapping[Column, str]
    base: tuple[Line, ...] | None


def read_grid(path: Path) -> Grid:
    """The sheet in a file; raises UserError or BadData where it is none."""
    pages = read_pages(path)
    page = PAGE if PAGE in pages else next(iter(pages))
    lines, letters = _lines(path, pages[page])
    base = _lines(path, pages[BASE])[0] if BASE in pages else None
    return Grid(lines, letters, base)


def is_head(texts: Sequence[str]) -> bool:
    """Whether a row has the names or titles of the sheet's columns."""
    return bool(_header([tidy(text) for text in texts]))


def _lines(
    path: Path, rows: Iterable[tuple[int, list[Cell]]]
) -> tuple[tuple[Line, ...], Mapping[Column, str]]:
    from openpyxl.utils import get_column_letter

    header: dict[int, Column] = {}
    lines = []
    for number, cells in rows:
        if not header:
            header = _header([cell.text for cell in cells])
            if not header and number >= _HEAD_ROWS:
                break
        elif any(cell.text or cell.trouble for cell in cells) and not _titles(cells, header):
            by_column = {column: cells[at] for at, column in header.items() if at < len(cells)}
            lines.append(Line(number, _with_merged_id(by_column)))
    if not header:
        why = _("no row with the names of the columns, such as id and ru term; export it again")
        raise BadData(path, why, line=1)
    return tuple(lines), {column: get_column_letter(at + 1) for at, column in header.items()}


def _with_merged_id(cells: dict[Column, Cell]) -> Mapping[Column, Cell]:
    column = Column("", ID)
    if column in cells and cells[column].trouble:
        return cells | {column: Cell(cells[column].text)}
    return cells


def _header(texts: list[str]) -> dict[int, Column]:
    """Place -> column, where a row has names or titles enough to be the head."""
    names = {column.name: column for column in COLUMNS}
    titles = {title: column for column in COLUMNS for title in column.titles()}
    found: dict[int, Column] = {}
    for at, text in enumerate(texts):
        column = names.get(text) or titles.get(text)
        if column and column not in found.values():
            found[at] = column
    fields = {column.field for column in found.values()}
    return found if {ID, TERM} <= fields else {}


def _titles(cells: list[Cell], header: Mapping[int, Column]) -> bool:
    """Whether this is the second row of the head."""
    return all(
        cells[at].text in column.titles() for at, column in header.items() if at < len(cells)
    )
