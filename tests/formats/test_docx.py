"""Word documents as whole files: parts, languages, what is waiting, the unchanged document."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from translate_kit.formats import docx as word
from translate_kit.model import Block, Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XMLNS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

Docx = Callable[..., Path]
Translate = Callable[..., Path]


def _part(path: Path, part: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(part))


def test_a_document_without_blocks_gives_the_file_back(docx: Docx) -> None:
    path = docx("<w:p><w:r><w:t>Text</w:t></w:r></w:p>")

    assert word.write(Document(()), path, "ru") == path.read_bytes()


def test_the_same_blocks_give_the_same_bytes(docx: Docx) -> None:
    path = docx("<w:p><w:r><w:t>Text</w:t></w:r></w:p>")
    document = word.read(path)

    assert word.write(document, path, "ru") == word.write(document, path, "ru")


def test_every_part_with_text_is_read(docx: Docx) -> None:
    def paragraph(text: str) -> str:
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    path = docx(
        paragraph("body"),
        header=f"<w:hdr {XMLNS}>{paragraph('head')}</w:hdr>",
        footnotes=f'<w:footnotes {XMLNS}><w:footnote w:id="1">{paragraph("note")}</w:footnote>'
        "</w:footnotes>",
        comments=f'<w:comments {XMLNS}><w:comment w:id="1">{paragraph("remark")}</w:comment>'
        "</w:comments>",
        settings=f"<w:settings {XMLNS}/>",
    )

    blocks = word.read(path).blocks

    assert [block.text for block in blocks] == ["body", "head", "note", "remark"]
    assert len({block.id for block in blocks}) == 4


def test_a_waiting_block_is_highlighted_and_kept(docx: Docx) -> None:
    path = docx("<w:p><w:r><w:t>Text</w:t></w:r></w:p>")
    (block,) = word.read(path).blocks
    out = path.with_name("out.docx")
    waiting = Block(block.id, block.text, pending=True)
    out.write_bytes(word.write(Document((waiting,)), path, "ru"))

    (run,) = _part(out).iter(f"{W}r")
    assert run.findtext(f"{W}t") == "Text"
    assert run.find(f"{W}rPr/{W}highlight").get(f"{W}val") == "yellow"


def test_cyrillic_is_not_drawn_in_a_chinese_font(docx: Docx, translate: Translate) -> None:
    fonts = '<w:rFonts w:ascii="仿宋" w:hAnsi="黑体" w:eastAsia="仿宋" w:hint="eastAsia"/>'
    path = docx(
        f'<w:p><w:r><w:rPr>{fonts}<w:lang w:eastAsia="zh-CN"/></w:rPr><w:t>口罩</w:t></w:r></w:p>',
        styles=f"<w:styles {XMLNS}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr>"
        "</w:rPrDefault></w:docDefaults></w:styles>",
    )

    out = translate(path, "ru")

    for part in ("word/document.xml", "word/styles.xml"):
        (properties,) = _part(out, part).iter(f"{W}rPr")
        names = dict(properties.find(f"{W}rFonts").items())
        assert names == {
            f"{W}ascii": "Times New Roman",
            f"{W}hAnsi": "Arial",
            f"{W}eastAsia": "仿宋",
        }
        assert properties.find(f"{W}lang").get(f"{W}val") == "ru-RU"


def test_korean_gets_a_korean_font_and_the_hint(docx: Docx, translate: Translate) -> None:
    path = docx(
        '<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="黑体"/></w:rPr><w:t>口罩</w:t>'
        "</w:r></w:p>",
        settings=f"<w:settings {XMLNS}><w:themeFontLang w:eastAsia='zh-CN'/></w:settings>",
    )

    out = translate(path, "ko")

    (properties,) = _part(out).iter(f"{W}rPr")
    assert dict(properties.find(f"{W}rFonts").items()) == {
        f"{W}ascii": "Arial",
        f"{W}eastAsia": "Malgun Gothic",
        f"{W}hint": "eastAsia",
    }
    assert properties.find(f"{W}lang").get(f"{W}eastAsia") == "ko-KR"
    (theme,) = _part(out, "word/settings.xml")
    assert theme.get(f"{W}eastAsia") == "ko-KR"


def test_the_strict_dialect_is_read_and_kept(docx: Docx, translate: Translate) -> None:
    path = docx("<w:p><w:r><w:t>Text</w:t></w:r></w:p>")
    strict = path.with_name("strict.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            transitional = "http://schemas.openxmlformats.org"
            for word_ml in ("wordprocessingml/2006/main", "officeDocument/2006/relationships"):
                home = word_ml.replace("/2006", "")
                content = content.replace(f"{transitional}/{word_ml}",
                                          f"http://purl.oclc.org/ooxml/{home}")  # fmt: skip
            new.writestr(name, content)

    (text,) = _part(translate(strict)).iter("{http://purl.oclc.org/ooxml/wordprocessingml/main}t")
    assert text.text == "ѪText"
