"""The table of standards is kept: entered, changed, checked, imported, taken back; never half."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from translate_kit.cli import run as start
from translate_kit.errors import BadData
from translate_kit.files import journal
from translate_kit.standards.cells import Change, read_cells, rows_of, table_csv
from translate_kit.standards.checking import check_tables
from translate_kit.standards.codes import written
from translate_kit.standards.keeping import Clashing, Keeping, find_id
from translate_kit.workspace import Workspace

SHIPPED = Path(__file__).parents[2] / "glossaries" / "standards"
NEW = (
    "--country", "CN", "--type", "surgical_mask", "--title-zh", "医用外科口罩",
    "--title-en", "Surgical masks", "--confidence", "high",
)  # fmt: skip
ANNA, BORIS = ("--as", "Anna"), ("--as", "Boris")

Command = Callable[..., str]


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    (tmp_path / "translate-kit.toml").write_text("", encoding="utf-8")
    return Workspace.open(tmp_path)


@pytest.fixture
def command(office: Workspace, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run ``translate-kit standards`` in the workspace; gives both outputs together."""

    def run(*arguments: str, code: int = 0, ui: str = "en") -> str:
        left = start(["--ui", ui, "--workspace", str(office.folder), "standards", *arguments])
        out, error = capsys.readouterr()
        assert left == code, out + error
        return out + error

    return run


def row(office: Workspace, code: str) -> dict[str, str]:
    cells = office.standards_keeping.cells()
    identifier = find_id(cells, code)
    return rows_of(cells)[identifier] if identifier else {}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("gb／t １９１４６：2010", "GB/T 19146-2010"),
        ("GB19083—2010", "GB 19083-2010"),
        ("yy0469-2011", "YY 0469-2011"),
        ("YY/T 0969-2013", "YY/T 0969-2013"),
        ("gost 12.4.296-2015", "ГОСТ 12.4.296-2015"),
        ("ГОСТ Р 58396-2019", "ГОСТ Р 58396-2019"),
        ("TR CU 019/2011", "ТР ТС 019/2011"),
        ("jis t8115 : 2015", "JIS T 8115:2015"),
        ("ks k iso16603-2012", "KS K ISO 16603:2012"),
        ("astm f 2100-11", "ASTM F2100-11"),
        ("ASTM F2407-06(2013)e1", "ASTM F2407-06(2013)e1"),
        ("EN14683:2019 + AC:2019", "EN 14683:2019+AC:2019"),
        ("Regulation (eu) 2016/425", "Regulation (EU) 2016/425"),
        ("42 CFR Part 84", "42 CFR Part 84"),
        ("비말차단용 마스크 KF-AD", "비말차단용 마스크 KF-AD"),
        ("보호구 안전인증 고시 — 보안경", "보호구 안전인증 고시 — 보안경"),
        ("  日本薬局方　消毒用エタノール ", "日本薬局方 消毒用エタノール"),
    ],
)
def test_codes_are_written_as_their_publishers_do(typed: str, code: str) -> None:
    assert written(typed) == code
    assert written(code) == code


def test_the_shipped_table_is_canonical_and_sound() -> None:
    path = SHIPPED / "standards.csv"
    assert table_csv(read_cells(path)) == path.read_bytes()
    found = check_tables(path, SHIPPED / "equivalence.csv")
    assert [each for each in found if each.severity != "note"] == []


def test_an_edition_is_entered_and_its_predecessor_names_it(office: Workspace, command) -> None:
    said = command("add", "yy0469-2031", *NEW, "--issued", "2031-01-05", "--in-force", "2032-06-01",
                   "--replaces", "YY0469—2023", *ANNA, "--why", "新版")  # fmt: skip
    assert "fields saved as " in said
    new = row(office, "YY 0469-2031")
    assert (new["code"], new["edition_year"], new["replaces"]) == (
        "YY 0469-2031", "2031", "YY 0469-2023",
    )  # fmt: skip
    assert new["id"].startswith("std-cn-")
    assert row(office, "YY 0469-2023")["replaced_by"] == "YY 0469-2031"
    shown = json.loads(command("show", "YY 0469", "--date", "2033-01-01", "--json"))
    assert [e["standing"] for e in shown["editions"]][-1] == "unknown"
    assert "Anna  add  新版" in command("history", "YY 0469-2031")
    assert command("check") == "0 errors, 0 warnings, 20 notes\n".replace("20", _notes(command))


def test_an_edition_entered_by_mistake_is_taken_back_whole(office: Workspace, command) -> None:
    command("add", "GB 77777-2024", *NEW, "--replaces", "GB 2626-2019", *ANNA)
    command("undo", *ANNA)
    assert row(office, "GB 77777-2024") == {}
    path = office.standards_keeping.path
    assert path.read_bytes() == (SHIPPED / "standards.csv").read_bytes()
    assert office.standards_keeping.history()[-1].undoes
    command("undo", office.standards_keeping.history()[-1].id, *BORIS)
    assert row(office, "GB 2626-2019")["replaced_by"] == "GB 77777-2024"


def _notes(command: Command) -> str:
    return str(len(json.loads(command("check", "--level", "note", "--json", code=1))))


def test_an_edition_is_changed_and_the_change_taken_back(office: Workspace, command) -> None:
    command("edit", "GB 26373-2010", "--until", "2020-11-30", "--status", "superseded", *ANNA)
    assert row(office, "GB 26373-2010")["in_force_to"] == "2020-11-30"
    assert "no longer in force" in command("show", "GB 26373-2010", "--date", "2021-01-01")
    command("edit", "GB 26373-2010", "--status", "-", *ANNA)
    assert "status" not in row(office, "GB 26373-2010")
    command("undo", *ANNA)
    command("undo", *ANNA)
    path = office.standards_keeping.path
    assert path.is_relative_to(office.folder or "")
    assert path.read_bytes() == (SHIPPED / "standards.csv").read_bytes()
    assert "there is no change of Boris's" in command("undo", *BORIS, code=2)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("add", "GB2626—2019", *NEW), "GB2626—2019 is std-cn-007 already"),
        (("add", "GB 77777-2020", "--country", "CN"), "needs --type, --title-zh, --title-en"),
        (
            ("add", "GB 77777-2020", *NEW, "--in-force", "soon"),
            "standards.csv, field in_force_from: “soon”",
        ),
        (("edit", "GB 2626-2006", "--in-force", "2020-02-30"), "field in_force_from"),
        (("edit", "GB 77777-2020", "--scope", "x"), "no edition of a standard “GB 77777-2020”"),
        (("edit", "GB 2626-2006"), "say what to change"),
        (("edit", "GB 2626-2006", "--also", "GB 2626-2019"), "each edition is recorded once"),
    ],
)
def test_what_is_refused_changes_nothing(office: Workspace, command, arguments, why) -> None:
    if why.startswith("GB2626"):
        why = "GB 2626-2019 is std-cn-007 already"
    assert why in command(*arguments, *ANNA, code=2)
    assert office.standards_keeping.history() == ()
    assert not (office.standards_keeping.own / "standards.csv").exists()


def test_without_a_workspace_nothing_is_changed(run, tmp_path: Path) -> None:
    done = run("standards", "edit", "GB 2626-2006", "--scope", "x")
    assert done.returncode == 2
    assert b"translate-kit init FOLDER" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_two_people_at_once_lose_nothing(office: Workspace) -> None:
    keeping = office.standards_keeping
    one = Change("std-cn-003", "scope", keeping.cells()["std-cn-003", "scope"], "a")
    other = Change("std-cn-003", "in_force_to", "", "2026-01-01")
    keeping.commit([one], who="Anna", did="edit")
    keeping.commit([other], who="Boris", did="edit")
    with pytest.raises(Clashing, match=r"it says “a” now"):
        keeping.commit([Change("std-cn-003", "scope", one.old, "b")], who="Boris", did="edit")
    assert row(office, "YY 0469-2011")["scope"] == "a"
    assert len(keeping.history()) == 2


KILLED = """
import sys
from pathlib import Path
from translate_kit.standards.cells import Change
from translate_kit.standards.keeping import Keeping
keeping = Keeping(Path(sys.argv[1]), Path(sys.argv[2]))
print("ready", flush=True)
for n in range(10_000):
    old = keeping.cells().get(("std-cn-001", "scope"), "")
    keeping.commit([Change("std-cn-001", "scope", old, str(n))], who="a", did="edit")
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
@pytest.mark.parametrize("wait", [0.05, 0.16, 0.31])
def test_a_process_killed_in_a_change_leaves_the_table_whole(tmp_path: Path, wait: float) -> None:
    own = tmp_path / "own"
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(SHIPPED), str(own)],
                               stdout=subprocess.PIPE)  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(wait)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    keeping = Keeping(SHIPPED, own)
    cells = keeping.cells()
    history = keeping.history()
    assert not journal.pending(own)
    assert len(rows_of(cells)) == len(rows_of(read_cells(SHIPPED / "standards.csv")))
    if history:
        assert cells["std-cn-001", "scope"] == history[-1].changes[0].new
    keeping.commit([Change("std-cn-001", "status", cells["std-cn-001", "status"], "x")],
                   who="b", did="edit")  # fmt: skip


def sheet(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_sheet_is_shown_first_and_made_when_told(office: Workspace, command, tmp_path) -> None:
    path = sheet(
        tmp_path / "a.csv",
        "标准号,产品类别,国别,标准名称,英文名称,可信度,发布日期,实施日期,废止日期",
        "YY0469—2011,,,,,,2011/12/31,,",
        "GB 77777-2024,mask,CN,新口罩,New mask,high,2024年1月5日,2025.1.1,",
        "GB 2626-2019,,,,,,,2020-07-01,",
    )
    said = command("import", str(path), *ANNA)
    assert "row 2, column G (issued): YY 0469-2011 issued: ∅ → 2011-12-31" in said or (
        row(office, "YY 0469-2011").get("issued") == "2011-12-31"
    )
    assert "row 3, column H (in_force_from): GB 77777-2024 in_force_from: ∅ → 2025-01-01" in said
    assert "make them with --apply" in said
    assert office.standards_keeping.history() == ()
    command("import", str(path), "--apply", *ANNA)
    assert row(office, "GB 77777-2024")["edition_year"] == "2024"
    assert row(office, "YY 0469-2011")["issued"] == "2011-12-31"
    assert "0 changes" in command("import", str(path), *ANNA)


def test_every_problem_of_a_sheet_is_told_by_row_and_column(command, tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "a.csv",
        "code,in_force_from,in_force_to,colour,scope",
        "GB 88888-2020,2020-01-01,,,",
        "GB 2626-2019,irgendwann,,,",
        ",2020-01-01,,,x",
        "YY 0469-2011,,,,=1+1",
        "GB2626-2006,,2020-06-30,,",
        "GB 2626—2006,,2019-01-01,,",
    )
    said = command("import", str(path), *ANNA, code=1)
    for told in (
        "row 1, “colour”: unknown column, left out",
        "row 2, column ? (product_type): GB 88888-2020 is new, and needs this",
        "row 3, column B (in_force_from): “irgendwann” is not a date",
        "row 4, column A (code): the code is missing",
        "row 5, column E (scope): this looks like a formula",
        "row 7, column A (code): GB 2626-2006 is in row 6 already",
    ):
        assert told in said
    told = json.loads(command("import", str(path), "--json", *ANNA, code=1))
    assert len(told["problems"]) == 10


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8-sig", ","), ("gb18030", ","), ("utf-16", "\t"), ("utf-8", ";")]
)
def test_what_excel_and_wps_do_to_a_file(office, command, tmp_path, encoding, mark) -> None:
    path = tmp_path / "标准.csv"
    text = mark.join(("标准号", "状态", "废止日期")) + "\r\n"
    text += mark.join((" ＧＢ／Ｔ 19146－2010 ", "现行 ", "2030/6/5")) + "\r\n"
    path.write_bytes(text.encode(encoding))
    command("import", str(path), "--apply", *ANNA)
    assert row(office, "GB/T 19146-2010")["status_zh"] == "现行"
    assert row(office, "GB/T 19146-2010")["in_force_to"] == "2030-06-05"


def test_dates_and_years_of_a_workbook(office: Workspace, command, tmp_path: Path) -> None:
    import datetime

    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["标准号", "年份", "废止日期", "备注列", "适用范围"])
    page.append(["GB/T 19146-2010", 2010.0, datetime.datetime(2030, 6, 5), "x", "=A1"])
    page.append(["YY 0469-2011", None, None, None, datetime.datetime(2020, 2, 8)])
    path = tmp_path / "a.xlsx"
    book.save(path)
    said = command("import", str(path), "--apply", *ANNA, code=1)
    assert row(office, "GB/T 19146-2010")["in_force_to"] == "2030-06-05"
    assert "row 2, column E (scope): this is a formula" in said
    assert "row 3, column E (scope): Excel made a date of this" in said
    assert "“备注列”: unknown column" in said


def test_a_dash_empties_a_cell_and_an_empty_one_changes_nothing(office, command, tmp_path) -> None:
    path = sheet(tmp_path / "a.csv", "code,known_in_force,scope", "YY 0469-2011,-,")
    scope = row(office, "YY 0469-2011")["scope"]
    command("import", str(path), "--apply", *ANNA)
    assert "known_in_force" not in row(office, "YY 0469-2011")
    assert row(office, "YY 0469-2011")["scope"] == scope


def test_a_sheet_without_codes_is_none(command, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.csv", "name,date", "x,2020")
    assert "line 1, field code: this column is missing" in command("import", str(path), *ANNA,
                                                                   code=2)  # fmt: skip


HEAD = (
    "id,product_type,country,code,also,edition_year,issued,in_force_from,in_force_to,"
    "known_in_force,replaces,replaced_by,title_zh,title_en,confidence"
)
CROSS = "id,standard_a,standard_b\n"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["1,m,CN,GB 1111-2010,,2010,2010-05-01,2010-01-01,,,,"],
         "error dates in_force_from: in force before it was issued"),
        (["1,m,CN,GB 1111-2010,,2010,,2009,,,,"],
         "warning dates in_force_from: in force before the year"),
        (["1,m,CN,GB 1111-2010,,2010,,2012,2011,,,"],
         "error dates in_force_to: no longer in force before"),
        (["1,m,CN,GB 1111-2010,,2010,,2012,,2011/2013,,"], "error dates known_in_force: outside"),
        (["1,m,CN,GB 1111-2010,,2010,,2011-01-01,2030-01-01,,,",
          "2,m,CN,GB 1111-2020,,2020,,2021-01-01,2040-01-01,,,"],
         "warning together in_force_from: in force on 2021-01-01 together with GB 1111-2010"),
        (["1,m,CN,GB 1111-2010,,2010,,2011-01-01,2020-12-31,,,",
          "2,m,CN,GB 1111-2020,,2020,,2021-01-01,2040-01-01,,,"], ""),
        (["1,m,CN,GB 1111-2010,,2010,,,,,,GB 1111-2020", "2,m,CN,GB 1111-2020,,2020,,,,,,"],
         "note succession replaced_by: GB 1111-2020 doesn't name this edition as replaces"),
        (["1,m,CN,GB 1111-2010,,2010,,,,,,GB 1111-2020"],
         "note succession replaced_by: GB 1111-2020 is not in the table"),
        (["1,m,CN,GB 1111-2010,,2010,,,,,GB 1111-2020,GB 1111-2020",
          "2,m,CN,GB 1111-2020,,2020,,,,,GB 1111-2010,GB 1111-2010"],
         "error succession replaced_by: the editions replace each other in a circle"),
        (["1,m,CN,GB 1111-2010,,2010,,,,,,", "2,m,CN,GB1111—2010,,2010,,,,,,"],
         "error duplicates code: the same edition as GB 1111-2010 in line 2"),
        (["1,m,CN,GB 1111-2010,,2010,,,,,,", "1,m,CN,GB 1112-2010,,2010,,,,,,"],
         "error duplicates id: the id is in line 2 too"),
        (["1,m,CN,gb1111：2010,,2010,,,,,,"],
         "warning codes code: write it as its publisher does: GB 1111-2010"),
        (["1,m,CN,GB 1111-2010,,2011,,,,,,"], "warning codes edition_year: the code says 2010"),
        (["1,m,UK,BS EN 149:2001,,2001,,,,,,"], "error bodies country: “UK” publishes no"),
        (["1,m,CN,QX 1111-2010,,2010,,,,,,"], "warning bodies code: nobody we know"),
        (["1,m,CN,GB 1111-2010,,2010,,irgendwann,,,,"],
         "error files in_force_from: “irgendwann” is not a date"),
        (["1,m,,GB 1111-2010,,2010,,,,,,"], "error files country: this cell must not be empty"),
    ],
)  # fmt: skip
def test_the_check_finds(tmp_path: Path, rows: list[str], found: str) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(
        [line.split(",") if n == 0 else [*line.split(","), "名", "name", "high"]
         for n, line in enumerate((HEAD, *rows))]
    )  # fmt: skip
    table, cross = tmp_path / "standards.csv", tmp_path / "equivalence.csv"
    table.write_text(text.getvalue(), "utf-8")
    cross.write_text(CROSS, "utf-8")
    told = [f"{r.severity.value} {r.check} {r.column}: {r.message}"
            for r in check_tables(table, cross)]  # fmt: skip
    if found:
        assert any(each.startswith(found) for each in told), told
    else:
        assert told == []


def test_the_check_as_a_command(office: Workspace, command) -> None:
    folder = office.standards_keeping.own
    folder.mkdir(parents=True)
    text = (SHIPPED / "equivalence.csv").read_text("utf-8")
    (folder / "equivalence.csv").write_text(text.replace("42 CFR Part 84", "42 CFR 84", 1), "utf-8")
    said = command("check", code=1)
    assert "equivalence.csv:2: error: crosswalk: eq-001 standard_b: “42 CFR 84” is not in" in said
    assert "1 error, 0 warnings" in said
    (record,) = json.loads(command("check", "--json", code=1))
    assert (record["line"], record["column"]) == (2, "standard_b")
    assert "第" not in said
    assert "错误" in command("check", code=1, ui="zh")


def test_a_table_that_cannot_be_read_is_told(office: Workspace, command) -> None:
    folder = office.standards_keeping.own
    folder.mkdir(parents=True)
    (folder / "standards.csv").write_bytes(b"id,code\0\n")
    assert "error: files" in command("check", code=1)
    with pytest.raises(BadData):
        office.standards_keeping.cells()
