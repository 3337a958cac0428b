"""Russian terms and dates, against tables that language staff extend."""

import csv
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.errors import UserError
from translate_kit.languages import grammar, ru
from translate_kit.languages.ru import CannotInflect
from translate_kit.model import Noun

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def notes(cell: str) -> dict[str, str]:
    return dict(piece.split("=", 1) for piece in cell.split(";") if piece)


TERMS = rows("russian_terms.csv")


@pytest.mark.parametrize("row", TERMS, ids=lambda r: f"{r['term']}-{r['number']}-{r['case']}")
def test_term(row):
    found = ru.inflect(
        row["term"], row["case"], number=row["number"] or None, grammar=notes(row["grammar"])
    )
    assert found == row["text"]


@pytest.mark.parametrize("row", rows("russian_asked.csv"), ids=lambda r: r["term"])
def test_what_is_not_known_is_asked_for(row):
    with pytest.raises(CannotInflect) as asked:
        ru.inflect(
            row["term"], row["case"], number=row["number"] or None, grammar=notes(row["grammar"])
        )
    assert row["term"] in str(asked.value)
    assert "\n" not in str(asked.value)


def test_the_glossary_wins_over_the_dictionary():
    said = {"gen_pl": "костюмов особого рода"}
    assert ru.inflect("костюм", "genitive", number="plural", grammar=said) == said["gen_pl"]


def test_the_glossary_decides_about_a_proper_name():
    assert ru.inflect("город Ташкент", "genitive") == "города Ташкент"
    assert ru.inflect("город Ташкент", "genitive", grammar={"apposition": "declines"}) == (
        "города Ташкента"
    )
    with pytest.raises(CannotInflect):
        ru.inflect("город Дацин", "genitive", grammar={"apposition": "declines"})
    assert ru.inflect("город Тюмень", "genitive", grammar={"apposition": "stays"}) == (
        "города Тюмень"
    )


@given(st.sampled_from([row["term"] for row in TERMS if not row["grammar"]]))
def test_the_nominative_is_the_dictionary_form(term):
    assert ru.inflect(term, "nominative") == term


@pytest.mark.parametrize("month", range(1, 13))
def test_long_date_is_the_month_in_the_genitive(month):
    assert ru.month_name(month, "genitive") in ru.long_date(date(2020, month, 8))


def test_dates():
    day = date(2020, 2, 8)
    assert ru.long_date(day) == "8\u00a0февраля 2020\u00a0г."
    assert ru.registration_date(day) == "08.02.2020"
    assert [ru.month_name(m) for m in (1, 3, 5)] == ["январь", "март", "май"]
    assert ru.month_name(2, "prepositional") == "феврале"
    with pytest.raises(CannotInflect):
        ru.month_name(13)


def test_filters_take_strings_nouns_and_items():
    class Item:
        noun = Noun("медицинские перчатки", {"gender": "pl"})

    assert ru.FILTERS["dative"]("Глава города Тюмени") == "Главе города Тюмени"
    assert ru.FILTERS["genitive"](Item()) == "медицинских перчаток"
    assert ru.FILTERS["plural_genitive"](Noun("костюм", {})) == "костюмов"
    with pytest.raises(UserError):
        ru.FILTERS["genitive"](object())


@pytest.mark.parametrize(
    ("number", "verb"), [(1, "нужен"), (21, "нужен"), (2, "нужны"), (5, "нужно"), (11, "нужно")]
)
def test_agree_chooses_the_verb(number, verb):
    assert ru.FILTERS["agree"](number, "нужен", "нужны", "нужно") == verb


def test_every_filter_is_documented():
    assert all(filter_.__doc__ for filter_ in ru.FILTERS.values())


def test_the_dictionary_is_not_loaded_before_it_is_needed():
    code = (
        "import sys, datetime; from translate_kit.languages import ru;"
        "ru.long_date(datetime.date(2020, 2, 8)); sys.exit('pymorphy3' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_russian_answers_to_the_protocol():
    module = grammar("ru")
    assert callable(module.counted)
    assert callable(module.amount)
    assert module.FILTERS
