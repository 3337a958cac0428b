"""A sheet as it came back, cell by cell, with the harm that Excel and WPS do to cells noticed.

A workbook or a CSV file in any of their encodings. Every cell is text, normalised, or is marked as
unusable with the reason: a formula, a date that Excel made of a text, a part of merged cells.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from translate_kit.errors import BadData, UserError
from translate_kit.files import read_lines
from translate_kit.glossary.sheet.columns import COLUMNS, ID, TERM, Column
from translate_kit.glossary.sheet.writing import BASE, PAGE
from translate_kit.messages import _

LARGEST = 200_000_000
"""Bytes that a workbook may unpack to; a sheet of 10,000 concepts takes 60 million."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
_GUARD = re.compile(r"'(?=[=+\-@])")
_HEAD_ROWS = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text; ``trouble`` says why it can't be used, and what to do."""

    text: str
    trouble: str = ""


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
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return _workbook(path)
    rows = ((number, [Cell(tidy(text)) for text in cells]) for number, cells in read_lines(path))
    lines, letters = _lines(path, rows)
    return Grid(lines, letters, None)


def is_head(texts: Sequence[str]) -> bool:
    """Whether a row has the names or titles of the sheet's columns."""
    return bool(_header([tidy(text) for text in texts]))


def tidy(text: str) -> str:
    """A text without what office programs add to it unasked; compare texts in this form."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    return _GUARD.sub("", text.strip(), count=1) if text.strip().startswith("'") else text.strip()


def _workbook(path: Path) -> Grid:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _refuse_bomb(path)
    try:
        book = load_workbook(path)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        why = _("{path}: not an Excel workbook that can be read: {why}")
        raise UserError(why.format(path=path, why=error)) from None
    page = book[PAGE] if PAGE in book.sheetnames else book.worksheets[0]
    lines, letters = _lines(path, _cells(page))
    base = _lines(path, _cells(book[BASE]))[0] if BASE in book.sheetnames else None
    return Grid(lines, letters, base)


def _refuse_bomb(path: Path) -> None:
    try:
        with ZipFile(path) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except FileNotFoundError:
        raise UserError(_("{path}: no such file").format(path=path)) from None
    except (BadZipFile, OSError) as error:
        why = _("{path}: not an Excel workbook that can be read: {why}")
        raise UserError(why.format(path=path, why=error)) from None
    if size > LARGEST:
        why = _("{path}: unpacks to {size} MB; that is no sheet of a glossary")
        raise UserError(why.format(path=path, size=size // 1_000_000))


def _cells(page: Any) -> Iterator[tuple[int, list[Cell]]]:
    merged = _merged(page)
    for row in page.iter_rows():
        number = row[0].row
        yield number, [merged.get((number, cell.column)) or _cell(cell) for cell in row]


def _merged(page: Any) -> dict[tuple[int, int], Cell]:
    """Cells under merged ones: an id counts for all of its rows, anything else is unusable."""
    found: dict[tuple[int, int], Cell] = {}
    for area in page.merged_cells.ranges:
        top = _cell(page.cell(area.min_row, area.min_col))
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                if (row, column) != (area.min_row, area.min_col):
                    why = _("the cells are merged; unmerge them and fill them in")
                    found[row, column] = Cell(top.text, why)
    return found


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell("")
    if cell.data_type == "f":
        return Cell("", _("this is a formula; put a text there"))
    if cell.data_type == "e":
        return Cell("", _("this is an error of Excel's, {text}").format(text=value))
    if isinstance(value, datetime.datetime | datetime.time | datetime.timedelta):
        day = value.date().isoformat() if isinstance(value, datetime.datetime) else str(value)
        return Cell(day, _("Excel made a date of this: format the cell as text and type it again"))
    if isinstance(value, float):
        return Cell(repr(value), _("a number with a point: format the cell as text"))
    return Cell(tidy(str(value)))


def _lines(
    path: Path, rows: Iterator[tuple[int, list[Cell]]]
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
