"""Tables from CSV, TSV and Excel files: rows of named cells with the line each stands on.

Excel and WPS write CSV as UTF-8 with a byte order mark, as GBK or as UTF-16, with commas,
semicolons or tabs; all are read.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from translate_kit.errors import BadData, nearest
from translate_kit.files.reading import read_office_text
from translate_kit.files.workbook import workbook_lines
from translate_kit.messages import _


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the ``cells`` by column, and the ``line`` it begins on in the file."""

    file: Path
    line: int
    cells: Mapping[str, str]

    def bad(self, column: str, why: str) -> BadData:
        """The error to raise for a cell of this row."""
        return BadData(self.file, why, line=self.line, field=column)


def read_table(path: Path, *, required: tuple[str, ...], known: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a CSV, TSV or XLSX file with a header, cells trimmed, blank rows left out.

    Of a workbook the first sheet is read. ``required`` columns must be there; any column outside
    ``known`` is refused with the nearest known name, because a misspelt column would otherwise
    lose its cells in silence. A missing cell at the end of a row is empty; a surplus one is
    refused.
    """
    lines = read_lines(path)
    header: list[str] | None = None
    for line, cells in lines:
        trimmed = [cell.strip() for cell in cells]
        if header is None:
            header = _header(path, trimmed, required, known)
        elif any(trimmed):
            yield _row(path, line, header, trimmed)
    if header is None:
        raise BadData(path, _("the file is empty; it needs a header row"), line=1)


def read_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV, TSV or XLSX file as they stand: the line a row begins on, and its cells.

    Raises BadData for what is no table.
    """
    return workbook_lines(path) if path.suffix.lower() == ".xlsx" else _text_lines(path)


def _text_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The line that a row begins on, and its cells."""
    text = read_office_text(path)
    if "\0" in text:
        raise BadData(path, _("NUL byte found; the file is damaged or not a table"))
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text, path), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadData(path, _("not a readable table: {why}").format(why=error), line=line) from None


def _header(
    path: Path, columns: list[str], required: tuple[str, ...], known: tuple[str, ...]
) -> list[str]:
    for column in columns:
        if column and column not in known:
            near = nearest(column, known)
            hint = _("; did you mean “{near}”?").format(near=near) if near else ""
            raise BadData(path, _("unknown column") + hint, line=1, field=column)
        if column and columns.count(column) > 1:
            raise BadData(path, _("this column is there twice"), line=1, field=column)
    for column in required:
        if column not in columns:
            raise BadData(path, _("this column is missing"), line=1, field=column)
    return columns


def _row(path: Path, line: int, header: list[str], cells: list[str]) -> Row:
    if len(cells) == len(header) and all(header):
        return Row(path, line, dict(zip(header, cells, strict=True)))
    if any(cells[len(header) :]):
        why = _("{found} cells, but the header has {expected}; quote cells that hold a comma")
        raise BadData(path, why.format(found=len(cells), expected=len(header)), line=line)
    padded = cells + [""] * (len(header) - len(cells))
    return Row(path, line, {c: v for c, v in zip(header, padded, strict=False) if c})


def _delimiter(text: str, path: Path) -> str:
    if path.suffix.lower() == ".tsv":
        return "\t"
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)
