"""Codes are found however they are typed, alone and in running text."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.standards import Standards, find_codes, normalise, same_standard
from translate_kit.standards.codes import fold

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", rows("typed_codes.csv"), ids=lambda case: case["typed"])
def test_typed_code_names_its_row(standards: Standards, case: dict[str, str]) -> None:
    code = normalise(case["typed"])
    standard = standards.find(case["typed"])
    edition = standard.edition(code) or standard.editions[-1]
    assert edition.id == case["id"]


@pytest.mark.parametrize("case", rows("running_text.csv"), ids=lambda case: case["text"])
def test_codes_in_running_text(case: dict[str, str]) -> None:
    found = find_codes(case["text"])
    assert [one.text for one in found] == [text for text in case["found"].split("|") if text]
    assert all(one.span.of(case["text"]) == one.text for one in found)


def test_names_without_a_family_are_found_in_text(standards: Standards) -> None:
    text = "消毒液は日本薬局方 消毒用エタノールとし、GB 26373-2010と対照する"
    assert [one.text for one in standards.codes_in(text)] == [
        "日本薬局方 消毒用エタノール",
        "GB 26373-2010",
    ]


def test_edition_is_no_part_of_the_standard() -> None:
    old, new = normalise("GB 19082-2009"), normalise("gb19082-2023")
    assert same_standard(old, new)
    assert old != new
    assert not same_standard(old, normalise("GB/T 19082-2009"))
    assert not same_standard(normalise("EN ISO 13982-1"), normalise("EN ISO 13982-2"))


def test_every_code_of_the_table_finds_its_own_row(standards: Standards) -> None:
    for edition in standards.editions:
        assert edition in standards.find(edition.code).editions


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
