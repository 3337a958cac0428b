"""``translate-kit check`` as a real process: output, exit codes, refusals."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]
RIGHT = "zh\tru\n请尽快答复。\tПросим ответить как можно скорее.\n"
WRONG = (
    "zh\tru\n急需防护服3万套。\tНам срочно необходимы 3000 костюмов.\n请勿拆开。\tПросим вскрыть.\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.tsv"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_a_right_translation(run: Run, tmp_path: Path) -> None:
    (tmp_path / "right.tsv").write_text(RIGHT, encoding="utf-8")

    done = run("check", "right.tsv")

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("1 segment checked (zh-ru): 0 errors")


def test_an_error_makes_the_exit_code(run: Run, table: Path) -> None:
    done = run("check", table.name)

    assert done.returncode == 1
    assert "row 2\n  error: “3万” in the source, but “3000”" in done.stdout.decode()
    assert "warning: “请勿”" in done.stdout.decode()


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("note", 1)])
def test_what_the_exit_code_says_can_be_chosen(
    run: Run, table: Path, fail_on: str, code: int
) -> None:
    done = run("check", table.name, "--only", "negation", "--fail-on", fail_on)

    assert done.returncode == code


def test_two_files_in_a_gbk_console(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("请寄医用防护服3万套。\n".encode("gb18030"))
    (tmp_path / "b.txt").write_text("의료용 방호복 3천 벌을 보내 주십시오.\n", encoding="utf-8")

    done = run("--ui", "zh", "check", "a.txt", "b.txt", PYTHONIOENCODING="gbk")

    assert done.returncode == 1
    assert "错误：" in done.stdout.decode("gbk") or "错误:" in done.stdout.decode("gbk")
    assert b"\\ubc8c" in done.stdout  # 벌, which GBK lacks


def test_json_and_page(run: Run, table: Path, tmp_path: Path) -> None:
    done = run("check", table.name, "--json", "--html", "out.html")

    data = json.loads(done.stdout)
    assert (data["pair"], data["counts"]["error"]) == ("zh-ru", 1)
    assert "<mark" in (tmp_path / "out.html").read_text(encoding="utf-8")
    again = run("check", table.name, "--html", "out.html")
    assert again.returncode == 2
    assert b"--overwrite" in again.stderr
    assert run("check", table.name, "--html", "out.html", "--overwrite").returncode == 1


def test_every_check_is_explained(run: Run) -> None:
    done = run("--ui", "zh", "check", "--list")

    assert done.returncode == 0
    for name, title in (("numbers", "数字按值核对"), ("formality", "语体"), ("terms", "术语")):
        assert f"{name}  {title}" in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "name a source and its translation"),
        (["table.tsv", "b", "c"], "name a source and its translation"),
        (["gone.tsv"], "gone.tsv: no such file"),
        (["table.tsv", "--only", "numbrs"], "did you mean “numbers”?"),
        (["table.tsv", "--to", "en"], "--to"),
        (["table.tsv", "--from", "fr"], "fr"),
    ],
)
def test_refusals(run: Run, table: Path, arguments: list[str], complaint: str) -> None:
    done = run("check", *arguments)

    assert done.returncode == 2
    assert complaint in done.stderr.decode()
    assert b"Traceback" not in done.stderr
