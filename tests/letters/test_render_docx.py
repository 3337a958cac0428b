"""The Word documents, opened again with python-docx and read as XML."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document
from lxml import etree

from translate_kit.letters.layout.house import House
from translate_kit.letters.layout.parts import TAGS
from translate_kit.letters.layout.sheet import Role, Sheet
from translate_kit.letters.letter import Letter, Paragraph, Run
from translate_kit.letters.render.docx import docx_bytes
from translate_kit.model import LANGUAGES

Make = Callable[..., Letter]
Arrange = Callable[[Letter], Sheet]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}
SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
EVERY = pytest.mark.parametrize("language", LANGUAGES)


def opened(letter: Letter, arranged: Arrange) -> Any:
    return Document(io.BytesIO(docx_bytes(arranged(letter))))


def part(document: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return etree.fromstring(package.read(name))


def all_text(document: bytes) -> str:
    """The text of body, headers and footers, one paragraph a line."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        names = [n for n in package.namelist() if n.startswith("word/") and n.endswith(".xml")]
        roots = [etree.fromstring(package.read(name)) for name in sorted(names)]
    paragraphs = [p for root in roots for p in root.iter(f"{W}p")]
    return "\n".join("".join(p.itertext(f"{W}t")) for p in paragraphs)


@EVERY
def test_all_four_font_slots_are_set_by_name(
    language: str, sample: Make, arranged: Arrange, house: House
) -> None:
    styles = part(docx_bytes(arranged(sample(language))), "word/styles.xml")
    every = styles.findall(".//w:rFonts", NS)
    assert len(every) == 1 + len(Role)
    for fonts in every:
        assert set(fonts.keys()) == {W + slot for slot in SLOTS}
    defaults = styles.find("w:docDefaults//w:rFonts", NS)
    expected = house.fonts[language]
    assert defaults.get(W + "ascii") == defaults.get(W + "cs") == expected.latin[0]
    assert defaults.get(W + "eastAsia") == expected.text[0]


@EVERY
def test_the_language_is_tagged(language: str, sample: Make, arranged: Arrange) -> None:
    document = docx_bytes(arranged(sample(language)))
    slot = "eastAsia" if language in ("zh", "ja", "ko") else "val"
    tags = part(document, "word/styles.xml").findall(".//w:lang", NS)
    assert {tag.get(W + slot) for tag in tags} == {TAGS[language]}
    assert opened(sample(language), arranged).core_properties.language == TAGS[language]


@EVERY
def test_no_theme_can_override_a_font(language: str, sample: Make, arranged: Arrange) -> None:
    document = docx_bytes(arranged(sample(language)))
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        assert not [name for name in package.namelist() if "theme" in name]
        assert b"Theme" not in package.read("word/styles.xml")


@EVERY
def test_every_paragraph_has_a_style_that_exists(
    language: str, long_sample: Make, arranged: Arrange
) -> None:
    document = docx_bytes(arranged(long_sample(language, draft=True)))
    known = {s.get(W + "styleId") for s in part(document, "word/styles.xml").iter(f"{W}style")}
    paragraphs = list(part(document, "word/document.xml").iter(f"{W}p"))
    used = {p.find("w:pPr/w:pStyle", NS).get(W + "val") for p in paragraphs}
    assert {"Draft", "Subject", "Body", "Closing", "Signature"} <= used <= known


@EVERY
def test_the_page_number_begins_on_page_two(language: str, sample: Make, arranged: Arrange) -> None:
    section = opened(sample(language), arranged).sections[0]
    assert section.different_first_page_header_footer
    holders = (section.header, section.footer)
    assert [b" PAGE " in etree.tostring(h._element) for h in holders] == (
        [True, False] if language == "ru" else [False, True]
    )
    for first in (section.first_page_header, section.first_page_footer):
        assert b" PAGE " not in etree.tostring(first._element)


def test_chinese_page_numbers_stand_outside(sample: Make, arranged: Arrange) -> None:
    document = opened(sample("zh"), arranged)
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    sides = [
        holder._element.find(".//w:jc", NS).get(W + "val")
        for holder in (section.footer, section.even_page_footer)
    ]
    assert sides == ["right", "left"]
    assert "".join(section.footer._element.itertext(f"{W}t")) == "— 2 —"


def test_chinese_page_is_the_grid_of_the_standard(sample: Make, arranged: Arrange) -> None:
    section = opened(sample("zh"), arranged).sections[0]
    margins = (section.top_margin, section.left_margin, section.right_margin, section.bottom_margin)
    assert [round(margin.mm) for margin in margins] == [37, 28, 26, 35]
    grid = section._sectPr.find("w:docGrid", NS)
    assert grid.get(W + "type") == "linesAndChars"
    assert grid.get(W + "linePitch") == "579"


@EVERY
def test_tables_repeat_their_head_and_break_no_row(
    language: str, long_sample: Make, arranged: Arrange
) -> None:
    root = part(docx_bytes(arranged(long_sample(language))), "word/document.xml")
    (table,) = [
        t
        for t in root.iter(f"{W}tbl")
        if t.find("w:tblPr/w:tblStyle", NS).get(W + "val") == "GoodsTable"
    ]
    rows = table.findall("w:tr", NS)
    assert len(rows) == 13
    assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [True] + [False] * 12
    assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)
    quantities = [row.findall("w:tc", NS)[1] for row in rows[1:]]
    assert all(cell.find("w:tcPr/w:noWrap", NS) is not None for cell in quantities)


@EVERY
def test_columns_are_as_wide_as_the_text(language: str, sample: Make, arranged: Arrange) -> None:
    sheet = arranged(sample(language))
    root = part(docx_bytes(sheet), "word/document.xml")
    for table in root.iter(f"{W}tbl"):
        widths = [int(column.get(W + "w")) for column in table.find("w:tblGrid", NS)]
        assert abs(sum(widths) / 20 - sheet.page.measure) < 1


@pytest.mark.parametrize("language", ["en", "ru", "ko", "zh"])
def test_the_signature_never_stands_alone(
    language: str, long_sample: Make, arranged: Arrange
) -> None:
    """From the last text on, every paragraph is kept with the next until the signature."""
    document = docx_bytes(arranged(long_sample(language)))
    paragraphs = list(part(document, "word/document.xml").iter(f"{W}p"))
    names = [p.find("w:pPr/w:pStyle", NS).get(W + "val") for p in paragraphs]
    keeping = _keeping_styles(document)
    start, end = names.index("Closing"), names.index("Signature")
    if language != "zh":  # there the closing sentence is text, and enough company
        start -= 1
    for paragraph, name in zip(paragraphs[start:end], names[start:end], strict=True):
        kept = paragraph.find("w:pPr/w:keepNext", NS) is not None or name in keeping
        assert kept, (language, name)


def _keeping_styles(document: bytes) -> set[str]:
    styles = part(document, "word/styles.xml").iter(f"{W}style")
    return {s.get(W + "styleId") for s in styles if s.find("w:pPr/w:keepNext", NS) is not None}


def test_a_group_has_its_space_around_it_only(sample: Make, arranged: Arrange) -> None:
    """``contextualSpacing`` would do it too, but makes LibreOffice forget ``keepNext``."""
    document = docx_bytes(arranged(sample("en")))
    root = part(document, "word/document.xml")
    lines = root.xpath("//w:p[w:pPr/w:pStyle/@w:val='Addressee']", namespaces=NS)
    spaces = [line.find("w:pPr/w:spacing", NS) for line in lines]
    assert [space is not None for space in spaces] == [True] + [False] * (len(lines) - 1)
    assert int(spaces[0].get(W + "before")) > 0
    assert b"contextualSpacing" not in etree.tostring(part(document, "word/styles.xml"))


def test_the_russian_drafter_stands_in_the_row_of_the_signature(
    sample: Make, arranged: Arrange
) -> None:
    """In no frame: LibreOffice 7.4 loses a signature that meets one at the foot of the page."""
    document = opened(sample("ru"), arranged)
    texts = [paragraph.text for paragraph in document.tables[-1].cell(0, 0).paragraphs]
    assert texts == [sample("ru").signature.position, "М. П.", sample("ru").drafter]
    assert not document.element.body.findall(".//w:framePr", NS)


@EVERY
def test_markup_characters_come_back_as_they_were(
    language: str, nasty_sample: Make, arranged: Arrange
) -> None:
    letter = nasty_sample(language)
    found = all_text(docx_bytes(arranged(letter)))
    texts = [letter.subject, letter.reference, letter.signature.name, *letter.copies]
    for text in [*texts, *letter.addressee]:
        assert text.strip() in found.replace("\n", ""), text
    assert opened(letter, arranged).core_properties.title == letter.subject


def test_a_pending_passage_is_highlighted_and_set_in_its_own_language(
    sample: Make, arranged: Arrange, house: House
) -> None:
    root = part(docx_bytes(arranged(sample("ja"))), "word/document.xml")
    marker, passage = [r for r in root.iter(f"{W}r") if r.find("w:rPr/w:highlight", NS) is not None]
    assert marker.findtext("w:t", namespaces=NS) == house.labels["ja"].pending
    looks = passage.find("w:rPr", NS)
    assert looks.find("w:lang", NS).get(W + "eastAsia") == "zh-CN"
    assert looks.find("w:rFonts", NS).get(W + "eastAsia") == house.fonts["zh"].text[0]


@EVERY
def test_the_same_letter_is_the_same_bytes(language: str, sample: Make, arranged: Arrange) -> None:
    first, second = (docx_bytes(arranged(sample(language))) for _time in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "customXml" in name]


@EVERY
def test_the_properties_are_the_letters(language: str, sample: Make, arranged: Arrange) -> None:
    letter = replace(sample(language), date=date(2021, 3, 4))
    core = opened(letter, arranged).core_properties
    assert core.title == letter.subject
    assert core.author == letter.signature.organisation
    assert core.created.date() == core.modified.date() == letter.date
    assert core.comments == ""


def test_a_long_subject_control_characters_and_newlines_do_no_harm(
    sample: Make, arranged: Arrange
) -> None:
    body = (Paragraph((Run("one\x0b\x00\ntwo"),)),)
    letter = replace(sample("en"), subject="\x0c" + "long " * 100, body=body)
    document = opened(letter, arranged)
    assert document.core_properties.title == ("long " * 100)[:255]
    assert "one\ntwo" in [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize(
    ("language", "tag"), [("ru", "i"), ("en", "i"), ("zh", "em"), ("ja", "em")]
)
def test_east_asian_emphasis_is_dotted_not_slanted(
    language: str, tag: str, sample: Make, arranged: Arrange
) -> None:
    body = (Paragraph((Run("a"), Run("b", emphasis=True))),)
    letter = replace(sample(language), body=body, salutation="")
    root = part(docx_bytes(arranged(letter)), "word/document.xml")
    (looks,) = [r.find("w:rPr", NS) for r in root.iter(f"{W}r") if r.findtext("w:t", "", NS) == "b"]
    assert {child.tag for child in looks} & {W + "i", W + "em"} == {W + tag}
