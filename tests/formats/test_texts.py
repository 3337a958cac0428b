"""Plain text, tables, pages and subtitles: encodings, chosen columns, what is kept."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from translate_kit.errors import UserError
from translate_kit.formats import caution, format_of, suffix_after
from translate_kit.formats.encoding import decode
from translate_kit.formats.newdocx import Paragraph, new_docx
from translate_kit.formats.passages import wrapped
from translate_kit.model import Document

Translate = Callable[..., Path]
TEXTS = {
    "gb18030": "关于接待代表团的通知，请各有关单位认真做好准备工作。",
    "cp1251": "Уважаемые коллеги, благодарим вас за помощь — 30 000 костюмов получены.",
    "koi8-r": "уважаемые коллеги, благодарим вас за помощь и поддержку",
    "cp949": "존경하는 시장님께, 귀 시의 무궁한 발전을 기원합니다.",
    "cp932": "貴市ますますご清栄のこととお慶び申し上げます。マスクを送付いたします。",
    "cp1252": "Don’t forget the “sister city” – it’s important.",
    "utf-8": "通知 Уважаемые",
}


@pytest.mark.parametrize("encoding", TEXTS)
def test_the_encoding_of_an_office(encoding: str) -> None:
    found = decode(TEXTS[encoding].encode(encoding))

    assert found is not None
    assert found.text == TEXTS[encoding]


def _written(tmp_path: Path, name: str, content: bytes, text: str) -> bytes:
    """The file with its first block replaced."""
    path = tmp_path / name
    path.write_bytes(content)
    file_format = format_of(path)
    block, *others = file_format.read(path).blocks
    return file_format.write(Document((replace(block, text=text, tags=()), *others)), path, "ko")


@pytest.mark.parametrize(
    ("content", "text", "expected"),
    [
        ("通知".encode("gbk"), "Письмо", "Письмо".encode("gbk")),
        ("通知".encode("gbk"), "편지", b"\xef\xbb\xbf" + "편지".encode()),
        (b"\xef\xbb\xbf" + "通知".encode(), "편지", b"\xef\xbb\xbf" + "편지".encode()),
        ("\ufeff通知\r\n".encode("utf-16-le"), "편지", "\ufeff편지\r\n".encode("utf-16-le")),
        ("通知\r\n\r\n".encode(), "편지", "편지\r\n\r\n".encode()),
        ("通知\r旧".encode(), "편지", "편지\r旧".encode()),
    ],
)
def test_encoding_mark_and_line_ends_are_kept(
    tmp_path: Path, content: bytes, text: str, expected: bytes
) -> None:
    assert _written(tmp_path, "a.txt", content, text) == expected


def test_a_page_that_must_become_utf8_says_so(tmp_path: Path) -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>通知</p>'

    written = _written(tmp_path, "a.html", page.encode("gbk"), "편지")

    assert written.decode() == page.replace("gb2312", "utf-8").replace("通知", "편지")


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02\xff", b"\x89PNG\r\n\x1a\n\x00", bytes(range(128, 256))]
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)

    with pytest.raises(UserError, match="no text file"):
        format_of(path).read(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.csv", "a.srt"])
@given(text=st.text(st.sampled_from('ab字 \n\r\t,"<>/=&;*_[]()#-|1:.!`\\{}'), max_size=60))
def test_any_text_without_blocks_stays(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode())
    try:
        written = format_of(path).write(Document(()), path, "ru")
    except UserError:
        return
    assert written == text.encode()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.csv"])
@given(text=st.text(st.sampled_from('ab字 \n,"<>/=&;*_[]()#-|1.!`\\{}'), max_size=60))
@example(text="[a]()")
def test_any_blocks_come_back_as_they_were(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode())
    try:
        before = format_of(path).read(path)
    except UserError:
        return
    path.write_bytes(format_of(path).write(before, path, "zh"))

    assert [b.text for b in format_of(path).read(path).blocks] == [b.text for b in before.blocks]


@given(st.text("ab 字。，", max_size=60), st.integers(1, 20))
def test_wrapping_loses_nothing(text: str, columns: int) -> None:
    lines = wrapped(text, columns)

    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("columns", "texts"),
    [
        ((), ["id", "name", "note", "Mask", "soft"]),
        (("name",), ["Mask"]),
        (("2", "3"), ["name", "note", "Mask", "soft"]),
    ],
)
def test_chosen_columns(tmp_path: Path, columns: tuple[str, ...], texts: list[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id;name;note\n1;Mask;soft\n", encoding="utf-8")

    assert [block.text for block in format_of(path, columns).read(path).blocks] == texts


@pytest.mark.parametrize(
    ("name", "columns", "says"),
    [("a.csv", ("nam",), "did you mean “name”"), ("a.txt", ("name",), "only tables")],
)
def test_columns_that_are_not_there(
    tmp_path: Path, name: str, columns: tuple[str, ...], says: str
) -> None:
    path = tmp_path / name
    path.write_text("id,name\n1,Mask\n", encoding="utf-8")

    with pytest.raises(UserError, match=says):
        format_of(path, columns).read(path)


def test_a_quotation_mark_that_is_never_closed_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\nc,"d\n', encoding="utf-8")

    with pytest.raises(UserError, match="line 2"):
        format_of(path).read(path)


def test_what_a_format_becomes_and_its_caution(tmp_path: Path) -> None:
    assert suffix_after(tmp_path / "a.pdf") == ".pdf.docx"
    assert suffix_after(tmp_path / "a.docx") == ".docx"
    assert "layout" in caution(tmp_path / "a.pdf")
    assert caution(tmp_path / "a.docx") == ""


def test_a_new_document_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "new.docx"
    path.write_bytes(new_docx([Paragraph("Письмо", heading=True), Paragraph("a < b & c")], "ru"))

    assert [b.text for b in format_of(path).read(path).blocks] == ["Письмо", "a < b & c"]
