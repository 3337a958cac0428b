"""Tables as text (csv, tsv): quotes, separators and line ends are kept, cells are blocks.

By default every cell with a letter is translated. Chosen columns are named as the first row names
them, or numbered from 1; where they are named, that row stays as it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_kit.errors import BadData, nearest
from translate_kit.formats import slots
from translate_kit.formats.encoding import read_text_file
from translate_kit.formats.inline import has_letters
from translate_kit.formats.passages import Passage, line_end, rewritten
from translate_kit.messages import _
from translate_kit.model import Block, Document


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell from ``start`` to ``end``; ``row`` and ``column`` count from 1."""

    row: int
    column: int
    start: int
    end: int
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """The format for some columns only, or for all."""

    chosen: Sequence[str] = ()

    def read(self, path: Path) -> Document:
        """The cells row by row; raises BadData for a column that is not there."""
        return slots.document([self._passages(path, read_text_file(path).text)])

    def write(self, document: Document, original: Path, language: str) -> bytes:
        """The table in ``language``; see ``Format.write``."""
        file = read_text_file(original)
        found = self._passages(original, file.text)
        slots.fill([found], document, language)
        return file.encode(rewritten(file.text, found))

    def _passages(self, path: Path, text: str) -> list[Passage]:
        separator = _separator(path, text)
        cells = list(_cells(path, text, separator))
        columns, first = self._columns(path, cells)
        new_line = line_end(text)
        return [
            _passage(cell, separator, new_line)
            for cell in cells
            if has_letters(cell.text)
            and not cell.text.startswith("=")
            and cell.row >= first
            and (not columns or cell.column in columns)
        ]

    def _columns(self, path: Path, cells: list[_Cell]) -> tuple[set[int], int]:
        """The chosen columns by number, and the first row to translate."""
        if all(name.isdecimal() for name in self.chosen):
            widest = max((cell.column for cell in cells), default=0)
            for name in self.chosen:
                if not 1 <= int(name) <= widest:
                    why = _("no such column; the table has {n}").format(n=widest)
                    raise BadData(path, why, field=name)
            return {int(name) for name in self.chosen}, 1
        header = {cell.text.strip(): cell.column for cell in cells if cell.row == 1}
        columns = set()
        for name in self.chosen:
            if name.strip() not in header:
                near = nearest(name, header)
                hint = _("; did you mean “{near}”?").format(near=near) if near else ""
                raise BadData(path, _("no such column") + hint, line=1, field=name)
            columns.add(header[name.strip()])
        return columns, 2


_all = Columns()
read, write = _all.read, _all.write


def _separator(path: Path, text: str) -> str:
    if path.suffix.lower() == ".tsv":
        return "\t"
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _cells(path: Path, text: str, separator: str) -> Iterator[_Cell]:
    """The cells of the table; raises BadData for a quotation mark that is never closed."""
    at, row, column = 0, 1, 1
    while at < len(text):
        start = at
        if text[at] == '"':
            at = _closing(path, text, at, row)
            inner = text[start + 1 : at - 1].replace('""', '"')
            yield _Cell(row, column, start, at, inner, quoted=True)
        while at < len(text) and text[at] not in (separator, "\r", "\n"):
            at += 1
        if text[start : start + 1] != '"':
            yield _Cell(row, column, start, at, text[start:at])
        if text[at : at + 1] == separator:
            column += 1
            at += 1
            continue
        at += 2 if text[at : at + 2] == "\r\n" else 1
        row, column = row + 1, 1


def _closing(path: Path, text: str, start: int, row: int) -> int:
    """The place behind the quotation mark that closes the cell."""
    at = start + 1
    while True:
        at = text.find('"', at) + 1
        if not at:
            line = text.count("\n", 0, start) + 1
            raise BadData(path, _("a quotation mark that is never closed"), line=line)
        if text[at : at + 1] != '"':
            return at
        at += 1


def _passage(cell: _Cell, separator: str, new_line: str) -> Passage:
    def render(block: Block, language: str) -> str:
        text = block.text.replace("\n", new_line)
        if cell.quoted or any(mark in text for mark in (separator, '"', "\n", "\r")):
            return '"' + text.replace('"', '""') + '"'
        return text

    where = _("row {row}, column {column}").format(row=cell.row, column=cell.column)
    text = cell.text.replace("\r\n", "\n")
    return Passage(cell.start, cell.end, where, text, render)
