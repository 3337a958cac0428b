"""The sheet as a workbook: drop-downs, a frozen head, locked ids, and no formula anywhere."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from translate_kit.errors import UserError
from translate_kit.glossary.concept import CONFIDENCES, PARTS_OF_SPEECH, Concept, Status
from translate_kit.glossary.sheet.columns import (
    COLUMNS,
    HIDDEN,
    LOCKED,
    STATUS,
    TERM,
    Column,
    rows_of,
)
from translate_kit.messages import _

PAGE, BASE, ABOUT = "glossary", "base", "about"
HEAD = 2
"""Rows above the first concept: the names, hidden, and the titles."""
SPARE = 100
"""Empty rows at the end for new concepts and synonyms."""

_WIDTHS = {"id": 12, "definition": 30, TERM: 26, STATUS: 10, "grammar": 18, "note": 24,
           "country": 9}  # fmt: skip
_USUAL_WIDTH = 14
_LONGEST = 32_767
"""Characters that a cell of Excel holds."""


def sheet_bytes(concepts: Sequence[Concept], *, revision: str) -> bytes:
    """The workbook of the concepts; raises UserError for a text that no workbook can hold.

    ``revision`` is that of the glossary which the sheet was made from.
    """
    from openpyxl import Workbook

    rows = list(rows_of(concepts))
    domains = sorted({concept.domain for concept in concepts})
    book = Workbook()
    page = book.worksheets[0]
    page.title = PAGE
    _fill(page, rows, shown=True)
    _dress(page, len(rows), domains)
    base = book.create_sheet(BASE)
    _fill(base, rows, shown=False)
    base.sheet_state = "veryHidden"
    about = book.create_sheet(ABOUT)
    for number, line in enumerate((revision, *_guide()), 1):
        _put(about, number, 1, line)
    about.column_dimensions["A"].width = 100
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _guide() -> tuple[str, ...]:
    return (
        _("A concept is a row; its further terms stand below it under the same id."),
        _("Change what you like but the grey cells; choose a status from the list."),
        _("New terms: in a free row at the end, with the id of the concept."),
        _("New concepts: in a free row at the end, without id, but with domain and definition."),
        _("A term for the readers of some countries only: their codes, such as CA|GB."),
        _("To take a term out of use choose “deprecated”; deleted rows delete nothing."),
        _("Then: translate-kit glossary import FILE shows what would change; --apply changes it."),
    )


def _fill(page: Any, rows: Sequence[Mapping[Column, str]], *, shown: bool) -> None:
    """Names, titles and cells; on the page that people see, statuses in their language."""
    for place, column in enumerate(COLUMNS, 1):
        _put(page, 1, place, column.name)
        _put(page, 2, place, column.title)
        for number, row in enumerate(rows, HEAD + 1):
            text = row.get(column, "")
            if text:
                word = shown and column.field == STATUS
                _put(page, number, place, Status(text).word if word else text)


def _put(page: Any, row: int, column: int, text: str) -> None:
    """Text that stays text, whatever it begins with."""
    from openpyxl.utils.exceptions import IllegalCharacterError

    cell = page.cell(row, column)
    if len(text) > _LONGEST:
        raise UserError(_("row {row} holds a text too long for Excel").format(row=row))
    try:
        cell.value = text
    except IllegalCharacterError:
        why = _("row {row}: “{text}” holds a control character; mend it in the glossary first")
        raise UserError(why.format(row=row, text=text)) from None
    cell.data_type = "s"


def _dress(page: Any, count: int, domains: Sequence[str]) -> None:
    from openpyxl.utils import get_column_letter

    free, locked = _styles(page.parent)
    last = HEAD + count + SPARE
    for place, column in enumerate(COLUMNS, 1):
        shape = page.column_dimensions[get_column_letter(place)]
        shape.width, shape.hidden = _WIDTHS.get(column.field, _USUAL_WIDTH), column.field in HIDDEN
        for number in range(HEAD + 1, last + 1):
            cell = page.cell(number, place)
            cell.style = locked if column.field in LOCKED and number <= HEAD + count else free
            # What looks like a formula stays a text when somebody opens and closes the cell.
            cell.quotePrefix = str(cell.value or "").startswith(("=", "+", "-", "@"))
        _offer(page, column, get_column_letter(place), last, domains)
    page.row_dimensions[1].hidden = True
    page.freeze_panes = page.cell(HEAD + 1, 4)
    page.auto_filter.ref = f"A{HEAD}:{get_column_letter(len(COLUMNS))}{last}"
    _protect(page)


def _styles(book: Any) -> tuple[str, str]:
    """The styles of cells to write in and of grey ones: text, and lines broken."""
    from openpyxl.styles import Alignment, NamedStyle, PatternFill, Protection

    top = Alignment(wrap_text=True, vertical="top")
    grey = PatternFill("solid", fgColor="E8E8E8")
    free = NamedStyle("term", alignment=top, number_format="@", protection=Protection(locked=False))
    locked = NamedStyle("locked term", alignment=top, number_format="@", fill=grey)
    for style in (free, locked):
        book.add_named_style(style)
    return free.name, locked.name


def _protect(page: Any) -> None:
    """Locked cells can't be typed over by mistake; there is no password, and all else goes on."""
    page.protection.sheet = True
    for right in ("autoFilter", "sort", "formatCells", "formatColumns", "formatRows", "insertRows"):
        setattr(page.protection, right, False)  # False: not forbidden


def _offer(page: Any, column: Column, letter: str, last: int, domains: Sequence[str]) -> None:
    """A drop-down where a column has but a few values; new domains may be typed."""
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = {
        STATUS: [status.word for status in Status],
        "part_of_speech": list(PARTS_OF_SPEECH),
        "confidence": [word for word in CONFIDENCES if word],
        "domain": list(domains),
    }.get(column.field)
    listed = '"' + ",".join(choices or ()) + '"'
    if choices and len(listed) <= 255:  # longer lists Excel calls damage
        offered = DataValidation("list", formula1=listed, allow_blank=True)
        offered.showErrorMessage = column.field != "domain"
        page.add_data_validation(offered)
        offered.add(f"{letter}{HEAD + 1}:{letter}{last}")
