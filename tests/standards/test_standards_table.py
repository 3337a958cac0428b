"""Editions by date, the cross-walk in both directions, and tables that somebody damaged."""

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from translate_kit.errors import BadData, NotKnown
from translate_kit.model import LANGUAGES
from translate_kit.standards import Relation, Standards
from translate_kit.standards.periods import parse_period

SHIPPED = Path(__file__).parents[2] / "glossaries" / "standards"
CASES = Path(__file__).parent / "cases"
EARLY_2020 = date(2020, 2, 8)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "case", rows(CASES / "editions.csv"), ids=lambda case: f"{case['typed']} {case['day']}"
)
def test_edition_in_force_on_a_day(standards: Standards, case: dict[str, str]) -> None:
    answer = standards.edition_on(case["typed"], date.fromisoformat(case["day"]))
    assert (answer.edition.code if answer.edition else "") == case["in_force"]
    assert case["day"] in answer.reason


def test_reason_says_what_came_too_late(standards: Standards) -> None:
    reason = standards.edition_on("GB19082", EARLY_2020).reason
    assert "GB 19082-2009 was in force on 2020-02-08" in reason
    assert "GB 19082-2023 was not yet in force" in reason


def test_unknown_code_offers_those_with_its_number(standards: Standards) -> None:
    with pytest.raises(NotKnown, match="GB 19082-2009"):
        standards.find("19082")


def test_every_comparison_reads_inversely_from_the_other_side(standards: Standards) -> None:
    for row in standards.comparisons:
        assert row.theirs is not None
        there = standards.compare(row.ours.code, row.theirs.country)
        back = standards.compare(row.theirs.code, row.ours.country)
        assert (row.id, row.relation, row.theirs) in [(c.id, c.relation, c.theirs) for c in there]
        assert (row.id, row.relation.inverse, row.ours) in [
            (c.id, c.relation, c.theirs) for c in back
        ]


def test_lower_becomes_higher_and_nothing_else_turns() -> None:
    turned = {relation for relation in Relation if relation.inverse is not relation}
    assert turned == {Relation.LOWER, Relation.HIGHER}
    assert all(relation.inverse.inverse is relation for relation in Relation)


def test_nothing_recorded_asks_for_experts(standards: Standards) -> None:
    (answer,) = standards.compare("GB/T 36758", "JP")
    assert answer.relation is Relation.NEEDS_EXPERT_VERIFICATION
    assert answer.theirs is None
    assert not answer.is_proposal
    assert all(answer.caution[language] for language in LANGUAGES)


def test_letter_never_proposes_what_is_not_comparable(standards: Standards) -> None:
    for edition in standards.editions:
        for country in ("KR", "JP", "RU", "US", "CA", "EU", "CN"):
            found = standards.comparable(edition.code, country, EARLY_2020)
            assert found
            proposals = [c.is_proposal for c in found if c.theirs]
            assert proposals == sorted(proposals, reverse=True)
            assert not any(c.relation is Relation.NOT_COMPARABLE and c.is_proposal for c in found)


def test_what_the_first_letters_name(standards: Standards) -> None:
    def first(code: str, country: str) -> str | None:
        theirs = standards.comparable(code, country, EARLY_2020)[0].theirs
        return theirs.code if theirs else None

    assert first("GB 19082-2009", "JP") == "JIS T 8122:2015"
    assert first("GB 19082-2009", "CA") == "NFPA 1999-2018"
    assert first("GB 19082-2009", "KR") is None
    assert first("GB 19082-2009", "RU") is None
    assert first("GB 19083-2010", "KR") == "보건용 마스크 KF94"
    assert first("GB 19083-2010", "US") == "21 CFR 878.4040 (surgical N95)"


def test_standard_of_2021_is_not_offered_in_2020(standards: Standards) -> None:
    offered = standards.comparable("ASTM F2100-19", "JP", EARLY_2020)
    assert [c.theirs for c in offered] == [None]


def test_comparison_for_another_edition_needs_verification(standards: Standards) -> None:
    now = standards.comparable("GB 19083", "US", date(2026, 5, 8))
    assert now[0].relation is Relation.NEEDS_EXPERT_VERIFICATION
    assert "GB 19083-2010" in now[0].caution["ko"]


def test_shipped_tables_are_canonical() -> None:
    for path in SHIPPED.glob("*.csv"):
        content = path.read_bytes()
        assert b"\r" not in content
        assert not content.startswith(b"\xef\xbb\xbf")
        ids = [next(iter(row.values())) for row in rows(path)]
        assert ids == sorted(ids)


def test_workspace_file_overrides_the_shipped_one(tmp_path: Path) -> None:
    text = (SHIPPED / "notices.csv").read_text(encoding="utf-8")
    changed = text.replace("Experts must verify whether", "Our experts must verify whether")
    (tmp_path / "notices.csv").write_text(changed, encoding="utf-8")
    loaded = Standards.load(SHIPPED, tmp_path)
    assert loaded.notices.experts_verify["en"].startswith("Our experts")
    assert len(loaded.editions) == 130


DAMAGE = [
    ("standards.csv", "2025-11-30", "2025-11-31", "in_force_to"),
    ("standards.csv", "std-cn-002,", "std-cn-001,", "id"),
    ("standards.csv", "GB 19083-2023,,2023", "GB 19083-2023,,23", "edition_year"),
    ("standards.csv", "confidence\n", "confidance\n", "confidance"),
    ("equivalence.csv", "comparable", "same", "relation_of_b_to_a"),
    ("equivalence.csv", "GB 19083-2010,grade 1", "GB 19083-2011,grade 1", "standard_a"),
    ("equivalence.csv", "Industrial product: only its filtration is comparable.", "", "caution_en"),
    ("notices.csv", "other_edition", "another_edition", None),
    ("grades.csv", "класс 1,1급", ",1급", "ru"),
    ("grades.csv", "grade 2,2级", "grade 1,2级", "grade"),
]


@pytest.mark.parametrize(("name", "old", "new", "field"), DAMAGE)
def test_damaged_table_is_named(
    tmp_path: Path, name: str, old: str, new: str, field: str | None
) -> None:
    shutil.copytree(SHIPPED, tmp_path, dirs_exist_ok=True)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadData) as caught:
        Standards.load(tmp_path)
    assert caught.value.field == field
    assert name in str(caught.value)


@pytest.mark.parametrize("text", ["2025-13", "25-12-01", "2025-02-30", "soon", "2021/2020"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - date() words its own message
        parse_period(text)
