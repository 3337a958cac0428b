"""Workbooks made by openpyxl: texts are translated, formulas, numbers and dates never."""

import datetime
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from translate_kit.formats import xlsx as sheets
from translate_kit.model import Document

Translate = Callable[..., Path]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Goods"
    sheet.append(["Item", "Price", "Date", "Total"])
    sheet.append(["Mask", 285, datetime.datetime(2020, 2, 8), '=B2&" yuan"'])
    sheet.append(["Mask", "285", "№ 7"])
    sheet["A2"].comment = Comment("Ask the maker", "Li")
    sheet.oddHeader.center.text = "Price list &P of &N"
    check = DataValidation(type="list", formula1='"Mask,Suit"', promptTitle="Item", prompt="Choose")
    check.add("A2")
    sheet.add_data_validation(check)
    workbook.save(tmp_path / "book.xlsx")
    return tmp_path / "book.xlsx"


def test_the_texts_in_reading_order(book: Path) -> None:
    texts = [block.text for block in sheets.read(book).blocks if "sheet" in block.where]

    assert texts == [
        *("Item", "Price", "Date", "Total", "Mask", "Mask"),
        *("Item", "Choose", "Price list  of", "Ask the maker"),
    ]


def test_formulas_numbers_and_dates_stay(book: Path, translate: Translate) -> None:
    sheet = openpyxl.load_workbook(translate(book)).worksheets[0]

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["ѪItem", "ѪPrice", "ѪDate", "ѪTotal"],
        ["ѪMask", 285, datetime.datetime(2020, 2, 8), '=B2&" yuan"'],
        ["ѪMask", "285", "№ 7", None],
    ]
    assert sheet["A2"].comment.text == "ѪAsk Ѫthe Ѫmaker"
    assert sheet.oddHeader.center.text == "ѪPrice Ѫlist &P Ѫof &N"
    (check,) = sheet.data_validations.dataValidation
    assert (check.prompt, check.formula1) == ("ѪChoose", '"Mask,Suit"')


def test_a_workbook_without_blocks_gives_the_file_back(book: Path) -> None:
    assert sheets.write(Document(()), book, "ru") == book.read_bytes()
