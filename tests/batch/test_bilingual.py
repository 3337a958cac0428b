"""The document for reading on paper: both languages side by side."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

Run = Callable[..., subprocess.CompletedProcess[bytes]]
Write = Callable[..., Path]
KNOWN = "根据市医院的统计，未来2周需要医用外科口罩20万只。"
UNKNOWN = "此句无人译过。"
COMMAND = ("translate", "in", "--to", "en", "--out", "out", "--engine", "memory", "--bilingual")


@pytest.fixture
def made(run: Run, tmp_path: Path, write_docx: Write) -> Path:
    write_docx("in/a.docx", KNOWN + UNKNOWN, "a\tb\n12")
    done = run(*COMMAND)
    assert done.returncode == 3, done.stderr.decode()
    assert "a.en.docx.bilingual.docx" in done.stdout.decode()
    return tmp_path / "out" / "a.en.docx.bilingual.docx"


def test_source_and_translation_stand_side_by_side(made: Path) -> None:
    (table,) = Document(str(made)).tables
    head, first, second = table.rows
    assert [cell.text for cell in head.cells] == ["№", "Source text", "Translation", "Remarks"]
    assert first.cells[1].text == KNOWN + UNKNOWN
    assert "200,000 surgical masks" in first.cells[2].text
    highlighted = [
        run.text for run in first.cells[2].paragraphs[0].runs if run.font.highlight_color
    ]
    assert highlighted == [UNKNOWN]
    assert "not translated" in first.cells[3].text
    assert second.cells[1].text == "a\tb\n12"


def test_the_same_translation_gives_the_same_bytes(made: Path, run: Run) -> None:
    before = made.read_bytes()
    run(*COMMAND, "--overwrite")
    assert made.read_bytes() == before


def test_it_is_made_later_of_what_is_there(made: Path, run: Run) -> None:
    before = made.read_bytes()
    translated = made.parent / "a.en.docx"
    stamp = translated.stat().st_mtime_ns
    made.unlink()
    done = run(*COMMAND)
    assert done.returncode == 3
    assert made.read_bytes() == before
    assert translated.stat().st_mtime_ns == stamp


def test_a_persons_file_of_that_name_stays(made: Path, run: Run) -> None:
    made.write_bytes(b"mine")
    assert run(*COMMAND).returncode == 3
    assert made.read_bytes() == b"mine"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
def test_libreoffice_opens_it(made: Path, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir",
               str(tmp_path), str(made)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    text = (tmp_path / "a.en.docx.bilingual.txt").read_text(encoding="utf-8-sig")
    assert KNOWN in text
    assert "200,000 surgical masks" in text
