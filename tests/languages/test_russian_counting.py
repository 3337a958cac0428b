"""Numbers with Russian nouns: the form after every class of number, in every case."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_kit.languages import ru
from translate_kit.languages.counters import counter
from translate_kit.languages.ru import CannotInflect
from translate_kit.model import Noun

NBSP = "\u00a0"
SUIT = Noun("медицинский защитный костюм", {"gender": "m"})
MASK = Noun("медицинская маска", {"gender": "f"})
GOGGLES = Noun("защитные очки", {"gender": "pl"})
CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")


def rows() -> list[dict[str, str]]:
    path = Path(__file__).parent / "cases" / "russian_counted.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda r: f"{r['text']}-{r['case']}")
def test_counted(row):
    said = dict(piece.split("=", 1) for piece in row["grammar"].split(";") if piece)
    measure = counter(row["counter"]) if row["counter"] else None
    found = ru.counted(Decimal(row["value"]), Noun(row["noun"], said), measure, row["case"])
    assert found.replace(NBSP, " ") == row["text"]


def test_the_number_never_parts_from_its_word():
    assert ru.counted(Decimal(30000), SUIT, counter("suit")) == (
        f"30{NBSP}000{NBSP}медицинских защитных костюмов"
    )
    assert ru.counted(Decimal(50000), GOGGLES, counter("pair")) == (
        f"50{NBSP}000{NBSP}пар защитных очков"
    )


@pytest.mark.parametrize("value", ["1", "3", "22", "1.5"])
def test_a_noun_without_singular_asks_for_a_counter(value):
    with pytest.raises(CannotInflect, match="counter"):
        ru.counted(Decimal(value), GOGGLES, None)


@pytest.mark.parametrize(
    ("value", "name", "cell"),
    [
        ("30000", "suit", "30 000 шт."),
        ("50000", "pair", "50 000 пар"),
        ("2", "pair", "2 пары"),
        ("1.5", "tonne", "1,5 т"),
        ("5", "person", "5 чел."),
        ("3", "working_day", "3 рабочих дня"),
    ],
)
def test_amount(value, name, cell):
    assert ru.amount(Decimal(value), counter(name)).replace(NBSP, " ") == cell


def test_amount_without_counter_is_the_number():
    assert ru.amount(Decimal("12.50"), None) == "12,5"


def noun_after(value: int, noun: Noun, case: str) -> str:
    text = ru.counted(Decimal(value), noun, None, case)
    return text.removeprefix(ru.digits(Decimal(value)))


@settings(max_examples=60)
@given(
    st.integers(0, 99), st.integers(1, 500), st.sampled_from([SUIT, MASK]), st.sampled_from(CASES)
)
def test_only_the_last_two_digits_decide(last_two, hundreds, noun, case):
    assert noun_after(last_two, noun, case) == noun_after(last_two + 100 * hundreds, noun, case)


@settings(max_examples=60)
@given(st.integers(5, 20), st.integers(0, 1000), st.sampled_from([SUIT, MASK, GOGGLES]))
def test_from_five_to_twenty_is_the_genitive_plural(last_two, hundreds, noun):
    plural = ru.inflect(noun.text, "genitive", number="plural", grammar=noun.grammar)
    assert noun_after(last_two + 100 * hundreds, noun, "nominative") == NBSP + plural


@settings(max_examples=40)
@given(st.decimals("0.01", "999.99", places=2).filter(lambda d: d != int(d)))
def test_a_fraction_governs_the_genitive_singular(value):
    for case in CASES:
        assert ru.counted(value, MASK, None, case).endswith(f"{NBSP}медицинской маски")
