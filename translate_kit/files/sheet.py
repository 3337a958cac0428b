"""A sheet as it came back, cell by cell, with the harm that Excel and WPS do to cells noticed.

Every cell is text, normalised, or is marked as unusable with the reason: a formula, a date that
Excel made of a text, a part of merged cells.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from translate_kit.errors import UserError
from translate_kit.files.table import read_lines
from translate_kit.messages import _

LARGEST = 200_000_000
"""Bytes that a workbook may unpack to; a sheet of 10,000 concepts takes 60 million."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
_GUARD = re.compile(r"'(?=[=+\-@])")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text; ``trouble`` says why it can't be used, and what to do.

    ``is_date`` says that it is no text but a day, which then stands in the text (2020-02-08).
    """

    text: str
    trouble: str = ""
    is_date: bool = False


Lines = Iterator[tuple[int, list[Cell]]]
"""The rows of a page: the number that Excel shows, and the cells."""


def read_pages(path: Path) -> Mapping[str, Lines]:
    """The pages of a workbook by name, in order; a CSV or TSV file is one page without a name.

    Raises UserError or BadData where it is none.
    """
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        book = _workbook(path)
        return {name: _cells(book[name]) for name in book.sheetnames}
    return {"": ((line, [Cell(tidy(each)) for each in cells]) for line, cells in read_lines(path))}


def tidy(text: str) -> str:
    """A text without what office programs add to it unasked; compare texts in this form."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    return _GUARD.sub("", text.strip(), count=1) if text.strip().startswith("'") else text.strip()


def _workbook(path: Path) -> Any:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _refuse_bomb(path)
    try:
        return load_workbook(path)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        why = _("{path}: not an Excel workbook that can be read: {why}")
        raise UserError(why.format(path=path, why=error)) from None


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
        why = _("{path}: unpacks to {size} MB; that is too large for a table")
        raise UserError(why.format(path=path, size=size // 1_000_000))


def _cells(page: Any) -> Lines:
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
        why = _("Excel made a date of this: format the cell as text and type it again")
        return Cell(day, why, is_date=isinstance(value, datetime.datetime))
    if isinstance(value, float) and not value.is_integer():
        return Cell(repr(value), _("a number with a point: format the cell as text"))
    return Cell(tidy(str(int(value) if isinstance(value, float) else value)))
