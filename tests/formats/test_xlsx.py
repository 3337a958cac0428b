"""Workbooks made by openpyxl: texts are translated, formulas, numbers and dates never."""

import datetime
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

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
        *("Goods", "Item", "Price", "Date", "Total", "Mask", "Mask"),
        *("Item", "Choose", "Price list 1 of 5", "Ask the maker"),
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


def test_shared_texts_are_translated_once_and_only_where_shown(tmp_path: Path) -> None:
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    path = tmp_path / "shared.xlsx"
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" '
        f'Type="{relations}/officeDocument" Target="book/b.xml"/></Relationships>',
        "book/_rels/b.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="s" Type="{relations}/worksheet" Target="/book/s.xml"/>'
        f'<Relationship Id="t" Type="{relations}/sharedStrings" Target="t.xml"/></Relationships>',
        "book/b.xml": f'<workbook {main} xmlns:r="{relations}"><sheets><sheet name="1" sheetId="1" '
        'r:id="s"/></sheets></workbook>',
        "book/t.xml": f"<sst {main}><si><t>unused</t></si><si><t>Mask</t></si></sst>",
        "book/s.xml": f'<worksheet {main}><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c>'
        '<c r="B1" t="s"><v>1</v></c><c r="C1" t="str"><f>A1</f><v>Mask</v></c>'
        '<c r="D1" t="s"><v>99</v></c></row></sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)

    (block,) = sheets.read(path).blocks

    assert (block.text, block.where) == ("Mask", "sheet “1”, cell A1")


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """Two sheets whose formulas, names and links speak of each other, and a table."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Goods list"
    for row in (["Item", "Price", "Cost"], ["Mask", 2, "=Goods[[#This Row],[Price]]*2"]):
        sheet.append(row)
    sheet.add_table(Table(displayName="Goods", ref="A1:C2"))
    total = workbook.create_sheet("Total")
    total["A1"] = "='Goods list'!B2+Total!B1&\"Total!A1\""
    total["A2"] = "=SUM(Goods[[Price]:[Cost]])"
    total["A3"] = "Report"
    total["A3"].hyperlink = "#'Goods list'!A1"
    workbook.defined_names["Area"] = DefinedName("Area", attr_text="'Goods list'!$A$1:$B$2")
    workbook.save(tmp_path / "tables.xlsx")
    return tmp_path / "tables.xlsx"


def test_references_follow_the_names_of_sheets(tables: Path, translate: Translate) -> None:
    workbook = openpyxl.load_workbook(translate(tables))

    assert workbook.sheetnames == ["ѪGoods Ѫlist", "ѪTotal"]
    total = workbook["ѪTotal"]
    assert total["A1"].value == "='ѪGoods Ѫlist'!B2+'ѪTotal'!B1&\"Total!A1\""
    assert total["A3"].hyperlink.target == "#'ѪGoods Ѫlist'!A1"
    assert workbook.defined_names["Area"].attr_text == "'ѪGoods Ѫlist'!$A$1:$B$2"


def test_columns_of_tables_follow_their_header_cells(tables: Path) -> None:
    words = {"Item": "Товар", "Price": "Цена", "Cost": "цена"}
    blocks = sheets.read(tables).blocks
    said = [replace(block, text=words[block.text]) for block in blocks if block.text in words]
    tables.write_bytes(sheets.write(Document(tuple(said)), tables, "ru"))

    workbook = openpyxl.load_workbook(tables)
    sheet = workbook["Goods list"]
    names = ["Товар", "Цена", "цена 2"]
    assert [cell.value for cell in sheet[1]] == names
    assert [column.name for column in sheet.tables["Goods"].tableColumns] == names
    assert sheet["C2"].value == "=Goods[[#This Row],[Цена]]*2"
    assert workbook["Total"]["A2"].value == "=SUM(Goods[[Цена]:[цена 2]])"


@pytest.mark.parametrize("formula", ['=INDIRECT("Goods!A1")', '=HYPERLINK("#Goods!A1","x")'])
def test_sheets_keep_names_that_texts_speak_of(book: Path, formula: str) -> None:
    workbook = openpyxl.load_workbook(book)
    workbook["Goods"]["D1"] = formula
    workbook.save(book)

    assert "sheet name" not in {block.where for block in sheets.read(book).blocks}


@pytest.mark.parametrize(
    ("wishes", "names"),
    [
        (["A/B: [x]?", "T"], ["A B   x", "T"]),
        (["x" * 40, "x" * 40], ["x" * 31, "x" * 29 + " 2"]),
        (["same", "SAME"], ["same", "SAME 2"]),
        (["Total", "Goods list"], ["Total", "Goods list"]),
        (["'", ""], ["Goods list", "Total"]),
    ],
)
def test_names_that_excel_allows(tables: Path, wishes: list[str], names: list[str]) -> None:
    blocks = [b for b in sheets.read(tables).blocks if b.where == "sheet name"]
    wished = [replace(b, text=wish) for b, wish in zip(blocks, wishes, strict=True)]
    tables.write_bytes(sheets.write(Document(tuple(wished)), tables, "ru"))

    assert openpyxl.load_workbook(tables).sheetnames == names


def test_cells_that_wait_are_yellow(book: Path) -> None:
    blocks = [b for b in sheets.read(book).blocks if b.where.endswith("cell A1")]
    waiting = Document(tuple(replace(block, pending=True) for block in blocks))
    book.write_bytes(sheets.write(waiting, book, "ru"))

    sheet = openpyxl.load_workbook(book).worksheets[0]
    assert sheet["A1"].fill.fgColor.rgb == "FFFFFF00"
    assert sheet["B1"].fill.fill_type is None
