"""``letter merge``: thirty enquiries in one go, one bad row, stopped half-way, completed."""

import csv
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REQUEST = ROOT / "examples" / "enquiry.toml"
Run = Callable[..., subprocess.CompletedProcess[bytes]]
HEADER = "id,kind,country,language,organisation_zh,organisation_en,organisation_ru,email\n"


def table(tmp_path: Path, *, bad: int | None = None, rows: int = 30) -> Path:
    lines = [
        f"maker{n:02},maker,{'MY' if n % 2 else 'RU'},{'en' if n % 2 else 'ru'},"
        f"示例厂{n},Sample Maker {n},ООО «Образец {n}»,"
        for n in range(1, rows + 1)
    ]
    if bad is not None:
        lines[bad - 1] = lines[bad - 1].replace(",en,", ",xx,").replace(",ru,", ",xx,")
    path = tmp_path / "makers.csv"
    path.write_bytes((HEADER + "\n".join(lines) + "\n").encode("gb18030"))
    return path


def command(table_: Path, *more: str) -> tuple[str, ...]:
    return ("letter", "merge", "enquiry", "--contacts", str(table_), "--request", str(REQUEST),
            "--format", "txt", *more)  # fmt: skip


def summary(tmp_path: Path) -> list[dict[str, str]]:
    text = (tmp_path / "letters" / "summary.csv").read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def test_one_bad_row_among_thirty(run: Run, tmp_path: Path) -> None:
    makers = table(tmp_path, bad=7)
    done = run(*command(makers))
    assert done.returncode == 1
    assert "[7/30] maker07 庆外函〔2020〕22号 failed: " in done.stderr.decode()
    assert "makers.csv, line 8, field language" in done.stderr.decode()
    assert "29 written, 0 kept, 1 failed" in done.stdout.decode()
    rows = summary(tmp_path)
    assert [row["reference"] for row in rows] == [f"庆外函〔2020〕{n}号" for n in range(16, 46)]
    assert len(list((tmp_path / "letters").glob("*.txt"))) == 58
    english = (tmp_path / "letters" / "2020-02-08-enquiry-maker09.en.txt").read_text("utf-8")
    assert "庆外函〔2020〕24号" in english
    assert "Sample Maker 9" in english

    before = {p: p.read_bytes() for p in (tmp_path / "letters").glob("*.txt")}
    done = run(*command(table(tmp_path)))
    assert done.returncode == 0
    assert "1 written, 29 kept, 0 failed" in done.stdout.decode()
    assert {p: p.read_bytes() for p in before} == before
    assert [row["reference"] for row in summary(tmp_path)] == [r["reference"] for r in rows]


def test_a_new_row_gets_the_next_number(run: Run, tmp_path: Path) -> None:
    assert run(*command(table(tmp_path, rows=3))).returncode == 0
    makers = table(tmp_path, rows=4)
    lines = makers.read_text("gb18030").splitlines()
    makers.write_text("\n".join([lines[0], lines[4], *lines[1:4]]) + "\n", encoding="utf-8")
    assert run(*command(makers)).returncode == 0
    numbers = {row["contact"]: row["reference"] for row in summary(tmp_path)}
    assert numbers == {f"maker0{n}": f"庆外函〔2020〕{15 + n}号" for n in range(1, 5)}


def test_killed_half_way_and_completed(tmp_path: Path, run: Run) -> None:
    makers = table(tmp_path)
    process = subprocess.Popen(
        [sys.executable, "-m", "translate_kit", *command(makers)],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    deadline = time.monotonic() + 60
    while len(list((tmp_path / "letters").glob("*.txt"))) < 8 and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL) if os.name != "nt" else process.kill()
    process.wait()
    done = run(*command(makers))
    assert done.returncode == 0, done.stderr.decode()
    rows = summary(tmp_path)
    assert len(rows) == 30
    assert len({row["reference"] for row in rows}) == 30
    whole = tmp_path / "whole"
    whole.mkdir()
    assert run(*command(makers), cwd=whole).returncode == 0
    for letter in (whole / "letters").glob("*.txt"):
        assert (tmp_path / "letters" / letter.name).read_bytes() == letter.read_bytes()


def test_known_contacts_by_id_from_a_workbook(run: Run, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (["id"], ["my_gloves"], ["nobody"]):
        book.active.append(row)
    book.save(tmp_path / "makers.xlsx")
    done = run(*command(tmp_path / "makers.xlsx"))
    assert done.returncode == 1
    assert "1 written, 0 kept, 1 failed" in done.stdout.decode()
    assert "no contact “nobody”" in done.stderr.decode()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id\n", "the table has no contacts"),
        ("id\na\na\n", "line 3, field id: “a” stands there twice"),
        ("name\na\n", "field name: unknown column"),
    ],
)
def test_a_bad_table_is_refused_as_a_whole(
    run: Run, tmp_path: Path, content: str, message: str
) -> None:
    (tmp_path / "makers.csv").write_text(content, encoding="utf-8")
    done = run(*command(tmp_path / "makers.csv"))
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert not (tmp_path / "letters").exists()
