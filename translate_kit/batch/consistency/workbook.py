"""The fix list as an Excel workbook: a row for each place to mend, to be worked through."""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from translate_kit.batch.consistency.inconsistency import Inconsistency
from translate_kit.batch.consistency.wording import kind_name, rendering_name
from translate_kit.messages import _

_LARGEST = 32_767
"""Characters that a cell of Excel holds."""
_WIDTHS = (10, 8, 22, 26, 26, 30, 9, 18, 44, 44, 44, 14, 12, 24)
_COUNTED_WIDTHS = (10, 8, 26, 14, 40, 10, 30)


def workbook(found: Sequence[Inconsistency]) -> bytes:
    """Two sheets: what to mend, with a column to tick off; and how often each rendering stands."""
    from openpyxl import Workbook

    book = Workbook()
    places, counts = book.worksheets[0], book.create_sheet(_("renderings"))
    places.title = _("to mend")
    _fill(places, _places(found), _WIDTHS)
    _fill(counts, _counts(found), _COUNTED_WIDTHS)
    _offer_done(places)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _places(found: Sequence[Inconsistency]) -> Iterator[tuple[str | int, ...]]:
    yield (
        *(_("what"), _("pair"), _("source term"), _("rendering"), _("write"), _("document")),
        *(_("segment"), _("place"), _("source text"), _("translation"), _("should read")),
        *(_("form"), _("done"), _("remark")),
    )
    for each in found:
        for rendering, use in each.to_mend:
            passage = use.passage
            form = "" if use.sure or not use.rewritten else _("look at it")
            yield (
                *(
                    kind_name(each.kind),
                    str(each.pair),
                    each.source,
                    rendering_name(rendering, each.kind),
                ),
                *(each.wanted, passage.document, passage.number, passage.where),
                *(passage.source, passage.target, use.rewritten, form, "", ""),
            )


def _counts(found: Sequence[Inconsistency]) -> Iterator[tuple[str | int, ...]]:
    yield (
        *(_("what"), _("pair"), _("source term"), _("concept"), _("rendering"), _("times")),
        _("write"),
    )
    for each in found:
        for rendering in each.renderings:
            yield (
                *(kind_name(each.kind), str(each.pair), each.source, each.concept),
                *(rendering_name(rendering, each.kind), len(rendering.uses), each.wanted),
            )


def _fill(sheet: Any, rows: Iterable[tuple[str | int, ...]], widths: Sequence[int]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for line, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(line, column)
            _put(cell, value)
            cell.font = Font(bold=line == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _put(cell: Any, value: str | int) -> None:
    """A number, or text that stays text, whatever it begins with."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, int):
        cell.value = value
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LARGEST]
    cell.data_type = "s"
    cell.quotePrefix = value.startswith(("=", "+", "-", "@"))


def _offer_done(sheet: Any) -> None:
    """A list of answers in the column for what has been done."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    answers = ",".join((_("yes"), _("right as it is")))
    offered = DataValidation("list", formula1=f'"{answers}"', allow_blank=True)
    offered.showErrorMessage = False
    letter = get_column_letter(len(_WIDTHS) - 1)
    if sheet.max_row > 1:
        sheet.add_data_validation(offered)
        offered.add(f"{letter}2:{letter}{sheet.max_row}")
