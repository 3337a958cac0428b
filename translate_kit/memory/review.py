"""A table in which a person looks through what was harvested, and which ``import`` then reads."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from translate_kit.errors import NotKnown
from translate_kit.files.writing import open_whole
from translate_kit.memory.harvest import Found
from translate_kit.memory.tables import DOUBT
from translate_kit.messages import _
from translate_kit.model import Pair

_TEXT_WIDTH, _DOUBT_WIDTH = 60, 40  # characters
_LARGEST_CELL = 32_767  # characters, of Excel


def write_review(
    found: Iterable[Found], pair: Pair, path: Path, *, overwrite: bool = False
) -> None:
    """Write everything in the order of the documents, to XLSX or TSV, whole or not at all.

    A row holds both texts and what is doubtful, an empty cell where a text is missing. Raises
    NotKnown for another suffix, AlreadyThere and CannotWrite.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise NotKnown(_("kind of review table"), path.suffix or path.name, _WRITERS)
    with open_whole(path, overwrite=overwrite) as file:
        write(_rows(found, pair), file)


def _rows(found: Iterable[Found], pair: Pair) -> Iterator[tuple[str, ...]]:
    yield (pair.source, pair.target, DOUBT)
    for one in found:
        yield one.source, one.target, "; ".join(one.doubts)


def _write_tsv(rows: Iterable[tuple[str, ...]], file: BinaryIO) -> None:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows(rows)
    text.detach()


def _write_workbook(rows: Iterable[tuple[str, ...]], file: BinaryIO) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("review"))
    sheet.freeze_panes = "A2"
    for column, width in zip("ABC", (_TEXT_WIDTH, _TEXT_WIDTH, _DOUBT_WIDTH), strict=True):
        sheet.column_dimensions[column].width = width
    with closing(sheet):
        for number, texts in enumerate(rows):
            cells = [WriteOnlyCell(sheet, text[:_LARGEST_CELL]) for text in texts]
            for cell in cells:
                cell.data_type = "s"  # what somebody wrote must not become a formula
                cell.font = Font(bold=number == 0)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            sheet.append(cells)
    book.save(file)


_WRITERS: Mapping[str, Callable[[Iterable[tuple[str, ...]], BinaryIO], None]] = {
    ".xlsx": _write_workbook,
    ".tsv": _write_tsv,
}
REVIEWED = tuple(_WRITERS)
