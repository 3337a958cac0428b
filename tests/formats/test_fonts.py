"""Fonts and languages of a translation: the right glyphs where runs, themes, styles name a font."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation
from pptx.util import Inches

Docx = Callable[..., Path]
Translate = Callable[..., Path]
XMLNS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _part(path: Path, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(part).decode()


def _named(xml: str) -> list[dict[str, str]]:
    """The attributes of every ``w:rFonts``."""
    return [dict(re.findall(r'w:(\w+)="([^"]*)"', each))
            for each in re.findall("<w:rFonts[^>]*>", xml)]  # fmt: skip


THEMED = 'w:asciiTheme="minorEastAsia" w:hAnsiTheme="majorEastAsia" w:eastAsiaTheme="minorHAnsi"'


@pytest.mark.parametrize(
    ("language", "fonts"),
    [
        (
            "ru",
            {"asciiTheme": "minorHAnsi", "hAnsiTheme": "majorHAnsi", "eastAsiaTheme": "minorHAnsi"},
        ),
        (
            "ko",
            {"asciiTheme": "minorEastAsia", "hAnsiTheme": "majorEastAsia",
             "eastAsiaTheme": "minorEastAsia", "hint": "eastAsia"},
        ),
    ],
)  # fmt: skip
def test_a_theme_s_font_is_that_of_the_language(
    docx: Docx, translate: Translate, language: str, fonts: dict[str, str]
) -> None:
    run = f'<w:rPr><w:rFonts {THEMED} w:hint="eastAsia"/></w:rPr><w:t>口罩</w:t>'
    path = docx(f"<w:p><w:r>{run}</w:r></w:p>")

    assert _named(_part(translate(path, language))) == [fonts]


def test_numbers_alone_look_like_the_text_around_them(docx: Docx, translate: Translate) -> None:
    fonts = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:hint="eastAsia"/>'
    song = f'<w:rPr>{fonts}<w:lang w:val="zh-CN"/></w:rPr>'
    path = docx(
        f"<w:p><w:r>{song}<w:t>口罩</w:t></w:r></w:p><w:p><w:r>{song}<w:t>300</w:t></w:r></w:p>",
        footer=f"<w:ftr {XMLNS}><w:p><w:r>{song}<w:t>1</w:t></w:r></w:p></w:ftr>",
    )

    out = translate(path, "ru")

    for part in ("word/document.xml", "word/footer.xml"):
        for named in _named(_part(out, part)):
            assert {named["ascii"], named["hAnsi"]} == {"Times New Roman"}
        assert "zh-CN" not in _part(out, part)


def test_numbers_of_lists_but_not_bullets_are_in_the_font_of_the_language(
    docx: Docx, translate: Translate
) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{number}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:rPr>'
        '<w:rFonts w:ascii="黑体" w:hint="eastAsia"/></w:rPr></w:lvl>'
        for number, (form, text) in enumerate([("decimal", "%1."), ("bullet", "●")])
    )
    path = docx(
        "<w:p><w:r><w:t>口罩</w:t></w:r></w:p>",
        numbering=f'<w:numbering {XMLNS}><w:abstractNum w:abstractNumId="0">{levels}'
        "</w:abstractNum></w:numbering>",
    )

    numbers, bullets = _named(_part(translate(path, "ru"), "word/numbering.xml"))

    assert numbers == {"ascii": "Arial"}
    assert bullets == {"ascii": "黑体", "hint": "eastAsia"}


@pytest.mark.parametrize(
    ("language", "latin", "asian"),
    [
        ("ru", ["+mn-lt", "Arial"], ["+mj-lt", "等线"]),
        ("ja", ["+mn-ea", "微软雅黑"], ["+mj-ea", "MS Gothic"]),
    ],
)  # fmt: skip
def test_slides_are_drawn_in_fonts_of_the_language(
    tmp_path: Path, translate: Translate, language: str, latin: list[str], asian: list[str]
) -> None:
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[6])
    box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(4), Inches(2)).text_frame
    for text, latin_font, asian_font in (
        ("口罩", "+mn-ea", "+mj-lt"),
        ("300", "微软雅黑", "等线"),
    ):
        run = box.paragraphs[0].add_run() if text == "口罩" else box.add_paragraph().add_run()
        run.text = text
        run.font.name = latin_font
        drawn = run.font._element.makeelement(run.font._element.tag.replace("rPr", "ea"))
        drawn.set("typeface", asian_font)
        run.font._element.append(drawn)
    show.save(tmp_path / "show.pptx")

    xml = _part(translate(tmp_path / "show.pptx", language), "ppt/slides/slide1.xml")

    assert re.findall('<a:latin typeface="([^"]*)"', xml) == latin
    assert re.findall('<a:ea typeface="([^"]*)"', xml) == asian


def test_a_print_header_names_a_font_of_the_language(tmp_path: Path, translate: Translate) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["A1"] = "口罩"
    sheet.oddHeader.center.text = "口罩"
    sheet.oddHeader.center.font = "宋体,加粗"
    workbook.save(tmp_path / "book.xlsx")

    header = openpyxl.load_workbook(translate(tmp_path / "book.xlsx", "ru")).active.oddHeader

    assert header.center.font == "Times New Roman,Bold"
