"""Every check on its table of cases, which language staff can extend; and the checks as a whole.

A row is a concept; rows of one ``case`` are examined together. A cell of terms reads
``маска [gender=f] | повязка [forbidden; note=…; country=KZ/BY]``, preferred where no status is
named. ``found`` lists a piece of each remark on that concept, in any order; empty: nothing is to
be found.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from translate_kit.cli.glossary.checking import superseded
from translate_kit.errors import NotKnown
from translate_kit.glossary.checks import TABLE, Examined, Remark, examine, help_of
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.store import Glossary
from translate_kit.languages.countries import read_countries
from translate_kit.model import LANGUAGES
from translate_kit.workspace import Workspace

CASES = Path(__file__).parent / "cases" / "checks"
STATUSES = {status.value: status for status in Status}
TODAY = date(2026, 1, 1)


def cases() -> list[tuple[str, str]]:
    found = []
    for path in sorted(CASES.glob("*.csv")):
        found += [
            (path.stem, number) for number in dict.fromkeys(r["case"] for r in rows(path.stem))
        ]
    return found


def rows(check: str) -> list[dict[str, str]]:
    with (CASES / f"{check}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def notes(text: str) -> dict[str, str]:
    pieces = (piece.partition("=") for piece in text.split(";") if "=" in piece)
    return {key.strip(): value.strip() for key, _equals, value in pieces}


def term(text: str, language: str) -> Term:
    match = re.fullmatch(r"(.*?)(?: \[(.*)\])?", text, re.DOTALL)
    assert match
    said = match[2] or ""
    status = next((s for s in STATUSES if s in re.split(r"; ?", said)), "preferred")
    grammar = notes(said)
    note, countries = grammar.pop("note", ""), read_countries(grammar.pop("country", ""))
    return Term(match[1], language, STATUSES[status], grammar, note=note, countries=countries)


def concept(row: Mapping[str, str]) -> Concept:
    more = notes(row["more"])
    terms = {
        code: sorted(
            (term(each, code) for each in row[code].split(" | ")),
            key=lambda each: each.order,
        )
        for code in LANGUAGES
        if row[code]
    }
    return Concept(
        row["id"], "a", row["part_of_speech"], more.get("counter", ""), row["definition"],
        "", "", "", terms, more.get("replaced_by", ""), tuple(more.get("see", "").split()),
    )  # fmt: skip


def told(remark: Remark) -> str:
    place = remark.place
    where = (place.language, place.term) if place.term else (place.field, "")
    return f"{' '.join(where)}: {remark.message}"


@pytest.mark.parametrize(("check", "number"), cases())
def test_a_case(shipped_standards, check: str, number: str) -> None:
    group = [row for row in rows(check) if row["case"] == number]
    glossary = Glossary({row["id"]: concept(row) for row in group})
    examined = Examined(glossary, superseded(shipped_standards, TODAY))
    remarks = sorted(
        (result.remark for result in examine(examined, [check])),
        key=lambda remark: remark.place.concept,
    )
    by_concept = {
        key: [told(remark) for remark in each]
        for key, each in groupby(remarks, key=lambda remark: remark.place.concept)
    }
    for row in group:
        said = by_concept.pop(row["id"], [])
        expected = [piece for piece in row["found"].split(" | ") if piece]
        assert len(said) == len(expected), (row["note"], said)
        assert matched(expected, said), (row["note"], said)
    assert by_concept == {}


def matched(expected: Sequence[str], said: Sequence[str]) -> bool:
    """Whether each piece is in a remark of its own."""
    left = list(said)
    for piece in expected:
        found = next((line for line in left if piece in line), None)
        if found is None:
            return False
        left.remove(found)
    return True


@pytest.fixture(scope="session")
def shipped_standards():
    return Workspace(None).standards


def test_every_check_has_cases_that_find_something_and_cases_that_do_not() -> None:
    for name in TABLE.places():
        found = {bool(row["found"]) for row in rows(name)}
        assert found == {True, False}, name


@pytest.mark.parametrize("name", TABLE.places())
def test_every_check_says_what_it_does_in_both_languages(name: str) -> None:
    english, chinese = help_of(name, "en"), help_of(name, "zh")
    for title, text in (english, chinese):
        assert title
        assert len(text) > 20
    assert re.search("[\u4e00-\u9fff]", chinese[0] + chinese[1])
    assert "_" not in english[0]


def test_an_unknown_check_is_named(shipped: Glossary) -> None:
    with pytest.raises(NotKnown, match="did you mean “homographs”"):
        list(examine(Examined(shipped), ["homograph"]))
