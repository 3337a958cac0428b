"""``letter read`` as a real process, from the drafted letter to the reply in the register."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

ROOT = Path(__file__).parents[2]
LETTERS = ROOT / "tests" / "letters" / "cases" / "incoming"
Run = Callable[..., subprocess.CompletedProcess[bytes]]


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    return (done.stdout + done.stderr).decode()


@pytest.fixture
def office(run: Run, tmp_path: Path) -> Path:
    """A workspace with the appeal of the example written to Tyumen, and Tyumen's reply."""
    assert run("init", "office").returncode == 0
    folder = tmp_path / "office"
    draft = ("letter", "draft", "appeal", "--request", "requests/appeal.toml", "--to", "tyumen")
    assert run(*draft, cwd=folder).returncode == 0
    shutil.copy(LETTERS / "tyumen.txt", folder / "reply.txt")
    return folder


def test_a_reply_is_read_and_entered(run: Run, office: Path) -> None:
    done = run("letter", "read", "reply.txt", cwd=office)
    assert done.returncode == 0, said(done)
    text = done.stdout.decode()
    for words in (
        "reply.txt: ru, 2020-02-11",
        "From: tyumen 秋明市政府",
        "Answers: no. 1, 庆外函〔2020〕15号",
        "its number is named",
        "Decision: partial",
        "2000",
        "1850卢布",
        'reply 1 --file reply.txt --date 2020-02-11 --result partial --promise "化学防护服 2000套',
    ):
        assert words in text, text
    assert run("letter", "read", "reply.txt", "--record", cwd=office).returncode == 0
    shown = run("register", "show", "1", cwd=office).stdout.decode()
    assert "partial" in shown
    assert "化学防护服2000套" in shown
    assert "护目镜约5000" in shown
    again = run("letter", "read", "reply.txt", "--record", cwd=office)
    assert again.returncode == 2
    assert "has been entered as a reply" in said(again)


def test_the_proposed_command_works_as_it_is_printed(run: Run, office: Path) -> None:
    import shlex

    text = run("letter", "read", "reply.txt", cwd=office).stdout.decode()
    command = next(line for line in text.splitlines() if "translate-kit register reply" in line)
    done = run(*shlex.split(command)[1:], cwd=office)
    assert done.returncode == 0, said(done)


def test_other_programs_get_json(run: Run, office: Path) -> None:
    done = run("letter", "read", "reply.txt", "--json", cwd=office)
    data = json.loads(done.stdout)
    assert data["answers"] == [{"number": 1, "reference": "庆外函〔2020〕15号", "named": True}]
    assert {"2000", "5000"} <= {one["quantity"] for one in data["promised"]}
    assert {one["kind"] for one in data["facts"]} >= {"date", "money", "code", "email", "phone"}


def test_the_reading_sheet_is_chinese_and_never_replaced_unasked(run: Run, office: Path) -> None:
    command = ("letter", "read", "reply.txt", "--out", "sheet.docx")
    assert run(*command, cwd=office).returncode == 0
    document = Document(str(office / "sheet.docx"))
    texts = [p.text for p in document.paragraphs]
    texts += [c.text for t in document.tables for row in t.rows for c in row.cells]
    for words in ("来函处理单", "部分同意", "秋明市政府", "1850卢布", "GB 19082-2009"):
        assert any(words in text for text in texts), words
    again = run(*command, cwd=office)
    assert again.returncode == 2
    assert "exists already" in said(again)


def test_a_reply_to_one_of_two_letters_has_to_be_told(run: Run, office: Path) -> None:
    text = (office / "requests" / "appeal.toml").read_text("utf-8")
    (office / "second.toml").write_text(text.replace("15号", "21号"), encoding="utf-8")
    draft = ("letter", "draft", "appeal", "--request", "second.toml", "--to", "tyumen")
    assert run(*draft, "--out", "second", cwd=office).returncode == 0
    reply = (
        (office / "reply.txt")
        .read_text("utf-8")
        .replace("На № 庆外函〔2020〕15号 от 08.02.2020", "")
    )
    (office / "reply.txt").write_text(reply, encoding="utf-8")
    done = run("letter", "read", "reply.txt", "--record", cwd=office)
    assert done.returncode == 2
    assert "it may answer 2 letters: no. 1," in said(done)
    told = run("letter", "read", "reply.txt", "--record", "--answers", "2", cwd=office)
    assert told.returncode == 0, said(told)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("reply.docx", b"no document", "no office document"),
        ("reply.txt", b"12345", "no letters in this text"),
        ("reply.xyz", b"abc", "documents of this kind"),
        (
            "reply.txt",
            b"Cher Monsieur, je vous remercie de votre lettre.",
            "say --language",
        ),
    ],
)
def test_what_is_no_letter_of_ours_is_refused(
    run: Run, tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("letter", "read", name)
    assert done.returncode == 2, said(done)
    assert message in said(done)
    assert name in said(done) or "no letters" in said(done)


def test_without_a_workspace_the_letter_is_read_all_the_same(run: Run, tmp_path: Path) -> None:
    shutil.copy(LETTERS / "calgary.txt", tmp_path / "reply.txt")
    done = run("letter", "read", "reply.txt")
    assert done.returncode == 0, said(done)
    assert "Answers: not known" in said(done)
    assert "From: calgary" in said(done)
