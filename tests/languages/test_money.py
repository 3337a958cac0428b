"""Sums of money: written natively, found again by value."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.errors import NotKnown
from translate_kit.files import Row, read_table
from translate_kit.languages.money import Money, currencies, find_money, write
from translate_kit.model import LANGUAGES

CASES = Path(__file__).parent / "cases"
WRITTEN = ("amount", "currency", *LANGUAGES)
FOUND = ("language", "text", "expected")
AMOUNTS = st.decimals(min_value=1, max_value=10**9, places=2)
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    "row", [*read_table(CASES / "money_written.csv", required=WRITTEN, known=WRITTEN)]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_write(row: Row, language: str) -> None:
    money = Money(Decimal(row.cells["amount"]), row.cells["currency"])
    assert write(money, language).replace(NBSP, " ") == row.cells[language].replace(NBSP, " ")


@pytest.mark.parametrize(
    FOUND,
    [
        tuple(row.cells[column] for column in FOUND)
        for row in read_table(CASES / "money_found.csv", required=FOUND, known=(*FOUND, "note"))
    ],
)
def test_find_money(language: str, text: str, expected: str) -> None:
    found = find_money(text, language)
    said = "|".join(
        f"{each.money.amount:f} {each.money.currency}{'' if each.sure else '?'}" for each in found
    )
    assert said == expected
    assert all(each.span.of(text) == each.text for each in found)


@pytest.mark.parametrize("language", LANGUAGES)
@given(amount=AMOUNTS, currency=st.sampled_from(currencies()))
def test_what_is_written_is_found(language: str, amount: Decimal, currency: str) -> None:
    written = write(Money(amount, currency), language)
    (found,) = find_money(written, language)
    assert (found.money.amount, found.money.currency) == (amount, currency)
    assert (found.text, found.sure) == (written, True)


def test_amount_and_currency_do_not_part_over_a_line() -> None:
    assert write(Money(Decimal(285), "CNY"), "ru") == f"285{NBSP}юаней"
    assert write(Money(Decimal(285), "CNY"), "en") == f"CNY{NBSP}285"


def test_unknown_currency_and_language_are_refused() -> None:
    with pytest.raises(NotKnown, match="XAU"):
        write(Money(Decimal(1), "XAU"), "zh")
    with pytest.raises(NotKnown, match="fr"):
        write(Money(Decimal(1), "CNY"), "fr")
