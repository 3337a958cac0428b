"""Numerals and labels that a reader can read: lists, pages, notes, points on slides."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

from translate_kit.formats import docx as word

Docx = Callable[..., Path]
Translate = Callable[..., Path]
XMLNS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _part(path: Path, part: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(part).decode()


def _values(xml: str, name: str) -> list[str]:
    return re.findall(f'<w:{name}[^>]* w:(?:val|fmt)="([^"]*)"', xml)


@pytest.fixture
def listed(docx: Docx) -> Callable[..., Path]:
    """A document with a list of one level, and nothing else to translate but a word."""

    def make(form: str, text: str) -> Path:
        return docx(
            '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
            "<w:r><w:t>口罩</w:t></w:r></w:p>",
            numbering=f'<w:numbering {XMLNS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
            f'<w:numFmt w:val="{form}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/>'
            '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            "</w:numbering>",
        )

    return make


@pytest.mark.parametrize(
    ("form", "text", "language", "new_form", "new_text"),
    [
        ("chineseCounting", "第%1章", "ru", "decimal", "Глава %1"),
        ("chineseCounting", "第%1章", "en", "decimal", "Chapter %1"),
        ("chineseCounting", "第%1章", "ko", "decimal", "제%1장"),
        ("chineseCounting", "第%1章", "ja", "chineseCounting", "第%1章"),
        ("chineseCountingThousand", "第%1条　", "ru", "decimal", "Статья %1 "),
        ("decimal", "附件%1：", "ko", "decimal", "붙임 %1:"),
        ("decimal", "ARTICLE %1.", "ru", "decimal", "СТАТЬЯ %1."),
        ("decimal", "Article %1.", "zh", "decimal", "第%1条"),
        ("decimal", "Chapter %1", "fr", "decimal", "Chapter %1"),
        ("chineseCounting", "%1、", "ru", "decimal", "%1."),
        ("chineseCounting", "（%1）", "en", "decimal", "(%1)"),
        ("decimal", "%1、", "ko", "decimal", "%1."),
        ("decimal", "%1、", "ja", "decimal", "%1、"),
        ("decimal", "第%1.%2节", "en", "decimal", "Section %1.%2"),
        ("japaneseCounting", "%1", "zh", "japaneseCounting", "%1"),
        ("ganada", "%1.", "ko", "ganada", "%1."),
        ("ganada", "%1.", "ru", "upperLetter", "%1."),
        ("russianUpper", "%1)", "zh", "upperLetter", "%1)"),
        ("ideographTraditional", "%1.", "ko", "upperLetter", "%1."),
        ("decimalEnclosedCircle", "%1", "ru", "decimalEnclosedCircle", "%1"),
        ("bullet", "、", "ru", "bullet", "、"),
    ],
)
def test_lists(
    listed: Callable[..., Path],
    translate: Translate,
    form: str,
    text: str,
    language: str,
    new_form: str,
    new_text: str,
) -> None:
    path = listed(form, text)

    numbering = _part(translate(path, language), "word/numbering.xml")

    assert [block.text for block in word.read(path).blocks] == ["口罩"]
    assert (_values(numbering, "numFmt"), _values(numbering, "lvlText")) == ([new_form], [new_text])
    spaced = text != new_text and language not in ("zh", "ja")
    assert _values(numbering, "suff") == ["space" if spaced else "nothing"]


@pytest.mark.parametrize(
    ("form", "text", "block"),
    [("decimal", "第%1批物资", "第1批物资"), ("none", "备注：", "备注：")],
)
def test_words_that_no_table_knows_are_translated(
    listed: Callable[..., Path], translate: Translate, form: str, text: str, block: str
) -> None:
    path = listed(form, text)

    assert [each.text for each in word.read(path).blocks] == ["口罩", block]
    (new,) = _values(_part(translate(path), "word/numbering.xml"), "lvlText")
    assert new.startswith("Ѫ")
    assert ("%1" in new) == ("%1" in text)


def test_a_list_that_no_paragraph_has_is_not_read(docx: Docx) -> None:
    path = docx(
        "<w:p><w:r><w:t>口罩</w:t></w:r></w:p>",
        numbering=f'<w:numbering {XMLNS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="unused %1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    )

    assert [block.text for block in word.read(path).blocks] == ["口罩"]


CODES = [
    r" PAGE \* CHINESENUM3 ",
    r" NUMPAGES \*DBNUM1 \* MERGEFORMAT ",
    r" SEQ 表 \* CHINESENUM3 ",
]


def test_pages_and_notes(docx: Docx, translate: Translate) -> None:
    fields = "".join(f'<w:p><w:fldSimple w:instr="{code}"/></w:p>' for code in CODES)
    path = docx(
        "<w:p><w:r><w:t>口罩</w:t></w:r></w:p>"
        '<w:sectPr><w:footnotePr><w:numFmt w:val="chineseCounting"/></w:footnotePr>'
        '<w:pgNumType w:fmt="chineseCountingThousand" w:start="1"/></w:sectPr>',
        settings=f"<w:settings {XMLNS}><w:endnotePr>"
        '<w:numFmt w:val="ideographDigital"/></w:endnotePr></w:settings>',
        footer=f"<w:ftr {XMLNS}>{fields}</w:ftr>",
    )

    def shown() -> tuple[list[str], list[str], list[str]]:
        body = _part(out, "word/document.xml")
        codes = re.findall('instr="([^"]*)"', _part(out, "word/footer.xml"))
        notes = _values(_part(out, "word/settings.xml"), "numFmt")
        return _values(body, "numFmt") + notes, _values(body, "pgNumType"), codes

    out = translate(path, "ru")
    assert shown() == (
        ["decimal", "decimal"],
        ["decimal"],
        CODES,
    )
    out = translate(path, "ja")
    assert shown() == (
        ["chineseCounting", "ideographDigital"],
        ["chineseCountingThousand"],
        CODES,
    )


@pytest.mark.parametrize(
    ("language", "form"),
    [("ru", "arabicPeriod"), ("ko", "arabicPeriod"), ("ja", "ea1ChsPeriod")],
)
def test_points_on_slides(tmp_path: Path, translate: Translate, language: str, form: str) -> None:
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.placeholders[1].text = "口罩"
    properties = slide.placeholders[1].text_frame.paragraphs[0]._p.get_or_add_pPr()
    number = properties.makeelement(properties.tag.replace("pPr", "buAutoNum"))
    number.set("type", "ea1ChsPeriod")
    properties.append(number)
    show.save(tmp_path / "show.pptx")

    out = translate(tmp_path / "show.pptx", language)

    (written,) = re.findall('buAutoNum type="([^"]*)"', _part(out, "ppt/slides/slide1.xml"))
    assert written == form
