"""Free text that a machine has translated, from draft to final letter, as real processes."""

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

Run = Callable[..., subprocess.CompletedProcess[bytes]]
SITUATION = "关于捐款，我方将于2月4日答复。"
RUSSIAN = "Относительно денежного пожертвования мы ответим 4 февраля."
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
DRAFT = ("letter", "draft", "appeal", "--request", "appeal.toml", "--to", "tyumen")
STEM = "2020-02-08-appeal-tyumen.ru"


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    return (done.stdout + done.stderr).decode()


@pytest.fixture
def office(tmp_path: Path, tiny_models: Path) -> Path:
    """A workspace with the tiny packages and a request."""
    settings = f"[models]\nfolders = [{json.dumps(str(tiny_models))}]\n"
    (tmp_path / "translate-kit.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "appeal.toml").write_text(REQUEST, encoding="utf-8")
    return tmp_path


@pytest.fixture
def letter(run: Run, office: Path) -> Path:
    """A draft with a passage that the machine has translated."""
    done = run(*DRAFT)
    assert done.returncode == 0, said(done)
    assert "situation is a machine translation" in said(done)
    path = office / "letters" / f"{STEM}.docx"
    assert RUSSIAN in texts(path)[_place(path)]
    return path


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


def _place(path: Path) -> int:
    (place,) = [n for n, text in enumerate(texts(path)) if "[машинный перевод" in text]
    return place


def edit(path: Path, old: str, new: str) -> None:
    document = Document(str(path))
    (run,) = [r for p in document.paragraphs for r in p.runs if old in r.text]
    run.text = run.text.replace(old, new)
    document.save(str(path))


def approve(run: Run, letter: Path) -> subprocess.CompletedProcess[bytes]:
    return run("letter", "approve", str(letter), "--request", "appeal.toml", "--to", "tyumen",
               "--by", "尹处长")  # fmt: skip


def test_unedited_it_is_shown_and_approved_as_the_machines(run: Run, letter: Path) -> None:
    check = ("letter", "check", str(letter), "--request", "appeal.toml", "--to", "tyumen")
    done = run(*check)
    assert done.returncode == 1
    assert f"situation stands as the machine translated it: “{RUSSIAN}”" in said(done)

    done = approve(run, letter)
    assert done.returncode == 0, said(done)
    assert f"situation stands as the machine translated it: “{RUSSIAN}”" in said(done)
    assert "passages kept in the memory: 1" in said(done)
    final = letter.with_name(f"{STEM}-final.docx")
    assert RUSSIAN in texts(final)
    assert not any("машинный перевод" in text or "ПРОЕКТ" in text for text in texts(final))
    assert not Document(str(final)).element.body.xpath(".//w:highlight")
    assert "a machine's, approved 1" in said(run("memory", "stats"))
    exported = run("memory", "export", "units.tsv")
    assert exported.returncode == 0, said(exported)
    (unit,) = rows(letter.parent.parent / "units.tsv", "\t")
    assert (unit["zh"], unit["ru"]) == (SITUATION, RUSSIAN)
    assert "尹处长" in unit.values()


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=delimiter))


def test_edited_it_is_the_persons_and_serves_the_next_letter(run: Run, letter: Path) -> None:
    edit(letter, "мы ответим", "мы дадим ответ")
    done = approve(run, letter)
    assert done.returncode == 0, said(done)
    assert "machine translated" not in said(done)
    assert "approved 1" in said(run("memory", "stats"))
    assert "machine" not in said(run("memory", "stats"))
    following = run(*DRAFT, "--out", "next", "--format", "txt")
    assert "machine" not in said(following)
    text = (letter.parent.parent / "next" / f"{STEM}.txt").read_text("utf-8")
    assert "мы дадим ответ 4 февраля" in text
    assert "ПРОЕКТ" not in text


@pytest.mark.parametrize(
    ("new", "message"),
    [
        (RUSSIAN.replace("4", "14"), "situation: the numbers differ"),
        (SITUATION, "situation is still to be translated"),
    ],
)
def test_made_wrong_it_is_refused(run: Run, letter: Path, new: str, message: str) -> None:
    edit(letter, RUSSIAN, new)
    done = approve(run, letter)
    assert done.returncode == 2
    assert message in said(done)
    assert not list(letter.parent.glob("*-final.docx"))


def test_without_packages_the_chinese_stays_and_one_line_says_what_to_install(
    run: Run, office: Path
) -> None:
    (office / "translate-kit.toml").write_text("", encoding="utf-8")
    done = run(*DRAFT, "--format", "txt")
    assert done.returncode == 0, said(done)
    assert "situation is still to be translated" in said(done)
    assert said(done).count("models install zh-en en-ru") == 1
    text = (office / "letters" / f"{STEM}.txt").read_text("utf-8")
    assert f"[требуется перевод] <<{SITUATION}>>" in text


def test_other_programs_get_every_passage_with_its_origin(run: Run, office: Path) -> None:
    done = run(*DRAFT, "--json")
    russian, chinese = json.loads(done.stdout)
    (passage,) = russian["passages"]
    assert passage["by"].startswith("argos zh-en")
    assert {k: v for k, v in passage.items() if k != "by"} == {
        "field": "situation",
        "origin": "machine",
        "language": "ru",
        "text": RUSSIAN,
        "source": SITUATION,
    }
    assert (russian["draft"], chinese["draft"]) == (True, False)
    assert [Path(file).name for file in russian["files"]] == [f"{STEM}.docx"]
    assert any("machine translation" in one["message"] for one in russian["findings"])


def test_a_merge_says_in_its_summary_what_to_check(run: Run, office: Path) -> None:
    (office / "table.csv").write_text("id\ntyumen\nchungju\n", encoding="utf-8")
    done = run("letter", "merge", "appeal", "--contacts", "table.csv", "--request", "appeal.toml",
               "--format", "txt")  # fmt: skip
    assert done.returncode == 0, said(done)
    summary = rows(office / "letters" / "summary.csv")
    assert [row["state"] for row in summary] == ["written", "written"]
    assert all("situation is a machine translation" in row["note"] for row in summary)
