"""English: plurals, articles and dates."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.files import read_table
from translate_kit.languages import en, plurals
from translate_kit.model import Noun

CASES = Path(__file__).parent / "cases"
PLURALS = ("singular", "plural")
ARTICLES = ("phrase", "expected")


@pytest.mark.parametrize(
    PLURALS,
    [
        tuple(row.cells[column] for column in PLURALS)
        for row in read_table(CASES / "english_plurals.csv", required=PLURALS, known=PLURALS)
    ],
)
def test_plural(singular: str, plural: str) -> None:
    assert plurals.plural(Noun(singular, {})) == plural
    assert plurals.plural(Noun(plural, {})) == plural


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("medical gloves", "medical glove"),
        ("disinfecting wipes", "disinfecting wipe"),
        ("batteries", "battery"),
        ("boxes", "box"),
        ("goggles", "goggles"),
        ("mask", "mask"),
        ("protective supplies", "protective supplies"),
    ],
)
def test_singular(term: str, expected: str) -> None:
    assert plurals.singular(Noun(term, {})) == expected


@pytest.mark.parametrize(
    ARTICLES,
    [
        tuple(row.cells[column] for column in ARTICLES)
        for row in read_table(CASES / "english_articles.csv", required=ARTICLES, known=ARTICLES)
    ],
)
def test_article(phrase: str, expected: str) -> None:
    assert en.with_article(phrase) == expected


def test_glossary_grammar_goes_before_the_rules() -> None:
    two = Decimal(2)
    assert en.counted(two, Noun("solution", {"plural": "solutions"}), None) == "2 solutions"
    assert en.counted(two, Noun("sampling", {"countable": "no"}), None) == "2 units of sampling"


def test_dates() -> None:
    day = date(2020, 2, 8)
    assert en.long_date(day) == "February 8, 2020"
    assert en.british_date(day) == "8 February 2020"


@given(st.text(alphabet="abcxyzs N95()4B-", max_size=30))
def test_parts_rejoin_to_the_term(term: str) -> None:
    taken = plurals.parts(term)
    assert taken.with_head(taken.head) == term
