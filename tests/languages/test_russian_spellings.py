"""Every spelling of a Russian term is recognised, and says which forms it may be."""

import csv
from pathlib import Path

import pytest

from translate_kit.languages.ru import inflect
from translate_kit.languages.ru.spellings import spellings

CASES = Path(__file__).parent / "cases"


def cases(name: str, *columns: str) -> list[tuple[str, ...]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row[column] for column in columns) for row in csv.DictReader(file)]


def notes(cell: str) -> dict[str, str]:
    return dict(piece.split("=", 1) for piece in cell.split(";") if piece)


@pytest.mark.parametrize(
    ("term", "grammar", "text", "forms"),
    cases("russian_spellings.csv", "term", "grammar", "text", "forms"),
)
def test_spelling(term: str, grammar: str, text: str, forms: str) -> None:
    found = spellings(term, notes(grammar))
    assert {" ".join(form) for form in found[text]} >= set(filter(None, forms.split(";")))
    assert next(iter(found)) == term


@pytest.mark.parametrize(
    ("term", "turned"),
    [
        ("Красный Крест", "Крест Красный"),  # a name
        ("костюм химической защиты", "защиты химической костюм"),
        ("приказ и распоряжение", "распоряжение приказ и"),
    ],
)
def test_nothing_else_is_turned_round(term: str, turned: str) -> None:
    assert turned not in spellings(term, {})


@pytest.mark.parametrize(
    ("term", "grammar", "case", "number"),
    cases("russian_terms.csv", "term", "grammar", "case", "number"),
)
def test_whatever_is_written_is_recognised(term: str, grammar: str, case: str, number: str) -> None:
    said = notes(grammar)
    written = inflect(term, case, number=number or None, grammar=said)  # type: ignore[arg-type]
    assert written in spellings(term, said)
