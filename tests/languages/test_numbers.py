"""Numbers found in texts, typed by people, and compared: tables that language staff can extend.

``numbers_<language>.csv`` holds a text, the likeliest values of its strong numbers and those of its
weak ones, in text order. ``numbers_pairs.csv`` holds translations, right and wrong, with the values
that are missing from the target and surplus in it; ``numbers_typed.csv`` what a person types into
a field, with an empty value where it must be refused.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from translate_kit.errors import NotKnown, UserError
from translate_kit.files import read_table
from translate_kit.languages.numbers import Number, compare, extract, parse
from translate_kit.model import LANGUAGES

CASES = Path(__file__).parent / "cases"


def _cases(name: str, *columns: str) -> list[tuple[str, ...]]:
    rows = read_table(CASES / f"numbers_{name}.csv", required=columns, known=columns)
    return [tuple(row.cells[column] for column in columns) for row in rows]


def _values(cell: str) -> list[Decimal]:
    return [Decimal(value) for value in cell.split(";") if value]


def _likeliest(numbers: tuple[Number, ...]) -> list[Decimal]:
    return [number.value for number in numbers]


@pytest.mark.parametrize(
    ("language", "text", "strong", "weak"),
    [
        (language, *case)
        for language in LANGUAGES
        for case in _cases(language, "text", "strong", "weak")
    ],
)
def test_the_numbers_of_a_text(language: str, text: str, strong: str, weak: str) -> None:
    found = extract(text, language)

    assert [n.value for n in found if n.strong] == _values(strong)
    assert [n.value for n in found if not n.strong] == _values(weak)
    assert all(n.span.of(text) == n.text for n in found)


@pytest.mark.parametrize(
    ("source_language", "source", "target_language", "target", "missing", "surplus"),
    _cases("pairs", "source_language", "source", "target_language", "target", "missing", "surplus"),
)
def test_the_difference_of_a_pair(
    source_language: str,
    source: str,
    target_language: str,
    target: str,
    missing: str,
    surplus: str,
) -> None:
    difference = compare(source, source_language, target, target_language)

    assert _likeliest(difference.missing) == _values(missing)
    assert _likeliest(difference.surplus) == _values(surplus)
    assert bool(difference) == bool(missing or surplus)


@pytest.mark.parametrize(
    ("language", "typed", "value"), _cases("typed", "language", "typed", "value")
)
def test_a_typed_number(language: str, typed: str, value: str) -> None:
    if value:
        assert parse(typed, language) == Decimal(value)
    else:
        with pytest.raises(UserError) as refusal:
            parse(typed, language)
        assert typed in str(refusal.value)


def test_numbers_with_non_breaking_spaces() -> None:
    wide, narrow = extract("30\u00a0000 и 1\u202f234\u202f567,5", "ru")

    assert (wide.value, narrow.value) == (Decimal(30_000), Decimal("1234567.5"))
    assert wide.text == "30\u00a0000"


def test_an_hour_may_be_counted_by_twelve() -> None:
    (hour, _minutes) = extract("9:20 p.m.", "en")

    assert hour.values == {Decimal(9), Decimal(21)}


def test_a_language_without_numbers_is_refused() -> None:
    with pytest.raises(NotKnown, match="fr"):
        extract("trente mille", "fr")
