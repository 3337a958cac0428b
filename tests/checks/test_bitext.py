"""Bilingual files of every kind read as rows, and what is wrong with others said by name."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook

from translate_kit.checks.bitext import Bitext, Row, Wanted, read_bitext
from translate_kit.errors import BadData, UserError
from translate_kit.model import Pair

ANY = Wanted()
ROWS = [("急需防护服3万套。", "Нам нужны 30 000 костюмов."), ("请答复。", "Просим ответить.")]

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def texts(bitext: Bitext) -> list[tuple[str, str]]:
    return [(row.source, row.target) for row in bitext.rows]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.tsv", "source\ttarget\n{}\t{}\n{}\t{}\n"),
        ("a.tsv", "zh\tru\n{}\t{}\n\n{}\t{}\n"),
        ("a.tsv", "{}\t{}\n{}\t{}"),
        ("a.csv", "原文,译文\n{},{}\n{},{}\n"),
        ("a.csv", "note;zh-CN;ru_RU\nx;{};{}\ny;{};{}\n"),
    ],
)
def test_tables(name: str, content: str, write: Write) -> None:
    path = write(name, content.format(*ROWS[0], *ROWS[1]))

    found = read_bitext([path], ANY)

    assert found.pair == Pair("zh", "ru")
    assert texts(found) == ROWS


def test_a_table_says_on_which_line_a_row_stands(write: Write) -> None:
    found = read_bitext([write("a.tsv", "zh\ten\n你好\tHello\n\n谢谢\tThanks\n")], ANY)

    assert [row.where for row in found.rows] == ["row 2", "row 4"]


def test_quotation_marks_of_a_tsv_are_text_or_excels(write: Write) -> None:
    found = read_bitext(
        [write("a.tsv", 'en\tzh\n"We came\t“我们来了\n"say ""yes"""\t说“好”\n')], ANY
    )

    assert texts(found) == [('"We came', "“我们来了"), ('say "yes"', "说“好”")]


def test_a_workbook(tmp_path: Path) -> None:
    book = Workbook()
    for cells in (("编号", "中文", "俄文"), *((1, *row) for row in ROWS)):
        book.worksheets[0].append(cells)
    book.save(tmp_path / "a.xlsx")

    found = read_bitext([tmp_path / "a.xlsx"], ANY)

    assert (found.pair, texts(found)) == (Pair("zh", "ru"), ROWS)


def test_columns_of_five_languages_need_a_choice(write: Write) -> None:
    path = write("a.csv", "zh,en,ru\n你好,Hello,Здравствуйте\n")

    with pytest.raises(UserError, match=r"zh, en, ru.*--from"):
        read_bitext([path], ANY)
    assert texts(read_bitext([path], Wanted("en", "ru"))) == [("Hello", "Здравствуйте")]


TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="{}" datatype="plaintext"/><body>
<tu tuid="u1"><tuv xml:lang="zh-CN">
<seg>急需<bpt i="1">&lt;b&gt;</bpt>防护服<ept i="1">&lt;/b&gt;</ept>。</seg></tuv>
<tuv xml:lang="ru-RU"><seg>Нужны <hi>костюмы</hi>.</seg></tuv>
<tuv xml:lang="en"><seg>Suits are needed.</seg></tuv></tu>
<tu><tuv lang="zh"><seg>谢谢。</seg></tuv><tuv lang="ru"><seg>Спасибо.</seg></tuv></tu>
<tu><tuv lang="zh"><seg>再见。</seg></tuv></tu>
</body></tmx>"""


def test_tmx(write: Write) -> None:
    found = read_bitext([write("a.tmx", TMX.format("zh-CN"))], Wanted(target="ru"))

    assert found.pair == Pair("zh", "ru")
    assert found.rows == (
        Row("unit u1, line 3", "急需防护服。", "Нужны костюмы."),
        Row("unit 2, line 7", "谢谢。", "Спасибо."),
    )


def test_tmx_of_three_languages_needs_a_choice(write: Write) -> None:
    with pytest.raises(UserError, match=r"zh, ru, en.*--to"):
        read_bitext([write("a.tmx", TMX.format("*all*"))], ANY)


XLIFF_1 = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="zh-CN" target-language="en-GB" datatype="plaintext" original="a.docx"><body>
<trans-unit id="1"><source>请<g id="1">尽快</g>答复<x id="2"/>。</source>
<target>Please reply <g id="1">soon</g><ph id="3">&lt;br/&gt;</ph>.</target>
<alt-trans><source>请答复。</source><target>Reply.</target></alt-trans></trans-unit>
<trans-unit id="2"><source>谢谢。</source></trans-unit>
<trans-unit id="3" translate="no"><source>GB</source><target>GB</target></trans-unit>
</body></file></xliff>"""
XLIFF_2 = """<?xml version="1.0"?>
<xliff version="2.0" srcLang="zh" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0">
<file id="f"><unit id="1"><segment><source>请<pc id="1">尽快</pc>答复<ph id="2"/>。</source>
<target>Please reply <pc id="1">soon</pc><ph id="2"/>.</target></segment>
<ignorable><source> </source></ignorable>
<segment><source>谢谢。</source></segment></unit>
<unit id="3" translate="no"><segment><source>GB</source></segment></unit></file></xliff>"""


@pytest.mark.parametrize("content", [XLIFF_1, XLIFF_2])
def test_xliff(content: str, write: Write) -> None:
    found = read_bitext([write("a.xlf", content)], ANY)

    assert found.pair == Pair("zh", "en")
    assert texts(found) == [("请尽快答复。", "Please reply soon."), ("谢谢。", "")]
    assert found.rows[0].where.startswith("unit 1, line ")


def test_two_texts_line_by_line(write: Write) -> None:
    source = write("a.txt", "请答复。\n\n谢谢。您好！\n")
    target = write("b.txt", "Просим ответить.\n\nСпасибо. Здравствуйте!\n")

    found = read_bitext([source, target], ANY)

    assert found.pair == Pair("zh", "ru")
    assert found.rows == (
        Row("line 1", "请答复。", "Просим ответить."),
        Row("line 3", "谢谢。您好！", "Спасибо. Здравствуйте!"),
    )


def test_two_texts_of_other_lines_are_aligned(write: Write) -> None:
    source = write(
        "a.txt",
        "感谢贵方2月5日来函。我市急需医用防护服3万套。\n样品将于2月16日送检。检测结果出来后，我方会立即通知。\n谢谢。\n",
    )
    target = write(
        "b.txt",
        "Thank you for your letter of 5 February.\nOur city urgently needs 30,000 medical suits.\n"
        "The samples will be tested on 16 February; we will let you know the result at once.\n"
        "Thank you.\n",
    )

    assert texts(read_bitext([source, target], ANY)) == [
        ("感谢贵方2月5日来函。", "Thank you for your letter of 5 February."),
        ("我市急需医用防护服3万套。", "Our city urgently needs 30,000 medical suits."),
        (
            "样品将于2月16日送检。 检测结果出来后，我方会立即通知。",
            "The samples will be tested on 16 February; we will let you know the result at once.",
        ),
        ("谢谢。", "Thank you."),
    ]


def test_a_sentence_left_out_stands_alone(write: Write) -> None:
    source = write("a.txt", "我们已收到样品。\n\n其中有120只口罩破损。\n请说明原因，并尽快补发。\n")
    target = write(
        "b.txt", "We have received the samples.\nPlease explain the reason and send others soon.\n"
    )

    found = texts(read_bitext([source, target], ANY))

    assert ("其中有120只口罩破损。", "") in found
    assert ("我们已收到样品。", "We have received the samples.") in found


def test_word_documents(tmp_path: Path) -> None:
    for name, texts_of in (
        ("a.docx", ["请答复。", "谢谢。"]),
        ("b.docx", ["Please reply.", "Thanks."]),
    ):
        document = docx.Document()
        document.core_properties.comments = ""
        for text in texts_of:
            document.add_paragraph(text)
        document.save(str(tmp_path / name))

    found = read_bitext([tmp_path / "a.docx", tmp_path / "b.docx"], ANY)

    assert texts(found) == [("请答复。", "Please reply."), ("谢谢。", "Thanks.")]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.tsv", "", "empty"),
        ("a.tsv", "a\tb\tc\n1\t2\t3\n", "no columns source and target"),
        ("a.csv", 'source,target\n"a,b\n', "line 2"),
        ("a.csv", "source,note,target\n你好\n谢谢,x,Thanks\n", None),
        ("a.csv", "note,source,target\nx\n", "line 2.*too few cells"),
        ("a.tmx", "<tmx><body></tmx>", "line 1.*not readable XML"),
        ("a.tmx", "<html/>", "no TMX.*<html>"),
        ("a.xlf", "<tmx/>", "no XLIFF.*<tmx>"),
        ("a.xlf", '<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', "entities"),
        ("a.tsv", "source\ttarget\n \t \n", "no text to check"),
        ("a.tsv", "source\ttarget\n123\t123\n", "--from"),
        ("a.tsv", "source\ttarget\nPlease reply to us.\tPlease reply to us.\n", "both in en"),
        ("a.tsv", "en\tzh\n", "no text"),
        ("a.tsv", "Veuillez nous répondre, s'il vous plaît.\t请尽快答复我方。\n", "language fr"),
        ("a.pdf", "x", "one text"),
    ],
)  # fmt: skip
def test_what_cannot_be_used(name: str, content: str, complaint: str | None, write: Write) -> None:
    path = write(name, content)
    if complaint is None:
        read_bitext([path], ANY)
        return
    with pytest.raises(UserError, match=complaint) as refusal:
        read_bitext([path], ANY)
    assert name in str(refusal.value) or "--" in str(refusal.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.tsv: no such file"):
        read_bitext([tmp_path / "gone.tsv"], ANY)


def test_a_document_of_an_unknown_kind(write: Write) -> None:
    with pytest.raises(BadData, match=r"b\.pages"):
        read_bitext([write("a.txt", "你好"), write("b.pages", "Hello")], ANY)
