"""The sheet goes out and comes back: nothing is lost, every change is found, every harm is told."""

import csv
import datetime
import io
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from translate_kit import messages
from translate_kit.files import sheet as files_sheet
from translate_kit.glossary.cells import applied, cells_of, concepts_of
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.incoming import Importer, Incoming, settle
from translate_kit.glossary.sheet import read_sheet, sheet_bytes, writing
from translate_kit.glossary.sheet.columns import COLUMNS, status_of
from translate_kit.glossary.store import Glossary

BY = Importer("a", datetime.date(2020, 2, 8))
NAMES = [column.name for column in COLUMNS]


@pytest.fixture(autouse=True)
def _few_free_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet has a hundred; to write and read them takes its time."""
    monkeypatch.setattr(writing, "SPARE", 5)


@pytest.fixture(scope="module")
def small(shipped: Glossary) -> Glossary:
    """Three concepts with synonyms, one of them with a term under review."""
    chosen = {c: shipped.concepts[c] for c in ("ppe-0005", "ppe-0013", "ppe-0016")}
    mask = chosen["ppe-0013"]
    open_ = Term("повязка", "ru", Status.PROPOSED, {"gender": "f"}, note="?")
    chosen["ppe-0013"] = replace(mask, terms={**mask.terms, "ru": [*mask.terms["ru"], open_]})
    return Glossary(chosen)


class Sheet:
    """A sheet on a person's desk."""

    def __init__(self, path: Path, glossary: Glossary) -> None:
        self.path, self.glossary = path, glossary
        path.write_bytes(sheet_bytes(list(glossary), revision=glossary.revision))
        self.book: Workbook = load_workbook(path)
        self.page: Any = self.book.worksheets[0]

    def row(self, row: str) -> int:
        """The number of the row with that hidden name."""
        rows = self.page.iter_rows(min_row=3)
        return next(cells[0].row for cells in rows if cells[0].value == row)

    def cell(self, row: str | int, column: str) -> Any:
        number = self.row(row) if isinstance(row, str) else row
        return self.page.cell(number, NAMES.index(column) + 1)

    def free(self) -> int:
        """The number of the first row without a concept."""
        return next(c[1].row for c in self.page.iter_rows(min_row=3) if not c[1].value)

    def put(self, where: str | int, **values: Any) -> None:
        for column, value in values.items():
            self.cell(where, column.replace("__", " ")).value = value

    def back(self) -> Incoming:
        self.book.save(self.path)
        return read_sheet(self.path, self.glossary)

    def changes(self) -> dict[str, tuple[str, str]]:
        """Place -> (old, new) of what the sheet asks for; there must be no problem."""
        incoming = self.back()
        assert incoming.problems == ()
        return {str(change.place): (change.old, change.new) for change in incoming.changes}

    def problem(self) -> str:
        (problem,) = self.back().problems
        return f"{problem.where}: {problem.why}"


@pytest.fixture
def sheet(tmp_path: Path, small: Glossary) -> Sheet:
    return Sheet(tmp_path / "glossary.xlsx", small)


def test_the_shipped_glossary_comes_back_as_it_went(shipped: Glossary, tmp_path: Path) -> None:
    path = tmp_path / "all.xlsx"
    path.write_bytes(sheet_bytes(list(shipped), revision=shipped.revision))
    assert read_sheet(path, shipped) == Incoming(())


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from(" =+-@'\n"),
    min_size=1, max_size=12,
).map(lambda text: unicodedata.normalize("NFC", text.strip())).filter(bool)  # fmt: skip
TERMS = st.lists(
    st.builds(
        Term,
        text=TEXT,
        language=st.just("ru"),
        status=st.sampled_from([s for s in Status if s is not Status.PREFERRED]),
        grammar=st.just({"gender": "f"}) | st.just({}),
        reviewer=TEXT | st.just(""),
        date=st.none() | st.dates(),
        note=TEXT | st.just(""),
        countries=st.sampled_from([(), ("KZ",), ("BY", "KZ")]),
    ),
    max_size=4,
    unique_by=lambda term: term.text,
)


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(TEXT, TERMS, TERMS), max_size=3))
def test_any_glossary_comes_back_as_it_went(tmp_path: Path, made) -> None:
    concepts = {
        f"a-{number}": Concept(
            f"a-{number}", "a", "noun", "", text, text, "", "",
            {"ru": ru, "ko": [replace(term, language="ko") for term in ko]},
        )
        for number, (text, ru, ko) in enumerate(made)
    }  # fmt: skip
    glossary = Glossary(concepts)
    path = tmp_path / "a.xlsx"
    path.write_bytes(sheet_bytes(list(glossary), revision="x"))
    assert read_sheet(path, glossary) == Incoming(())


def test_a_sheet_can_build_the_glossary_anew(small: Glossary, tmp_path: Path) -> None:
    """Everything that the sheet shows comes back into an empty glossary but the signatures."""
    sheet = Sheet(tmp_path / "a.xlsx", small)
    del sheet.book["base"]
    for cells in sheet.page.iter_rows(min_row=3):
        cells[0].value = None
    sheet.book.save(sheet.path)
    incoming = read_sheet(sheet.path, Glossary({}))
    assert incoming.problems == ()
    assert concepts_of(applied({}, incoming.changes)) == {
        concept.id: concept for concept in concepts_of(cells_of(small)).values()
    }


def test_what_a_person_sees(sheet: Sheet) -> None:
    page = sheet.page
    assert page.freeze_panes == "D3"
    assert page.protection.sheet
    assert sheet.cell("ppe-0013/1", "id").protection.locked
    assert not sheet.cell("ppe-0013/1", "ru term").protection.locked
    assert not sheet.cell(sheet.free(), "id").protection.locked
    assert page.column_dimensions["A"].hidden
    offered = {str(v.sqref).split(":")[0]: v.formula1 for v in page.data_validations.dataValidation}
    status = sheet.cell(3, "ru status").coordinate
    assert offered[status].startswith('"preferred,admitted,in review,proposed,')
    assert sheet.cell("ppe-0013/2", "id").value == "ppe-0013", "each row tells whose it is"
    assert sheet.cell("ppe-0013/2", "ru term").value == "защитная маска"


def test_a_chinese_sheet_is_understood_by_an_english_program(small: Glossary, tmp_path) -> None:
    messages.activate("zh")
    try:
        sheet = Sheet(tmp_path / "a.xlsx", small)
    finally:
        messages.activate("en")
    assert sheet.cell("ppe-0013/1", "ru status").value == "首选"
    assert sheet.page.cell(2, 3).value == "领域"
    assert sheet.changes() == {}
    sheet.page.delete_rows(1)
    sheet.put(sheet.row("ppe-0013/3"), ru__status="未采纳")
    assert sheet.changes() == {"ppe-0013 ru “повязка” status": ("proposed", "rejected")}


@pytest.mark.parametrize("text", ["preferred", "Preferred ", "首选"])
def test_statuses_are_read_in_both_languages(text: str) -> None:
    assert status_of(text) == "preferred"


EDITS: dict[str, tuple[str, dict[str, Any], dict[str, tuple[str, str]]]] = {
    "a definition": (
        "ppe-0013/1", {"definition": " 遮盖\u3000口鼻 "},
        {"ppe-0013 definition": ("遮盖口鼻的防护用品", "遮盖\u3000口鼻")},
    ),
    "an emptied note": (
        "ppe-0013/1", {"note": None},
        {"ppe-0013 note": ("always state the type in orders", "")},
    ),
    "a status": (
        "ppe-0013/2", {"ru__status": "deprecated"},
        {"ppe-0013 ru “защитная маска” status": ("admitted", "deprecated")},
    ),
    "grammar": (
        "ppe-0013/2", {"ru__grammar": "gender=f"},
        {"ppe-0013 ru “защитная маска” grammar": ("", "gender=f")},
    ),
    "a synonym in the free cell beside another language's": (
        "ppe-0013/2", {"ko__term": "입마개", "ko__note": "구어"},
        {"ppe-0013 ko “입마개” status": ("", "proposed"),
         "ppe-0013 ko “입마개” note": ("", "구어")},
    ),
    "an approved term written differently": (
        "ppe-0013/1", {"ko__term": "입마개"},
        {"ppe-0013 ko “입마개” status": ("", "preferred")},
    ),
    "a proposal written differently": (
        "ppe-0013/3", {"ru__term": "повязочка"},
        {"ppe-0013 ru “повязка” status": ("proposed", ""),
         "ppe-0013 ru “повязка” grammar": ("gender=f", ""),
         "ppe-0013 ru “повязка” note": ("?", ""),
         "ppe-0013 ru “повязочка” status": ("", "proposed"),
         "ppe-0013 ru “повязочка” grammar": ("", "gender=f"),
         "ppe-0013 ru “повязочка” note": ("", "?")},
    ),
    "a proposal taken away": (
        "ppe-0013/3", {"ru__term": None, "ru__status": None, "ru__grammar": "", "ru__note": None},
        {"ppe-0013 ru “повязка” status": ("proposed", ""),
         "ppe-0013 ru “повязка” grammar": ("gender=f", ""),
         "ppe-0013 ru “повязка” note": ("?", "")},
    ),
    "two terms swapped": (
        "ppe-0013/1", {"ru__term": "защитная маска", "ru__grammar": ""},
        {},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name in EDITS if name != "two terms swapped"])
def test_an_edit_is_found(sheet: Sheet, name: str) -> None:
    row, values, expected = EDITS[name]
    sheet.put(row, **values)
    assert sheet.changes() == expected


def test_two_terms_that_changed_places_kept_their_own_statuses(sheet: Sheet) -> None:
    sheet.put("ppe-0013/1", ru__term="защитная маска", ru__grammar=None)
    sheet.put("ppe-0013/2", ru__term="маска", ru__grammar="gender=f")
    assert sheet.changes() == {
        "ppe-0013 ru “маска” status": ("preferred", "admitted"),
        "ppe-0013 ru “защитная маска” status": ("admitted", "preferred"),
    }


def test_rows_in_another_order(sheet: Sheet) -> None:
    rows = [[cell.value for cell in cells] for cells in sheet.page.iter_rows(3, sheet.free() - 1)]
    for number, values in enumerate(reversed(rows), 3):
        for place, value in enumerate(values, 1):
            sheet.page.cell(number, place).value = value
    assert sheet.changes() == {}


def test_a_synonym_in_a_free_row(sheet: Sheet) -> None:
    sheet.put(sheet.free(), id="PPE-0013 ", en__term=" respirator  mask ")
    assert sheet.changes() == {"ppe-0013 en “respirator mask” status": ("", "proposed")}


def test_a_new_concept_in_free_rows(sheet: Sheet) -> None:
    first = sheet.free()
    sheet.put(first, domain="ppe", definition="甲", zh__term="甲物", en__term="item A")
    sheet.put(first + 1, domain="ppe", definition="乙", zh__term="乙物", part_of_speech="verb")
    assert sheet.changes() == {
        "ppe-0017 domain": ("", "ppe"), "ppe-0017 definition": ("", "甲"),
        "ppe-0017 part_of_speech": ("", "noun"),
        "ppe-0017 zh “甲物” status": ("", "proposed"),
        "ppe-0017 en “item A” status": ("", "proposed"),
        "ppe-0018 domain": ("", "ppe"), "ppe-0018 definition": ("", "乙"),
        "ppe-0018 part_of_speech": ("", "verb"), "ppe-0018 zh “乙物” status": ("", "proposed"),
    }  # fmt: skip


def merge(sheet: Sheet, column: str, first: str, last: str) -> None:
    cells = [sheet.cell(row, column).coordinate for row in (first, last)]
    sheet.page.merge_cells(":".join(cells))


HARM: dict[str, tuple[Callable[[Sheet], None], str]] = {
    "a formula": (
        lambda s: s.put("ppe-0013/1", definition="=HYPERLINK(1)"),
        "row 7, column D (definition): this is a formula",
    ),
    "a text like a formula": (
        lambda s: (s.put("ppe-0013/1", note="=cmd|x"),
                   setattr(s.cell("ppe-0013/1", "note"), "data_type", "s")),
        "row 7, column AP (remark): this looks like a formula",
    ),
    "an error": (
        lambda s: s.put("ppe-0013/1", note="#REF!"),
        "this is an error of Excel's, #REF!",
    ),
    "a date made of a term": (
        lambda s: s.put("ppe-0013/1", en__term=datetime.datetime(2020, 2, 8)),
        "column L (en term): Excel made a date of this",
    ),
    "a number with a point": (
        lambda s: s.put("ppe-0013/1", en__term=1.1), "(en term): a number with a point"
    ),
    "merged cells": (
        lambda s: merge(s, "ru term", "ppe-0013/1", "ppe-0013/2"),
        "row 8, column S (ru term): the cells are merged",
    ),
    "an unknown status": (
        lambda s: s.put("ppe-0013/1", ru__status="good"),
        "row 7, column T (ru status): unknown status “good”",
    ),
    "no status": (
        lambda s: s.put("ppe-0013/1", ru__status=""), "(ru status): the status is missing",
    ),
    "an approved term emptied out": (
        lambda s: s.put("ppe-0013/2", ru__term="", ru__status=""),
        "row 8, column S (ru term): “защитная маска” is no longer in the sheet; it stays",
    ),
    "a note without a term": (
        lambda s: s.put("ppe-0013/2", ko__note="?"),
        "row 8, column AD (ko remark): there is no term beside this",
    ),
    "a changed id": (
        lambda s: s.put("ppe-0013/1", id="ppe-0016"),
        "row 7, column B (id): the id was changed; ids are locked, this row belongs to ppe-0013",
    ),
    "a changed signature": (
        lambda s: s.put("ppe-0013/1", ru__reviewer="Anna"),
        "(ru reviewer): this is locked: a term is signed by deciding on its status",
    ),
    "a copied row": (
        lambda s: setattr(s.cell(s.free(), "row"), "value", "ppe-0013/1"),
        "column A (row): this is row 7 once more",
    ),
    "a definition in a row for further terms": (
        lambda s: s.put("ppe-0013/2", definition="甲"),
        "row 8, column D (definition): this row is for further terms; change the first row",
    ),
    "a row of another sheet": (
        lambda s: (setattr(s.cell(s.free(), "row"), "value", "zzz-0001/1"),
                   s.put(s.free(), id="zzz-0001", zh__term="甲")),
        "column A (row): this row is not of this sheet",
    ),
    "a concept that there is not": (
        lambda s: s.put(s.free(), id="PPE 13", zh__term="甲"),
        "column B (id): “PPE 13” is no concept id",
    ),
    "a new concept without a definition": (
        lambda s: s.put(s.free(), domain="ppe", zh__term="甲"),
        "column D (definition): a new concept needs this",
    ),
    "letters lost": (
        lambda s: s.put("ppe-0013/1", ko__term="???"), "(ko term): the letters were lost",
    ),
    "deleted rows": (
        lambda s: s.page.delete_rows(s.row("ppe-0013/1"), 2),
        "ppe-0013/1, ppe-0013/2: 2 rows are missing; nothing is deleted for that",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HARM)
def test_harm_is_told_by_row_and_column(sheet: Sheet, name: str) -> None:
    harm, told = HARM[name]
    harm(sheet)
    assert told in sheet.problem()
    assert sheet.back().changes == (), "the rest of the sheet is taken as it is"


def test_merged_ids_count_for_all_their_rows(sheet: Sheet) -> None:
    merge(sheet, "id", "ppe-0013/1", "ppe-0013/3")
    sheet.put("ppe-0013/3", ru__note="!")
    assert sheet.changes() == {"ppe-0013 ru “повязка” note": ("?", "!")}


def test_two_rows_that_contradict_each_other(sheet: Sheet) -> None:
    for note in ("a", "b"):
        sheet.put(sheet.free(), id="ppe-0016", ru__term="шапочка", ru__note=note)
    incoming = sheet.back()
    assert "another row says “a” here" in incoming.problems[0].why
    assert {change.new for change in incoming.changes} == {"proposed", "a"}


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8-sig", ","), ("utf-8", ";"), ("gb18030", ","), ("utf-16", "\t")],
)
def test_saved_as_csv_by_an_office_program(
    sheet: Sheet, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    sheet.put("ppe-0013/2", ru__note="уточнить")
    sheet.put(sheet.free(), id="ppe-0016", ru__term="шапочка")
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    for cells in sheet.page.iter_rows():
        writer.writerow([f" {cell.value} " if cell.value else "" for cell in cells])
    path = tmp_path / "back.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    incoming = read_sheet(path, sheet.glossary)
    assert incoming.problems == ()
    assert {str(change.place): change.new for change in incoming.changes} == {
        "ppe-0013 ru “защитная маска” note": "уточнить",
        "ppe-0016 ru “шапочка” status": "proposed",
    }


def test_what_others_changed_meanwhile_stays_and_only_the_same_field_is_told(
    sheet: Sheet, small: Glossary
) -> None:
    sheet.put("ppe-0013/1", definition="甲", note="x", ru__note="y")
    incoming = sheet.back()
    mask = small.concepts["ppe-0013"]
    meanwhile = Glossary(
        {**small.concepts, "ppe-0013": replace(mask, note="z", source="somebody else")}
    )
    outcome = settle(incoming, meanwhile, (), BY)
    assert {str(change.place) for change in outcome.changes} == {
        "ppe-0013 definition", "ppe-0013 ru “маска” note",
    }  # fmt: skip
    (problem,) = outcome.problems
    assert problem.where.startswith("row 7, column AP")
    assert "somebody has changed this to “z” meanwhile" in problem.why


def test_a_change_that_would_spoil_a_concept_is_told_and_the_others_are_made(sheet: Sheet) -> None:
    sheet.put("ppe-0013/2", ru__status="preferred")
    sheet.put("ppe-0016/1", note="n", see="ppe-9999")
    sheet.put("ppe-0005/1", note="n")
    outcome = settle(sheet.back(), sheet.glossary, (), BY)
    assert [str(change.place) for change in outcome.changes] == ["ppe-0005 note"]
    told = [f"{problem.where}: {problem.why}" for problem in outcome.problems]
    assert told[0].startswith("row 8, column T (ru status): ppe-0013 ru “маска” status: ")
    assert "two preferred terms" in told[0]
    assert "there is no concept ppe-9999" in told[1]


def test_nobody_approves_terms_of_their_own_by_a_sheet(sheet: Sheet) -> None:
    sheet.put("ppe-0013/1", ko__term="입마개")
    outcome = settle(sheet.back(), sheet.glossary, (), BY)
    assert [change.new for change in outcome.changes] == ["proposed"]
    assert "second person" in outcome.held[0].why


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.xlsx", b"PK not really", "not an Excel workbook"),
        ("a.xlsx", b"", "not an Excel workbook"),
        ("a.csv", b"a,b\n1,2\n", "no row with the names of the columns"),
        ("a.csv", b"", "no row with the names of the columns"),
        ("a.csv", b"id,ru term\n\0", "NUL byte"),
        ("a.csv", b'id,ru term\n"x,y\n', "line 2: not a readable table"),
    ],
)
def test_what_is_no_sheet_is_refused(tmp_path: Path, name, content, why) -> None:
    from translate_kit.errors import UserError

    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError, match=why):
        read_sheet(path, Glossary({}))


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import zipfile

    from translate_kit.errors import UserError

    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 21_000_000)
    monkeypatch.setattr(files_sheet, "LARGEST", 20_000_000)
    with pytest.raises(UserError, match="unpacks to 21 MB"):
        read_sheet(path, Glossary({}))
