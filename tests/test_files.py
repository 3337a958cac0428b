"""Reading what office programs left in files, and writing that is whole or not at all."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.errors import AlreadyThere, BadData, CannotWrite, UserError
from translate_kit.files import Overlay, read_office_text, read_table, read_text, write_files

TABLE = "id,名称\na,“防护服”\nb,手套\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_tables_are_read_however_excel_saved_them(
    tmp_path: Path, encoding: str, newline: str
) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(TABLE.replace("\n", newline).encode(encoding))
    rows = list(read_table(path, required=("id",), known=("id", "名称")))
    assert [row.cells for row in rows] == [
        {"id": "a", "名称": "“防护服”"},
        {"id": "b", "名称": "手套"},
    ]
    assert [row.line for row in rows] == [2, 3]


def test_a_workbook_is_a_table_too(tmp_path: Path) -> None:
    from datetime import datetime

    from openpyxl import Workbook

    book = Workbook()
    for row in (["id", "名称", None], ["a", 30000.0], [None], [datetime(2020, 2, 8), " 手套 "]):
        book.active.append(row)
    book.save(tmp_path / "table.xlsx")
    rows = list(read_table(tmp_path / "table.xlsx", required=("id",), known=("id", "名称")))
    assert [(row.line, dict(row.cells)) for row in rows] == [
        (2, {"id": "a", "名称": "30000"}),
        (4, {"id": "2020-02-08", "名称": "手套"}),
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"id,name"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "table.xlsx").write_bytes(content)
    with pytest.raises(UserError, match="not an Excel workbook"):
        list(read_table(tmp_path / "table.xlsx", required=(), known=()))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"id{delimiter}term\n1{delimiter} suit \n", encoding="utf-8")
    (row,) = read_table(path, required=(), known=("id", "term"))
    assert row.cells == {"id": "1", "term": "suit"}


def test_a_quoted_line_break_keeps_the_line_numbers_right(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('id,term\n1,"two\nlines"\n\n2,x\n', encoding="utf-8")
    rows = list(read_table(path, required=(), known=("id", "term")))
    assert [(row.line, row.cells["term"]) for row in rows] == [(2, "two\nlines"), (5, "x")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id,trem\n1,x\n", "line 1, field trem: unknown column; did you mean “term”?"),
        (b"term\nx\n", "line 1, field id: this column is missing"),
        (b"id,id\n1,2\n", "line 1, field id: this column is there twice"),
        (b"id,term\n1,a,b\n", "line 2: 3 cells, but the header has 2"),
        (b"", "line 1: the file is empty"),
        (b"id,term\n1,\x00\n", "NUL byte"),
        (b'id,term\n1,"open\n', "not a readable table"),
        (b"id,term\n1,\xff\xff\n", "line 2: neither UTF-8 nor GBK"),
    ],
)
def test_a_broken_table_names_its_place(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    with pytest.raises(BadData) as caught:
        list(read_table(path, required=("id",), known=("id", "term")))
    assert message in str(caught.value)
    assert str(path) in str(caught.value)


def test_text_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "request.toml"
    path.write_bytes(b"# eins\n# zwei\nname = " + "防护服".encode("gbk"))
    with pytest.raises(BadData, match="line 3: this is not UTF-8"):
        read_text(path)


@pytest.mark.parametrize("name", ["absent.toml", "."])
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match=r"no such file|is a folder|cannot be read"):
        read_text(tmp_path / name)


def test_utf16_cut_in_half_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    path.write_bytes("防护服".encode("utf-16")[:-1])
    with pytest.raises(BadData):
        read_office_text(path)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\ufeff")))
def test_text_survives_reading(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        path.write_bytes(text.encode())
        assert read_text(path) == text


def test_files_are_written_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine", encoding="utf-8")
    with pytest.raises(AlreadyThere, match="exists already"):
        write_files({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["b"]
    assert (tmp_path / "b").read_text(encoding="utf-8") == "mine"


def test_overwriting_is_done_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    write_files({tmp_path / "a": b"new"}, overwrite=True)
    assert (tmp_path / "a").read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_somebody_faster_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process makes the file between our look and our write."""
    target = tmp_path / "a"
    fsync = os.fsync

    def intrude(handle: int) -> None:
        fsync(handle)
        target.write_text("theirs", encoding="utf-8")

    monkeypatch.setattr(os, "fsync", intrude)
    with pytest.raises(AlreadyThere):
        write_files({target: b"ours"})
    assert target.read_text(encoding="utf-8") == "theirs"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_disk_that_fills_up_half_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []

    def fill_up(handle: int) -> None:
        written.append(handle)
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill_up)
    with pytest.raises(CannotWrite, match="the disk is full; make room"):
        write_files({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(CannotWrite, match="is a file, not a folder"):
        write_files({tmp_path / "out" / "a": b""})


def test_the_first_folder_of_an_overlay_wins(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for path in (own / "x" / "a", shipped / "x" / "a", shipped / "x" / "b", shipped / "y" / "a"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    overlay = Overlay((own, shipped))
    assert overlay.find("x/a") == own / "x" / "a"
    assert overlay.find("x/b") == shipped / "x" / "b"
    assert overlay.find("x/c") is None
    assert overlay.containing("a") == ("x", "y")
