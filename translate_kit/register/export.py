"""The register as a table for Excel and WPS: CSV or a workbook, one row a letter."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from translate_kit.register.entry import Entry
from translate_kit.register.phrases import RESULTS, STATES, VERDICTS

FORMATS = ("csv", "xlsx")
COLUMNS = (
    *("编号", "状态", "文号", "发函日期", "种类", "国家", "联系人编号", "收函单位", "外文名称"),
    *("语言", "物资及数量", "答复期限", "文件", "答复日期", "答复结果", "承诺物资", "答复摘要"),
    *("样品及检测", "备注"),
)
"""The heads are Chinese in every interface language: the table goes to Chinese desks."""

Cell = str | int | date | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS: Mapping[str, int] = {"编号": 6, "状态": 8, "国家": 8, "语言": 10}
_USUAL_WIDTH = 20


def rows(entries: Iterable[Entry], kinds: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """The cells of each letter; ``kinds`` are the Chinese titles of letter kinds by id."""
    for entry in entries:
        letter = entry.letter
        replies = entry.replies
        yield (
            entry.number,
            STATES[entry.state],
            letter.reference,
            letter.date,
            kinds.get(letter.kind, letter.kind),
            letter.country,
            letter.contact,
            letter.organisation,
            letter.own_name,
            " ".join(letter.languages),
            "；".join(map(str, letter.goods)),
            letter.reply_by,
            "；".join(letter.files),
            "；".join(reply.date.isoformat() for reply in replies),
            "；".join(RESULTS[reply.result] for reply in replies),
            "；".join(
                f"{promise.goods} {promise.date or ''}".strip() for promise in entry.promises()
            ),
            "；".join(reply.summary for reply in replies if reply.summary),
            "；".join(f"{sample.goods} {VERDICTS[sample.verdict]}" for sample in entry.samples),
            letter.note,
        )


def csv_bytes(entries: Iterable[Entry], kinds: Mapping[str, str]) -> bytes:
    """UTF-8 with the byte order mark by which Excel knows it."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(entries, kinds):
        writer.writerow([guarded(_text(cell)) for cell in row])
    return written.getvalue().encode("utf-8-sig")


def xlsx_bytes(entries: Iterable[Entry], kinds: Mapping[str, str]) -> bytes:
    """A workbook with real dates, a frozen head and a filter."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("函件登记")
    for place, head in enumerate(COLUMNS, 1):
        sheet.cell(1, place, head).font = Font(bold=True)
        width = _WIDTHS.get(head, _USUAL_WIDTH)
        sheet.column_dimensions[get_column_letter(place)].width = width
    for number, row in enumerate(rows(entries, kinds), 2):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(number, place)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(value, str):
                # Never a formula, whatever a name begins with.
                cell.value, cell.data_type = guarded(_printable(value)), "s"
            else:
                cell.value = value
                cell.number_format = "yyyy-mm-dd" if isinstance(value, date) else "General"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def guarded(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would run as a formula (OWASP)."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _text(cell: Cell) -> str:
    return cell.isoformat() if isinstance(cell, date) else "" if cell is None else str(cell)


def _printable(text: str) -> str:
    """A workbook's XML has no place for control characters."""
    return "".join(c for c in text if c in "\t\n" or ord(c) >= 0x20)
