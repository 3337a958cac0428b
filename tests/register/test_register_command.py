"""``translate-kit register`` from drafting to the report, and every way it can be refused."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from translate_kit.cli.letter.drafting import draft_letters, write
from translate_kit.cli.register import RESULTS as OFFERED
from translate_kit.cli.register import STANDINGS, VERDICTS, register
from translate_kit.cli.registering import open_register, record_drafted, standing
from translate_kit.cli.starting import workspace_files
from translate_kit.errors import UserError
from translate_kit.register import Outgoing, State, Verdict, record_drafts
from translate_kit.register import Result as Decision
from translate_kit.workspace import Workspace

REFERENCE = "庆外函〔2020〕15号"
Say = Callable[..., str]
PROMISE = "医用防护服 约5000套 2020-02-15"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A new workspace."""
    for name, content in workspace_files().items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return Workspace.open(tmp_path)


@pytest.fixture
def say(workspace: Workspace) -> Say:
    """Run a register command; returns what it said, and raises what it refuses."""

    def run(*arguments: str) -> str:
        done: Result = CliRunner().invoke(register, arguments, obj=workspace, standalone_mode=False)
        if done.exception is not None:
            raise done.exception
        return done.output

    return run


@pytest.fixture
def drafted(workspace: Workspace, tmp_path: Path) -> None:
    """The example appeal drafted to two cities."""
    request = tmp_path / "requests" / "appeal.toml"
    drafts = draft_letters(workspace, "appeal", request, ("tyumen", "chungju"), ())
    paths = write(workspace, drafts, tmp_path / "letters", "txt", overwrite=False)
    record_drafted(workspace, drafts, paths)


@pytest.mark.usefixtures("drafted")
def test_from_draft_to_report(say: Say, workspace: Workspace, tmp_path: Path) -> None:
    assert say("list").count("drafted\tappeal") == 2
    assert say("list", "--country", "ru", "--state", "drafted").startswith("   1\t2020-02-08")
    say("sent", "1", "2")
    answer = tmp_path / "answer.docx"
    answer.write_bytes(b"answer")
    said = say(
        *("reply", "2020-02-08-appeal-tyumen.ru.txt", "--file", str(answer), "--keep"),
        *("--date", "2020-02-10", "--result", "partial", "--promise", PROMISE, "--note", "可供货"),
    )
    assert said == f"entered: reply to no. 1, {REFERENCE}, 秋明市政府, 2020-02-08\n"
    assert say("sample", "1", "医用防护服 2套", "--arrived", "2020-02-11").endswith("sample 1\n")
    say("test", "1", "--date", "2020-02-12", "--place", "省检验所", "--result", "passed")
    shown = say("show", "1")
    for text in (
        "医用一次性防护服3万套",
        "医用防护服约5000套 2020-02-15",
        "省检验所",
        "answer.docx",
    ):
        assert text in shown
    assert say("due", "--on", "2020-02-14").startswith("2 days overdue\t2\t")
    assert say("due", "--on", "2020-02-12").startswith("due today\t2\t")
    assert say("due", "--on", "2020-02-11").startswith("1 day left\t2\t")
    (found,) = json.loads(say("list", "--state", "answered", "--json"))
    assert found["letter"]["goods"][0]["quantity"] == "30000"
    assert found["letter"]["languages"] == ["ru", "zh"]
    out = tmp_path / "report.docx"
    period = ("report", "--from", "2020-02-08", "--to", "2020-02-12", "--out", str(out))
    assert say(*period) == f"written: {out}\n"
    text = "\n".join(paragraph.text for paragraph in Document(str(out)).paragraphs)
    assert "共向2个国家的1个友好城市和1个友好交流城市发函2件，均为求援函。" in text
    assert "承诺于2月15日提供医用防护服约5000套" in text
    with pytest.raises(UserError, match="--overwrite"):
        say(*period)
    (reply,) = open_register(workspace).entry(1).replies
    assert open_register(workspace).content(reply.sha256) == b"answer"


@pytest.mark.usefixtures("drafted")
def test_drafts_are_not_reported(say: Say, tmp_path: Path) -> None:
    say("sent", "1")
    said = say(*f"report --from 2020-02-01 --to 2020-02-08 --out {tmp_path / 'a.docx'}".split())
    assert "left out, not marked as sent: no. 2" in said
    say("withdraw", "1")
    assert "withdrawn" in say("show", "1")


def test_a_letter_written_outside(say: Say, workspace: Workspace) -> None:
    said = say(
        *("add", "--to", "jp_hygiene", "--kind", "enquiry", "--date", "2020年2月5日"),
        *(
            "--item",
            "医用防护服 3万套",
            "--reply-by",
            "2020-02-10",
            "--file",
            "a/b.docx",
            "-l",
            "ja",
        ),
    )
    assert said == "entered: no. 1\n"
    entry = open_register(workspace).entry(1)
    assert entry.letter.organisation == "日本卫生材料工业联合会"
    assert entry.letter.reply_by == date(2020, 2, 10)
    assert standing(entry) == "sent"


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
@pytest.mark.usefixtures("two")
def test_export(say: Say, tmp_path: Path, format_: str) -> None:
    out = tmp_path / f"register.{format_}"
    assert say("export", "--format", format_, str(out)) == f"written: {out}\n"
    assert out.stat().st_size > 500


@pytest.fixture
def two(workspace: Workspace, letter: Callable[..., Outgoing]) -> None:
    """Two drafts in the register under one reference."""
    letters = [letter(contact=contact) for contact in ("tyumen", "chungju")]
    record_drafts(open_register(workspace), letters)


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("show 9", "no letter in the register “9”"),
        ("sent 9", "no letter in the register “9”"),
        (f"reply {REFERENCE} --result agreed", "means 2 letters: no. 1, .*; no. 2"),
        ("reply 1 --result agreed --date 2020-02-07", "before the date of the letter"),
        ("reply 1 --result agreed --date 2020-02-30", "“2020-02-30” is no date"),
        ("reply 1 --result agreed --promise 很多", "“很多” is not understood"),
        ("reply 1 --result agreed --file absent.docx", "absent.docx: no such file"),
        ("reply 1 --result agreed --keep", "--keep needs the --file"),
        ("sample 1 防护衣服", "“防护衣服” is not understood"),
        ("test 1 --date 2020-02-10 --result passed", "no sample “1”"),
        ("add --to tumen --kind appeal --date 2020-02-08", "did you mean “tyumen”"),
        ("add --to tyumen --kind apeal --date 2020-02-08", "did you mean “appeal”"),
        ("report --from 2020-02-08 --to 2020-02-01 --out a.docx", "after its end"),
        ("report --from 2020-02-01 --to 2020-02-08 --out a.docx", "register sent 1 2"),
        (
            "report --from 2020-02-01 --to 2020-02-08 --date 2020-02-07 --out a.docx",
            "can't tell of the days until 2020-02-08",
        ),
    ],
)
def test_bad_input(say: Say, workspace: Workspace, command: str, why: str) -> None:
    before = open_register(workspace).entries()
    with pytest.raises(UserError, match=why):
        say(*command.split())
    assert open_register(workspace).entries() == before


def test_without_a_workspace() -> None:
    with pytest.raises(UserError, match="make one with: translate-kit init FOLDER"):
        open_register(Workspace(None))
    record_drafted(Workspace(None), [], [])


def test_the_choices_offered_are_those_of_the_register() -> None:
    assert set(OFFERED) == {result.value for result in Decision}
    assert set(VERDICTS) == {verdict.value for verdict in Verdict}
    assert set(STANDINGS) == {state.value for state in State} | {"answered"}
