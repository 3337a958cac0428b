"""Quantities in zh, en, ko and ja: the number, the counter and the noun, as natives join them."""

from decimal import Decimal
from pathlib import Path

import pytest

from translate_kit.files import read_table
from translate_kit.languages import grammar
from translate_kit.languages.counters import Counter, counter, counters
from translate_kit.languages.numbers import extract
from translate_kit.model import LANGUAGES, Noun

CASES = Path(__file__).parent / "cases"
COUNTED = ("language", "value", "noun", "counter", "expected")
AMOUNTS = ("language", "value", "counter", "expected")


def _counter(name: str) -> Counter | None:
    return counter(name) if name else None


@pytest.mark.parametrize(
    COUNTED,
    [
        tuple(row.cells[column] for column in COUNTED)
        for row in read_table(CASES / "counted.csv", required=COUNTED, known=COUNTED)
    ],
)
def test_counted(language: str, value: str, noun: str, counter: str, expected: str) -> None:
    said = grammar(language).counted(Decimal(value), Noun(noun, {}), _counter(counter))
    assert said == expected


@pytest.mark.parametrize(
    AMOUNTS,
    [
        tuple(row.cells[column] for column in AMOUNTS)
        for row in read_table(CASES / "amounts.csv", required=AMOUNTS, known=AMOUNTS)
    ],
)
def test_amount(language: str, value: str, counter: str, expected: str) -> None:
    assert grammar(language).amount(Decimal(value), _counter(counter)) == expected


@pytest.mark.parametrize("each", [*counters().values()], ids=lambda each: each.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_amount_is_read_again_by_value(language: str, each: Counter) -> None:
    for value in (Decimal(1), Decimal(285), Decimal(30000), Decimal("12.5")):
        said = grammar(language).amount(value, each)
        assert value in {found for number in extract(said, language) for found in number.values}
