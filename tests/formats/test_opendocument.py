"""OpenDocument files made by odfpy: texts, sheets, shows; languages and fonts of their styles."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from odf.opendocument import OpenDocumentPresentation, OpenDocumentSpreadsheet, OpenDocumentText
from odf.style import DefaultStyle, FontFace, Footer, MasterPage, PageLayout, Style, TextProperties
from odf.table import Table, TableCell, TableRow
from odf.text import H, Note, NoteBody, NoteCitation, P, Span

from translate_kit.errors import UserError
from translate_kit.formats import opendocument
from translate_kit.model import Block, Document

Translate = Callable[..., Path]
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A heading, a paragraph with a bold word and a note, a footer, a title."""
    document = OpenDocumentText()
    document.meta.addElement(_titled("Приглашение"))
    document.fontfacedecls.addElement(FontFace(name="Song", fontfamily="宋体"))
    default = DefaultStyle(family="paragraph")
    default.addElement(TextProperties(fontname="Song", language="zh", country="CN"))
    document.styles.addElement(default)
    bold = Style(name="B", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(bold)
    layout = PageLayout(name="L")
    document.automaticstyles.addElement(layout)
    page = MasterPage(name="Standard", pagelayoutname=layout)
    footer = Footer()
    footer.addElement(P(text="Page of the office"))
    page.addElement(footer)
    document.masterstyles.addElement(page)
    document.text.addElement(H(outlinelevel=1, text="Visit"))
    paragraph = P(text="We come ")
    paragraph.addElement(Span(stylename=bold, text="in May"))
    note = Note(noteclass="footnote")
    note.addElement(NoteCitation(text="1"))
    body = NoteBody()
    body.addElement(P(text="by train"))
    note.addElement(body)
    paragraph.addElement(note)
    document.text.addElement(paragraph)
    document.save(tmp_path / "letter.odt")
    return tmp_path / "letter.odt"


def _titled(text: str) -> object:
    from odf.dc import Title

    return Title(text=text)


def _root(path: Path, part: str = "content.xml") -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(part))


def test_the_texts_in_reading_order(letter: Path) -> None:
    texts = [block.text for block in opendocument.read(letter).blocks]

    assert texts == ["Приглашение", "Visit", "We come in May", "by train", "Page of the office"]


def test_language_and_font_of_the_styles_follow(letter: Path, translate: Translate) -> None:
    styles = _root(translate(letter), "styles.xml")

    (default,) = styles.iter(f"{STYLE}default-style")
    properties = default[0]
    assert (properties.get(f"{FO}language"), properties.get(f"{FO}country")) == ("ru", "RU")
    assert properties.get(f"{STYLE}font-name") == "Times New Roman"
    assert "Times New Roman" in {
        face.get(f"{STYLE}name") for face in styles.iter(f"{STYLE}font-face")
    }


def test_a_waiting_block_is_highlighted(letter: Path) -> None:
    block = opendocument.read(letter).blocks[1]
    out = letter.with_name("out.odt")
    waiting = Block(block.id, block.text, pending=True)
    out.write_bytes(opendocument.write(Document((waiting,)), letter, "ru"))

    root = _root(out)
    (span,) = (span for span in root.iter(f"{TEXT}span") if span.text == "Visit")
    (style,) = (
        style
        for style in root.iter(f"{STYLE}style")
        if style.get(f"{STYLE}name") == span.get(f"{TEXT}style-name")
    )
    assert style[0].get(f"{FO}background-color") == "#ffff00"


def test_cells_with_numbers_and_formulas_stay(tmp_path: Path, translate: Translate) -> None:
    document = OpenDocumentSpreadsheet()
    table = Table(name="Goods")
    row = TableRow()
    cells = [
        TableCell(valuetype="string"),
        TableCell(valuetype="float", value="5"),
        TableCell(valuetype="string", formula='of:=[.A1]&" yuan"'),
    ]
    for cell, text in zip(cells, ("Mask", "5 pieces", "Mask yuan"), strict=True):
        cell.addElement(P(text=text))
        row.addElement(cell)
    table.addElement(row)
    document.spreadsheet.addElement(table)
    path = tmp_path / "book.ods"
    document.save(path)

    texts = [node.text for node in _root(translate(path)).iter(f"{TEXT}p")]

    assert texts == ["ѪMask", "5 pieces", "Mask yuan"]


@pytest.mark.parametrize("name", ["show.odt", "show.ods"])
def test_another_kind_under_a_wrong_name(tmp_path: Path, name: str) -> None:
    OpenDocumentPresentation().save(tmp_path / name)

    with pytest.raises(UserError, match=r"rename it to \.odp"):
        opendocument.read(tmp_path / name)


def test_a_document_without_blocks_gives_the_file_back(letter: Path) -> None:
    assert opendocument.write(Document(()), letter, "ru") == letter.read_bytes()


LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"


@pytest.mark.parametrize(
    ("form", "before", "after", "language", "expected"),
    [
        ("一, 二, 三, ...", "第", "章", "ru", ("1", "Глава ", "", "Глава %1%", "space")),
        (
            "一, 二, 三, ...",
            "第",
            "章",
            "ja",
            ("一, 二, 三, ...", "第", "章", "第%1%章", "nothing"),
        ),
        ("一, 二, 三, ...", "（", "）", "ko", ("1", "(", ")", "(%1%)", "space")),
        ("1", "", "、", "ru", ("1", "", ".", "%1%.", "space")),
        ("甲, 乙, 丙, ...", "", ".", "en", ("A", "", ".", "%1%.", "nothing")),
        ("I", "", ".", "ru", ("I", "", ".", "%1%.", "nothing")),
    ],
)
def test_lists_in_numerals_of_the_language(
    letter: Path,
    translate: Translate,
    form: str,
    before: str,
    after: str,
    language: str,
    expected: tuple[str, ...],
) -> None:
    listed = letter.with_name("list.odt")
    level = (
        f'<text:list-style style:name="N"><text:list-level-style-number text:level="1" '
        f'xmlns:loext="{LOEXT[1:-1]}" loext:num-list-format="{before}%1%{after}" '
        f'style:num-prefix="{before}" style:num-suffix="{after}" style:num-format="{form}">'
        "<style:list-level-properties><style:list-level-label-alignment "
        'text:label-followed-by="nothing"/></style:list-level-properties>'
        "</text:list-level-style-number></text:list-style></office:automatic-styles>"
    )
    with zipfile.ZipFile(letter) as old, zipfile.ZipFile(listed, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            new.writestr(name, content.replace("</office:automatic-styles>", level, 1))

    with zipfile.ZipFile(translate(listed, language)) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    (written,) = root.iter(f"{TEXT}list-level-style-number")
    names = (f"{STYLE}num-format", f"{STYLE}num-prefix", f"{STYLE}num-suffix",
             f"{LOEXT}num-list-format")  # fmt: skip
    (followed,) = written.iter(f"{STYLE}list-level-label-alignment")
    found = (*(written.get(name, "") for name in names), followed.get(f"{TEXT}label-followed-by"))
    assert found == expected
