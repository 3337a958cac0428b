"""The week of docs/week.md, command by command, and what the office has at its end."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

ROOT = Path(__file__).parent.parent
PROGRAM = "uv run translate-kit "
Run = Callable[..., subprocess.CompletedProcess[bytes]]


def commands(page: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text("utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def words(file: Path) -> str:
    document = Document(str(file))
    cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


@pytest.fixture
def office(run: Run, tmp_path: Path) -> Path:
    """The workspace after all commands of the page."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    folder = tmp_path
    for command in commands("week.md"):
        if command.startswith("cd "):
            folder /= command.removeprefix("cd ")
            continue
        done = run(*shlex.split(command.removeprefix(PROGRAM)), cwd=folder)
        assert done.returncode == 0, (command, done.stdout.decode(), done.stderr.decode())
    return folder


def test_both_pages_show_the_same_commands() -> None:
    assert commands("week.zh.md") == commands("week.md")


def test_the_week(run: Run, office: Path) -> None:
    final = words(office / "letters" / "2020-02-08-appeal-tyumen.ru-final.docx")
    assert "30\u00a0000" in final
    assert "GB 19082-2009" in final
    assert len(list((office / "letters").glob("*-enquiry-*"))) == 8
    assert {file.suffixes[0] for file in (office / "translated").glob("daily.*.docx")} == {
        ".ru", ".ko", ".en", ".ja",
    }  # fmt: skip
    for told in ("部分同意", "1850卢布", "GB 19082-2009"):
        assert told in words(office / "tyumen.zh.docx")
    for told in ("化学防护服", "2000套", "约5000副", "秋明市", "忠州市", "马来西亚"):
        assert told in words(office / "report.docx"), told
    thanks = words(next((office / "letters").glob("*-donation_acknowledgement-chungju.ko.docx")))
    assert "5만 켤레" in thanks
    shown = run("register", "show", "1", cwd=office).stdout.decode()
    assert "partial" in shown
    assert "2020-02-14" in shown
