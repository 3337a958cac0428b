"""Word documents as whole files: parts, languages, what is waiting, the unchanged document."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
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


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


def _relations(**targets: str) -> str:
    """A list of relationships: role -> target."""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="r{role}" Type="{OFFICE}/relationships/{role}" Target="{target}"/>'
            for role, target in targets.items()
        )
        + "</Relationships>"
    )


def _control(path: str, store: str, text: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="{path}" w:storeItemID="{store}"/></w:sdtPr>'
        f"<w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )


def test_what_a_control_is_bound_to_says_the_same(docx: Docx, translate: Translate) -> None:
    path = docx(
        _control("/order[1]/city[1]", "{AB}", "Daqing")
        + _control("/order[1]/@id", "{AB}", "Letter")
        + _control("//city", "{AB}", "Any"),
        more={
            "word/_rels/document.xml.rels": _relations(customXml="../store/item1.xml"),
            "store/item1.xml": '<order id="7"><city>Daqing</city></order>',
            "store/_rels/item1.xml.rels": _relations(customXmlProps="props.xml"),
            "store/props.xml": '<ds:datastoreItem ds:itemID="{ab}" '
            f'xmlns:ds="{OFFICE}/customXml"/>',
        },
    )

    out = translate(path)

    assert _part(out, "store/item1.xml").findtext("city") == "ѪDaqing"
    bindings = list(_part(out).iter(f"{W}dataBinding"))
    assert [each.get(f"{W}xpath") for each in bindings] == ["/order[1]/city[1]"]


def test_a_page_that_is_put_in_is_translated(docx: Docx, translate: Translate) -> None:
    path = docx(
        '<w:altChunk r:id="raFChunk"/>',
        more={
            "word/_rels/document.xml.rels": _relations(aFChunk="chunk.html"),
            "word/chunk.html": "<html><body><p>Put <b>in</b></p></body></html>",
        },
    )

    with zipfile.ZipFile(translate(path)) as archive:
        chunk = archive.read("word/chunk.html")
    assert chunk.decode() == "<html><body><p>ѪPut <b>Ѫin</b></p></body></html>"


def test_a_document_that_is_put_in_is_translated(docx: Docx, translate: Translate) -> None:
    inner = docx("<w:p><w:r><w:t>Inner</w:t></w:r></w:p>", name="inner.docx").read_bytes()
    path = docx(
        "<w:p><w:r><w:t>Outer</w:t></w:r></w:p>",
        more={
            "word/_rels/document.xml.rels": _relations(aFChunk="chunk.dat"),
            "word/chunk.dat": inner,
        },
    )

    out = translate(path)

    with zipfile.ZipFile(out) as archive:
        out.with_name("chunk.docx").write_bytes(archive.read("word/chunk.dat"))
    assert [b.text for b in word.read(out.with_name("chunk.docx")).blocks] == ["ѪInner"]


def test_what_readers_see_only_at_second_sight(docx: Docx) -> None:
    path = docx(
        '<w:tbl><w:tblPr><w:tblCaption w:val="Goods"/></w:tblPr></w:tbl>'
        '<w:p><w:hyperlink w:anchor="a" w:tooltip="Go there"><w:r><w:t>here</w:t></w:r>'
        '</w:hyperlink><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" '
        'descr="A map" title="map.png"/></wp:inline></w:drawing></w:r></w:p>'
        '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Mask" w:value="1"/>'
        "</w:dropDownList></w:sdtPr></w:sdt>"
    )

    texts = [block.text for block in word.read(path).blocks]

    assert texts == ["Goods", "here", "Go there", "A map", "Mask"]


@pytest.mark.parametrize(
    ("said", "translated"),
    [
        ("图1：口罩/手套", True),
        ("and/or", True),
        ("Note: see page 3", True),
        ("image1.jpeg", False),
        ("微信图片_20200208.jpg", False),
        (r"C:\Users\li\图片 1", False),
        (r"\\server\图片\1", False),
        ("cid:image001.png@01D5E2", False),
        ("https://example.org/图?id=1", False),
        ("/home/li/图片/scan", False),
    ],
)
def test_names_of_picture_files_are_no_text(docx: Docx, said: str, translated: bool) -> None:
    path = docx(
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="{said}"/></wp:inline>'
        "</w:drawing></w:r></w:p>"
    )

    assert [block.text for block in word.read(path).blocks] == ([said] if translated else [])


def test_a_field_without_an_end_hides_nothing(docx: Docx) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    path = docx(
        f"<w:p>{begin}<w:r><w:t>Shown</w:t></w:r></w:p><w:p><w:r><w:t>Too</w:t></w:r></w:p>"
    )

    assert [block.text for block in word.read(path).blocks] == ["Shown", "Too"]


def test_a_signature_does_not_speak_for_the_translation(docx: Docx, translate: Translate) -> None:
    origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    listing = _relations(officeDocument="word/document.xml").replace(
        "</Relationships>", f'<Relationship Id="s" Type="{origin}" Target="sig"/></Relationships>'
    )
    path = docx("<w:p><w:r><w:t>Text</w:t></w:r></w:p>", more={"_rels/.rels": listing})

    (relation,) = _part(translate(path), "_rels/.rels")
    assert relation.get("Target") == "word/document.xml"


def test_right_to_left_ends_with_the_source(docx: Docx, translate: Translate) -> None:
    path = docx(
        "<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t>שלום</w:t></w:r></w:p>"
    )

    tags = {etree.QName(node).localname for node in _part(translate(path)).iter()}
    assert not tags & {"bidi", "rtl"}
