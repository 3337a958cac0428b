"""Files that cannot be used: each ends in one line that names the file and the remedy."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from translate_kit.errors import UserError
from translate_kit.formats import format_of

Docx = Callable[..., Path]
Zip = Callable[[str, Mapping[str, str | bytes]], Path]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _refusal(path: Path) -> str:
    with pytest.raises(UserError) as refused:
        format_of(path).read(path)
    message = str(refused.value)
    assert path.name in message
    assert "\n" not in message
    return message


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.docx", b"", "empty"),
        ("text.docx", b"just text", "no office document"),
        ("paper.docx", b"%PDF-1.7", "PDF"),
        ("letter.docx", b"{\\rtf1", "RTF"),
        ("locked.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("old.docx", OLE + "WordDocument\0".encode("utf-16-le"), "save it as docx"),
        ("old.xlsx", OLE + "Workbook\0".encode("utf-16-le"), "save it as xlsx"),
        ("old.ppt", OLE, "save it as pptx"),
        ("old.doc", OLE, "save it as docx"),
        ("cut.pptx", b"PK\x03\x04rest of it lost", "damaged"),
        ("picture.png", b"", "cannot be translated"),
        ("noname", b"", "cannot be translated"),
    ],
)
def test_what_is_no_document(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert says in _refusal(path)


def test_a_file_under_another_name(docx: Docx) -> None:
    path = docx("<w:p/>", name="made.xlsx")

    assert "rename it to .docx" in _refusal(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "no such file" in _refusal(tmp_path / "none.docx")


def test_entities_are_refused(docx: Docx) -> None:
    path = docx("<w:p/>")
    bomb = path.with_name("bomb.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bomb, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            if name == "word/document.xml":
                content = content.replace("<w:document", '<!DOCTYPE d [<!ENTITY a "b"><!ENTITY x '
                                          'SYSTEM "file:///etc/passwd">]><w:document')  # fmt: skip
                content = content.replace("<w:p/>", "<w:p><w:r><w:t>&x;&a;</w:t></w:r></w:p>")
            new.writestr(name, content)

    assert "entities" in _refusal(bomb)


def test_a_zip_bomb_is_refused(zipped: Zip) -> None:
    path = zipped("bomb.docx", {"word/document.xml": bytes(20 * 2**20)})

    assert "zip bomb" in _refusal(path)


def test_a_zip_without_a_document(zipped: Zip) -> None:
    assert "no office document" in _refusal(zipped("some.docx", {"a.txt": "text"}))


def test_broken_xml_names_the_part(docx: Docx) -> None:
    path = docx("<w:p>")

    assert "word/document.xml" in _refusal(path)


def test_a_member_with_a_wrong_checksum(docx: Docx) -> None:
    path = docx("<w:p><w:r><w:t>Text</w:t></w:r></w:p>")
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        at = archive.getinfo("word/document.xml").header_offset
    content[at + 60] ^= 0xFF
    path.write_bytes(content)

    assert "damaged" in _refusal(path)
