"""A reply as office programs write it: a letterhead in the header, goods in a table."""

import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

from translate_kit.errors import UserError
from translate_kit.letters.incoming.source import paragraphs_of

BOX = """<w:p {names} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    xmlns:v="urn:schemas-microsoft-com:vml"><w:r><mc:AlternateContent>
    <mc:Choice Requires="wps"><w:drawing><w:txbxContent>{text}</w:txbxContent></w:drawing>
    </mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{text}</w:txbxContent></v:textbox>
    </w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""
GOODS = (
    ("№", "Наименование", "Количество"),
    ("1", "Очки защитные", "5 000"),
    ("2", "Халат", "2 000"),
)
TOLD = (
    "АДМИНИСТРАЦИЯ ГОРОДА ТЮМЕНИ",
    "11.02.2020 № 15-03/118",
    "Готовы поставить:",
    "№ | Наименование | Количество",
    "Очки защитные | 5 000",
    "Халат | 2 000",
    "3 шт.\nобразцов",
    "mail@tyumen.example",
)
"""What a reader sees, in order; struck out words and running numbers are no part of it."""


@pytest.fixture(scope="module")
def reply(tmp_path_factory: pytest.TempPathFactory) -> Path:
    document = Document()
    document.sections[0].header.paragraphs[0].text = TOLD[0]
    document.sections[0].footer.paragraphs[0].text = TOLD[-1]
    number = f"<w:p><w:r><w:t>{TOLD[1]}</w:t></w:r></w:p>"
    body = document.element.body
    body.insert(0, parse_xml(BOX.format(names=nsdecls("w"), text=number)))
    changed = document.add_paragraph(TOLD[2])
    gone = "<w:del {} w:id='1' w:author='a'><w:r><w:delText>900</w:delText></w:r></w:del>"
    changed._p.append(parse_xml(gone.format(nsdecls("w"))))
    table = document.add_table(0, 3)
    for row in GOODS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("3 шт.\nобразцов")
    file = tmp_path_factory.mktemp("reply") / "reply.docx"
    document.save(str(file))
    return file


def lines(file: Path) -> list[str]:
    return [line.strip() for line in paragraphs_of(file) if line.strip()]


def test_word(reply: Path) -> None:
    assert lines(reply) == "\n".join(TOLD).split("\n")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
@pytest.mark.parametrize("suffix", ["odt", "pdf"])
def test_other_programs_tell_the_same(reply: Path, tmp_path: Path, suffix: str) -> None:
    plain = Document(str(reply))
    box = plain.element.body[0]
    box.getparent().replace(
        box, parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>{TOLD[1]}</w:t></w:r></w:p>")
    )
    plain.save(str(tmp_path / "reply.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(tmp_path)]
    done = subprocess.run(
        [*command, str(tmp_path / "reply.docx")], capture_output=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    told = lines(tmp_path / f"reply.{suffix}")
    if suffix == "odt":
        assert told == "\n".join(TOLD).split("\n")
    for line in TOLD:
        for words in line.replace("\n", " | ").split(" | "):
            assert any(words in one for one in told), (words, told)


def test_rows_of_a_sheet(tmp_path: Path) -> None:
    book = Workbook()
    for row in (("护目镜", 5000), (None, None), ("防护服", 2000.5)):
        book.active.append(row)
    book.save(tmp_path / "报价.xlsx")
    assert lines(tmp_path / "报价.xlsx") == ["护目镜 | 5000", "防护服 | 2000.5"]


@pytest.mark.parametrize("suffix", ["docx", "odt", "pdf", "xlsx"])
def test_what_is_no_such_file_is_refused(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"reply.{suffix}"
    file.write_bytes(b"no document")
    with pytest.raises(UserError, match=f"reply.{suffix}"):
        paragraphs_of(file)
