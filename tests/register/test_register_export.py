"""The register as a table: what is written is read again, and no cell is run as a formula."""

import csv
import io
from collections.abc import Callable
from datetime import datetime

import pytest
from openpyxl import load_workbook

from translate_kit.register import Outgoing, Register
from translate_kit.register.export import COLUMNS, csv_bytes, guarded, xlsx_bytes

Make = Callable[..., Outgoing]
KINDS = {"appeal": "求援函", "enquiry": "询价函"}


def test_csv_round_trip(week: Register) -> None:
    content = csv_bytes(week.entries(), KINDS)
    assert content.startswith(b"\xef\xbb\xbf"), "without it Excel takes UTF-8 for GBK"
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["收函单位"] for row in rows] == [
        entry.letter.organisation for entry in week.entries()
    ]
    maker = rows[2]
    assert maker["发函日期"] == "2020-02-05"
    assert maker["种类"] == "询价函"
    assert maker["物资及数量"] == "医用防护服3万套"
    assert maker["承诺物资"] == "医用防护服5000套 2020-02-15；医用防护服200套"
    assert maker["样品及检测"] == "医用防护服2套 合格"


def test_xlsx_round_trip(week: Register) -> None:
    sheet = load_workbook(io.BytesIO(xlsx_bytes(week.entries(), KINDS))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == COLUMNS
    assert len(rows) == 7
    assert sheet.freeze_panes == "A2"
    assert rows[3][COLUMNS.index("发函日期")] == datetime(2020, 2, 5)
    assert rows[3][COLUMNS.index("物资及数量")] == "医用防护服3万套"
    expected = list(csv.reader(io.StringIO(csv_bytes(week.entries(), KINDS).decode("utf-8-sig"))))
    for written, plain in zip(rows[1:], expected[1:], strict=True):
        texts = [c.date().isoformat() if isinstance(c, datetime) else str(c or "") for c in written]
        assert texts == plain


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=cmd|" /C"!A1'])
def test_no_cell_is_a_formula(register: Register, letter: Make, text: str) -> None:
    assert guarded(text) == f"'{text}"
    register.record(letter(note=text, organisation=text))
    sheet = load_workbook(io.BytesIO(xlsx_bytes(register.entries(), KINDS))).worksheets[0]
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type != "f"
            assert not str(cell.value or "").startswith(("=", "+", "-", "@", "\t", "\r"))
    for row in csv.reader(io.StringIO(csv_bytes(register.entries(), KINDS).decode("utf-8-sig"))):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_control_characters_do_not_break_the_workbook(register: Register, letter: Make) -> None:
    register.record(letter(note="备\x0b注\x00"))
    sheet = load_workbook(io.BytesIO(xlsx_bytes(register.entries(), KINDS))).worksheets[0]
    assert sheet.cell(2, len(COLUMNS)).value == "备注"
