"""The review sheet: both versions aligned without loss, every fact with where it stands."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.errors import BadData
from translate_kit.letters.alignment import Unit, align, letter_units
from translate_kit.letters.draft import Draft, draft
from translate_kit.letters.evidence import evidence
from translate_kit.letters.facts import facts_of, units
from translate_kit.letters.kind import load_kind
from translate_kit.letters.layout.sheet import Piece, Table
from translate_kit.letters.letter import Run
from translate_kit.letters.request import read_request
from translate_kit.letters.review import review
from translate_kit.letters.sheet_labels import SheetLabels, sheet_labels
from translate_kit.model import Finding, Severity
from translate_kit.workspace import Workspace

ROOT = Path(__file__).parents[2]
APPEAL = ROOT / "examples" / "appeal.toml"
CONTACTS = ("tyumen", "chungju", "calgary", "jp_hygiene")
TEXTS = st.lists(st.sampled_from(["甲", "乙丙", "3万套", "30 000 шт.", "слово"]), max_size=6)


def drafted(workspace: Workspace, contact: str, file: Path = APPEAL) -> tuple[Draft, Draft]:
    """(translation, Chinese file copy)."""
    kind = load_kind(workspace.templates, "appeal")
    request = read_request(file, kind, workspace.glossary)
    target, chinese = draft(request, [workspace.contacts.get(contact)], workspace.sources)
    return target, chinese


def labels() -> SheetLabels:
    return sheet_labels(ROOT / "letter_templates" / "sheets.toml", "review")


def tables(workspace: Workspace, target: Draft, chinese: Draft) -> list[Table]:
    sheet = review(chinese, target, labels(), workspace.house)
    return [part for part in sheet.parts if isinstance(part, Table)]


def words(cell: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in cell)


def plain_units(texts: list[str]) -> list[Unit]:
    return [Unit("paragraph", ((Run(text),),)) for text in texts]


@given(TEXTS, TEXTS)
def test_no_unit_is_lost_and_none_changes_places(ours: list[str], theirs: list[str]) -> None:
    left, right = plain_units(ours), plain_units(theirs)
    pairs = align(left, right, ("zh", "ru"))
    assert [pair.left for pair in pairs if pair.left] == left
    assert [pair.right for pair in pairs if pair.right] == right
    assert all(pair.left or pair.right for pair in pairs)


def test_a_paragraph_that_one_language_lacks_stands_opposite_nothing() -> None:
    left = plain_units(
        ["我市现需防护服3万套。", "运输事宜由我方安排。", "请于2020年2月12日前函复。"]
    )
    right = plain_units(
        ["Нам требуется 30 000 защитных костюмов.", "Просим ответить до 12 февраля 2020 года."]
    )
    pairs = align(left, right, ("zh", "ru"))
    assert [(p.left and p.left.text[:2], p.right and p.right.text[:3]) for p in pairs] == [
        ("我市", "Нам"),
        ("运输", None),
        ("请于", "Про"),
    ]


@pytest.mark.parametrize("contact", CONTACTS)
def test_rows_of_goods_stand_beside_the_same_row(shipped: Workspace, contact: str) -> None:
    target, chinese = drafted(shipped, contact)
    language = target.composed.letter.language
    ours, theirs = letter_units(chinese.composed.letter), letter_units(target.composed.letter)
    rows = [p for p in align(ours, theirs, ("zh", language)) if p.left and p.left.is_a == "row"]
    assert len(rows) == 3
    for pair in rows:
        assert pair.left
        assert pair.right
        assert pair.left.text[0] == pair.right.text[0]


@pytest.mark.parametrize("contact", CONTACTS)
def test_every_fact_is_shown_with_its_words_in_both_languages(
    shipped: Workspace, contact: str
) -> None:
    target, chinese = drafted(shipped, contact)
    facts = tables(shipped, target, chinese)[1]
    assert len(facts.rows) >= 7  # three quantities, two dates, two standards
    assert {words(row[-1]) for row in facts.rows} == {"✓"}
    assert "—" not in {words(row[1]) for row in facts.rows}


def test_a_wrong_quantity_is_shown_as_not_found(shipped: Workspace) -> None:
    target, _chinese = drafted(shipped, "tyumen")
    spoilt = [text.replace("30\xa0000", "3000") for text in units(target.composed.letter)]
    found = evidence(facts_of(target.composed), spoilt)
    assert [one.place for one in found if not one.found] == ["items[1]"]


def test_what_is_still_to_be_translated_is_marked_and_named(
    shipped: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "appeal.toml"
    text = APPEAL.read_text(encoding="utf-8")
    head, items = text.split("[[items]]", 1)
    file.write_text(
        f'{head}situation = "定点医院库存仅够5天。"\n[[items]]{items}', encoding="utf-8"
    )
    target, chinese = drafted(shipped, "tyumen", file)
    beside, _facts, passages, findings = tables(shipped, target, chinese)
    marked = [p for row in beside.rows for p in row[1] if p.marked]
    assert any("定点医院库存仅够5天。" in piece.text for piece in marked)
    assert [words(cell) for cell in passages.rows[0]] == [
        "situation",
        "定点医院库存仅够5天。",
        "待译",
    ]
    assert any("situation" in words(row[2]) for row in findings.rows)


def test_findings_come_worst_first(shipped: Workspace) -> None:
    target, chinese = drafted(shipped, "tyumen")
    three = tuple(
        Finding(severity, "x", severity.value)
        for severity in (Severity.NOTE, Severity.ERROR, Severity.WARNING)
    )
    findings = tables(shipped, replace(target, findings=three), replace(chinese, findings=()))[-1]
    assert [words(row[0]) for row in findings.rows] == ["错误", "提醒", "说明"]


def test_a_label_that_staff_deleted_is_named(tmp_path: Path) -> None:
    file = tmp_path / "sheets.toml"
    file.write_text('[review]\ntitle = "表"\n', encoding="utf-8")
    with pytest.raises(BadData, match=r"sheets\.toml, field review\.letter"):
        sheet_labels(file, "review")["letter"]
    with pytest.raises(BadData, match="field reading"):
        sheet_labels(file, "reading")
