"""``letter approve`` as a real process: a draft, edited in Word, becomes the final letter."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.parser import OxmlElement

Run = Callable[..., subprocess.CompletedProcess[bytes]]
SITUATION = "全市24家定点医院的防护服只够用3天。"
RUSSIAN = "В 24 больницах города защитных костюмов осталось на 3 дня."
REQUEST = f"""
kind = "appeal"
date = 2020-02-08
reference = "庆外函〔2020〕15号"
means = "either"
deadline = 2020-02-20
situation = "{SITUATION}"

[[items]]
item = "医用防护服"
quantity = "3万"
unit = "套"
"""


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    return (done.stdout + done.stderr).decode()


@pytest.fixture
def office(run: Run, tmp_path: Path) -> Path:
    assert run("init", "office").returncode == 0
    folder = tmp_path / "office"
    (folder / "appeal.toml").write_text(REQUEST, encoding="utf-8")
    draft = ("letter", "draft", "appeal", "--request", "appeal.toml", "--to", "tyumen")
    assert run(*draft, cwd=folder).returncode == 0
    return folder


def letter(office: Path) -> Path:
    return office / "letters" / "2020-02-08-appeal-tyumen.ru.docx"


def runs(document: Any) -> Iterator[Any]:
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for paragraph in (*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)):
        yield from paragraph.runs


def edit(path: Path, old: str, new: str) -> None:
    document = Document(str(path))
    found = [run for run in runs(document) if old in run.text]
    assert found, old
    for run in found:
        run.text = run.text.replace(old, new)
    document.save(str(path))


def approve(run: Run, office: Path, *more: str) -> subprocess.CompletedProcess[bytes]:
    return run("letter", "approve", str(letter(office)), "--request", "appeal.toml", "--to",
               "tyumen", "--by", "尹处长", *more, cwd=office)  # fmt: skip


def test_the_translated_draft_becomes_the_final_letter(run: Run, office: Path) -> None:
    edit(letter(office), SITUATION, RUSSIAN)
    done = approve(run, office)
    assert done.returncode == 0, said(done)
    final = Document(str(letter(office).with_name("2020-02-08-appeal-tyumen.ru-final.docx")))
    texts = [p.text for p in final.paragraphs]
    assert not any("ПРОЕКТ" in text or "требуется перевод" in text for text in texts)
    assert not final.element.body.xpath(".//w:highlight")
    (passage,) = [p for p in final.paragraphs if RUSSIAN in p.text]
    assert not passage._p.xpath(".//w:lang[contains(@w:val, 'zh')]")
    shown = run("register", "show", "1", cwd=office).stdout.decode()
    assert "2020-02-08-appeal-tyumen.ru-final.docx" in shown
    assert "尹处长" in shown
    again = approve(run, office)
    assert again.returncode == 2
    assert "exists already" in said(again)


def test_what_was_translated_serves_the_next_letter(run: Run, office: Path) -> None:
    edit(letter(office), SITUATION, RUSSIAN)
    assert "passages kept in the memory: 1" in said(approve(run, office))
    draft = ("letter", "draft", "appeal", "--request", "appeal.toml", "--to", "tyumen")
    done = run(*draft, "--out", "next", "--format", "txt", cwd=office)
    assert done.returncode == 0, said(done)
    assert "still to be translated" not in said(done)
    text = next((office / "next").glob("*.ru.txt")).read_text("utf-8")
    assert RUSSIAN in text
    assert "ПРОЕКТ" not in text


def thanks(document: Any) -> Any:
    """A run of the template's own text."""
    return next(run for run in runs(document) if "благодарим" in run.text)


def track(document: Any) -> None:
    document.paragraphs[5]._p.append(OxmlElement("w:ins"))


def comment(document: Any) -> None:
    thanks(document)._r.append(OxmlElement("w:commentReference"))


def highlight(document: Any) -> None:
    thanks(document).font.highlight_color = 4


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (track, "tracked changes"),
        (comment, "has comments"),
        (highlight, "is highlighted"),
    ],
)
def test_what_its_editor_left_unfinished_is_no_final_letter(
    run: Run, office: Path, change: Callable[[Any], None], message: str
) -> None:
    edit(letter(office), SITUATION, RUSSIAN)
    document = Document(str(letter(office)))
    change(document)
    document.save(str(letter(office)))
    done = approve(run, office)
    assert done.returncode == 2
    assert message in said(done)
    assert not list(letter(office).parent.glob("*-final.docx"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (SITUATION, SITUATION, "situation is still to be translated"),
        (SITUATION, RUSSIAN.replace("24", "42"), "situation: the numbers differ"),
        ("30\u00a0000", "3000", "the number 3000 is no fact of the request"),
    ],
)
def test_a_letter_with_a_wrong_fact_is_not_approved(
    run: Run, office: Path, old: str, new: str, message: str
) -> None:
    if old != SITUATION:
        edit(letter(office), SITUATION, RUSSIAN)
    edit(letter(office), old, new)
    done = approve(run, office)
    assert done.returncode == 2
    assert message in said(done), said(done)
    assert not list(letter(office).parent.glob("*-final.docx"))
