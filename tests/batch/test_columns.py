"""Chosen columns of a table, from ``translate`` to the memory."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.batch.conftest import Done, command

Run = Callable[..., Done]
ROW = "运输费用由我方承担。"
MADE = "The cost of transport will be borne by us."
TABLE = f"编号,条款,内部备注\n1,{ROW},{ROW}\n"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return partial(command, tmp_path)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "translate-kit.toml").write_text("", encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "goods.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def translate(run: Run, *more: str) -> Done:
    return run("translate", "in", "--to", "en", "--out", "out", "--engine", "memory",
               *more)  # fmt: skip


@pytest.mark.parametrize("columns", ["条款", "2"])
def test_only_the_chosen_columns_are_translated(run: Run, office: Path, columns: str) -> None:
    (office / "in" / "note.txt").write_text(ROW, encoding="utf-8")
    done = translate(run, "--columns", columns)
    header = "编号,条款,内部备注" if columns == "条款" else None
    table = (office / "out" / "goods.en.csv").read_text(encoding="utf-8")
    assert table.splitlines()[1] == f"1,{MADE},{ROW}"
    assert header is None or table.splitlines()[0] == header
    assert (office / "out" / "note.en.txt").read_text(encoding="utf-8") == MADE
    assert done.returncode == (0 if header else 3), done.stderr


def test_other_columns_are_another_translation(run: Run, office: Path) -> None:
    assert translate(run, "--columns", "条款").returncode == 0
    again = translate(run, "--columns", "条款", "--json")
    assert json.loads(again.stdout)["outputs"][0]["why"] == "up to date"
    (other,) = json.loads(translate(run, "--columns", "条款,内部备注", "--json").stdout)["outputs"]
    assert other["state"] == "kept"
    assert "translated: the columns;" in other["why"]
    assert translate(run, "--columns", "条款,内部备注", "--overwrite").returncode == 0
    table = (office / "out" / "goods.en.csv").read_text(encoding="utf-8")
    assert table.splitlines()[1] == f"1,{MADE},{MADE}"


@pytest.mark.parametrize("version", ["2.1", "1.2"])
def test_the_reviewer_sees_them_only_and_applies_them(run: Run, office: Path, version: str) -> None:
    assert translate(run, "--columns", "条款", "--xliff", version).returncode == 0
    xliff = office / "out" / "goods.en.csv.xlf"
    text = xliff.read_text(encoding="utf-8")
    assert text.count(ROW) <= 2  # the source, and what the memory has; not the other column's
    xliff.write_text(text.replace(f">{MADE}</target>", ">We pay for transport.</target>"),
                     encoding="utf-8")  # fmt: skip
    done = run("apply", str(xliff), "--all", "--by", "Li Hua")
    assert done.returncode == 0, done.stderr
    table = (office / "out" / "goods.en.reviewed.csv").read_text(encoding="utf-8")
    assert table.splitlines() == ["编号,条款,内部备注", f"1,We pay for transport.,{ROW}"]


def test_columns_that_a_tool_lost_are_given_again(run: Run, office: Path) -> None:
    assert translate(run, "--columns", "内部备注", "--xliff", "2.1").returncode == 0
    xliff = office / "out" / "goods.en.csv.xlf"
    text = xliff.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if 'type="columns"' not in line]
    xliff.write_text("\n".join(kept), encoding="utf-8")
    assert run("apply", str(xliff)).returncode == 2
    done = run("apply", str(xliff), "--columns", "内部备注")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("columns", "says"),
    [("内部备主", "did you mean “内部备注”?"), ("7", "no such column; the table has 3")],
)
def test_a_column_that_is_not_there_is_named(
    run: Run, office: Path, columns: str, says: str
) -> None:
    done = translate(run, "--columns", columns)
    assert done.returncode == 2
    assert "goods.csv" in done.stderr
    assert says in done.stderr


def test_without_a_table_there_are_no_columns(run: Run, office: Path) -> None:
    (office / "in" / "goods.csv").rename(office / "in" / "goods.txt")
    done = translate(run, "--columns", "条款")
    assert done.returncode == 2
    assert "only tables (csv, tsv) have columns" in done.stderr
