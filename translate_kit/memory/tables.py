"""Units in tables: the shipped starter memory, what the office adds, what others send."""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from translate_kit.errors import BadData, UserError
from translate_kit.files import Row, read_table
from translate_kit.memory.entry import cleaned
from translate_kit.memory.tally import Tally
from translate_kit.memory.unit import Origin, Provenance, Unit
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

DOUBT = "doubt"
COLUMNS = ("id", "letter_type", "register", *LANGUAGES, "note", "approved_by", "date", DOUBT)
"""``register`` (formal letter, internal report) and ``doubt`` are for the reader of the table."""
_LARGEST_CELL = 32_767  # characters, of Excel
_WRITTEN = ("id", "letter_type", *LANGUAGES, "note", "approved_by", "date")


def read_units(path: Path, origin: Origin = Origin.WORKSPACE) -> Iterator[Unit]:
    """The units of one of our tables; Chinese and at least one other language each."""
    for row in read_table(path, required=("id", "zh"), known=COLUMNS):
        texts = {code: row.cells[code] for code in LANGUAGES if row.cells.get(code)}
        yield _unit(row, texts, origin, row.cells.get("letter_type", ""), 0)


def read_foreign(path: Path, tally: Tally, *, penalty: int = 0, domain: str = "") -> Iterator[Unit]:
    """The units of a CSV, TSV or XLSX file with a column for each language.

    Rows with fewer than two texts are counted in ``tally`` and left out. Raises BadData for a file
    that is no such table.
    """
    for row in read_table(path, required=(), known=COLUMNS):
        if sum(code in row.cells for code in LANGUAGES) < 2:
            why = _("a memory needs the columns of two languages at least: {known}")
            raise BadData(path, why.format(known=", ".join(LANGUAGES)), line=1)
        texts = cleaned(row.cells)
        if len(texts) < 2:
            tally.alone += 1
            continue
        yield _unit(row, texts, Origin.IMPORT, row.cells.get("letter_type") or domain, penalty)


def write_tsv(units: Iterable[Unit], file: BinaryIO) -> int:
    """Write units as a table that ``read_units`` reads; returns how many."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow(_WRITTEN)
    count = 0
    for unit in units:
        writer.writerow(_cells(unit))
        count += 1
    text.detach()
    return count


def write_workbook(units: Iterable[Unit], file: BinaryIO) -> int:
    """Write units as an Excel workbook; returns how many.

    Every cell is text: what somebody wrote must not become a formula. Raises UserError for a text
    that no cell of Excel can hold.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("memory"))
    count = 0
    with closing(sheet):
        sheet.append(_WRITTEN)
        for unit in units:
            row = [WriteOnlyCell(sheet, text) for text in _fitting(unit)]
            for cell in row:
                cell.data_type = "s"
            sheet.append(row)
            count += 1
    book.save(file)
    return count


def _fitting(unit: Unit) -> tuple[str, ...]:
    cells = _cells(unit)
    if any(len(text) > _LARGEST_CELL for text in cells):
        why = _("unit {unit} is too long for a cell of Excel; export as .tmx or .tsv instead")
        raise UserError(why.format(unit=unit.id))
    return cells


def _cells(unit: Unit) -> tuple[str, ...]:
    from_, texts = unit.provenance, (unit.texts.get(code, "") for code in LANGUAGES)
    return (unit.id, from_.domain, *texts, unit.note, from_.by, from_.at)


def _unit(row: Row, texts: dict[str, str], origin: Origin, domain: str, penalty: int) -> Unit:
    cells = row.cells
    provenance = Provenance(
        origin,
        cells.get("approved_by", ""),
        cells.get("date", ""),
        row.file.name,
        domain,
        penalty,
    )
    return Unit(cells.get("id", ""), texts, provenance, cells.get("note", ""))
