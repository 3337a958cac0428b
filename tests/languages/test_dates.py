"""Dates and times found in text, by value."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.errors import NotKnown
from translate_kit.files import read_table
from translate_kit.languages import grammar
from translate_kit.languages.dates import find_dates
from translate_kit.languages.times import find_times
from translate_kit.model import LANGUAGES

CASES = Path(__file__).parent / "cases"
COLUMNS = ("language", "text", "expected")


def _cases(name: str) -> list[tuple[str, ...]]:
    rows = read_table(CASES / name, required=COLUMNS, known=(*COLUMNS, "note"))
    return [tuple(row.cells[column] for column in COLUMNS) for row in rows]


@pytest.mark.parametrize(COLUMNS, _cases("dates.csv"))
def test_find_dates(language: str, text: str, expected: str) -> None:
    found = find_dates(text, language)
    assert " ".join(f"{each.day}{'' if each.complete else '?'}" for each in found) == expected
    assert all(each.span.of(text) == each.text for each in found)


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=st.dates(min_value=date(1000, 1, 1)))
def test_every_long_date_is_found_again(language: str, day: date) -> None:
    written = grammar(language).long_date(day)
    (found,) = find_dates(written, language)
    assert (found.day, found.complete, found.text) == (day, True, written)


def test_year_hint_completes_a_date() -> None:
    (found,) = find_dates("2月8日", "zh", year_hint=2020)
    assert (found.day, found.complete) == (date(2020, 2, 8), False)


def test_unknown_language_is_refused() -> None:
    with pytest.raises(NotKnown):
        find_dates("8 février 2020", "fr")
    with pytest.raises(NotKnown):
        find_times("8 h 30", "fr")


@pytest.mark.parametrize(COLUMNS, _cases("times.csv"))
def test_find_times(language: str, text: str, expected: str) -> None:
    found = find_times(text, language)
    said = " ".join(
        f"{each.time:%H:%M}{'+' if each.next_day else ''}{'' if each.sure else '?'}"
        for each in found
    )
    assert said == expected
    assert all(each.span.of(text) == each.text for each in found)
