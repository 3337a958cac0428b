"""``glossary export`` and ``import`` with real files, in a workspace over the shipped data."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from translate_kit.glossary.sheet.columns import COLUMNS
from translate_kit.workspace import Workspace

ANNA = ("--as", "Anna")
NAMES = [column.name for column in COLUMNS]


@pytest.fixture
def sheet(office: Workspace, command) -> Path:
    assert office.folder is not None
    path = office.folder / "sheet.xlsx"
    command("export", str(path), "--domain", "donation")
    return path


def put(path: Path, row: str, **values: Any) -> None:
    book = load_workbook(path)
    page: Any = book.worksheets[0]
    number = next(c[0].row for c in page.iter_rows(min_row=3) if c[0].value == row)
    for column, value in values.items():
        page.cell(number, NAMES.index(column.replace("__", " ")) + 1).value = value
    book.save(path)


def test_export_holds_what_was_asked_for(sheet: Path, command) -> None:
    ids = {cell.value for cell in load_workbook(sheet).worksheets[0]["B"][2:] if cell.value}
    assert ids
    assert all(one.startswith("don-") for one in ids)
    assert "exists already" in command("export", str(sheet), code=2)
    assert "did you mean “donation”" in command(
        "export", str(sheet), "--domain", "donations", "--overwrite", code=2
    )


def test_import_shows_first_and_changes_when_told(office: Workspace, sheet: Path, command) -> None:
    put(sheet, "don-0001/1", note="new note", ru__status="good")
    said = command("import", str(sheet), *ANNA, code=1)
    assert "row 3, column AP (remark): don-0001 note: " in said
    assert "→ new note" in said
    assert "row 3, column T (ru status): unknown status “good”" in said
    assert "1 change; make it with --apply" in said
    assert "1 problem; mend it" in said
    assert not office.termbase.history()
    said = command("import", str(sheet), "--apply", *ANNA, code=1)
    assert "1 field saved as" in said
    (entry,) = office.termbase.history()
    assert (entry.who, entry.did, entry.why) == ("Anna", "import", "sheet.xlsx")
    assert office.termbase.load().concept("don-0001").note == "new note"
    assert "0 changes" in command("import", str(sheet), *ANNA, code=1), "done is done"


def test_import_merges_with_what_others_did_meanwhile(
    office: Workspace, sheet: Path, command
) -> None:
    put(sheet, "don-0001/1", note="from the sheet", definition="新定义")
    command("edit", "don-0001", "--note", "from the command line", "--as", "Boris")
    said = command("import", str(sheet), "--apply", *ANNA, code=1)
    assert "somebody has changed this to “from the command line” meanwhile" in said
    concept = office.termbase.load().concept("don-0001")
    assert (concept.note, concept.definition) == ("from the command line", "新定义")


def test_import_keeps_new_terms_as_proposals(office: Workspace, sheet: Path, command) -> None:
    put(sheet, "don-0001/1", ko__term="새 용어")
    said = command("import", str(sheet), "--apply", *ANNA)
    assert "kept as a proposal" in said
    statuses = {
        t.text: t.status.value for t in office.termbase.load().concept("don-0001").terms["ko"]
    }
    assert statuses["새 용어"] == "proposed"
    assert "preferred" in statuses.values()


def test_import_as_json(sheet: Path, command) -> None:
    put(sheet, "don-0001/1", note="n", ru__status="good")
    told = json.loads(command("import", str(sheet), "--json", *ANNA, code=1))
    assert told["saved"] is None
    assert told["changes"][0]["new"] == "n"
    assert told["problems"][0]["where"].startswith("row 3, column T")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["import", "{folder}/nothing.xlsx"], "does not exist"),
        (["import", "{folder}/translate-kit.toml"], "say in which format it is"),
        (
            ["import", "{folder}/translate-kit.toml", "--format", "docx"],
            "no glossary format “docx”",
        ),
        (["export", "{folder}/a.xlsx", "--format", "xslx"], "did you mean “xlsx”"),
        (["export", "{folder}/a.csv", "--pair", "zhru"], "is no direction"),
    ],
)
def test_what_cannot_be_read_or_written_is_refused(
    office: Workspace, command, arguments, why
) -> None:
    said = command(*(part.format(folder=office.folder) for part in arguments), code=2)
    assert why in said
