"""Standards in documents that are superseded, not yet in force or unknown."""

import csv
import json
from datetime import date
from pathlib import Path

import docx
import pytest

from tests.conftest import Run
from translate_kit.standards import Standards
from translate_kit.standards.citation import questionable

CASES = Path(__file__).parent / "cases" / "citations.csv"


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['text']} {case['date']}")
def test_what_is_wrong_with_a_code(standards: Standards, case: dict[str, str]) -> None:
    found = list(questionable(standards, case["text"], date.fromisoformat(case["date"])))
    told = [(str(c.trouble), c.in_force or "", ";".join(c.replaced_by)) for c in found]
    wanted = (case["trouble"], case["in_force"], case["replaced_by"])
    assert told == ([wanted] if case["trouble"] else [])


@pytest.mark.parametrize("year", range(2000, 2031, 5))
def test_an_edition_in_force_is_never_questioned(standards: Standards, year: int) -> None:
    day = date(year, 6, 1)
    for edition in standards.editions:
        if edition.standing(day) == "in_force":
            assert not list(questionable(standards, edition.code, day)), edition.code


def word(path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))
    return path


def test_a_word_document_as_json(tmp_path: Path, run: Run) -> None:
    file = word(
        tmp_path / "合同.docx", "口罩符合GB 2626-2019。", "防护服符合GB 19082-2009、GB 88888。"
    )
    done = run("standards", "check-document", str(file), "--date", "2026-01-10", "--json")
    assert (done.returncode, done.stderr) == (1, b"")
    record = json.loads(done.stdout)
    told = [(one["text"], one["trouble"], one["in_force"]) for one in record["standards"]]
    assert told == [
        ("GB 19082-2009", "superseded", "GB 19082-2023"),
        ("GB 88888", "unknown", None),
    ]
    assert all(one["where"] for one in record["standards"])


def test_a_text_at_a_gbk_console(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "信.txt"
    file.write_text("您好！\n\n请提供符合GB 19083-2010的口罩。\n", encoding="gb18030")
    arguments = ("standards", "check-document", str(file), "--date", "2026-01-10")
    done = run("--ui", "zh", *arguments, PYTHONIOENCODING="gbk")
    assert done.returncode == 1
    shown = done.stdout.decode("gbk")
    assert "GB 19083-2010: 已被代替" in shown
    assert "GB 19083-2023" in shown


def test_dates_that_nobody_recorded_are_told_but_are_no_finding(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Disinfectant to GB/T 19146-2010.", encoding="utf-8")
    done = run("standards", "check-document", str(file), "--date", "2026-01-10")
    assert done.returncode == 0
    assert "GB/T 19146-2010: whether it is in force is not recorded: verify" in done.stdout.decode()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("nowhere.docx", None, "nowhere.docx"),
        ("broken.docx", b"PK\3\4 not a zip", "broken.docx"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "docx"),
        ("song.mp3", b"ID3", "known are"),
    ],
)
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, run: Run, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = run("standards", "check-document", name)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
