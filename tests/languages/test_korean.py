"""Korean: particles after anything a letter holds, honorifics and dates."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.errors import NotKnown, UserError
from translate_kit.files import read_table
from translate_kit.languages import ko

CASES = Path(__file__).parent / "cases"
PARTICLES = ("word", "particle", "expected")
SYLLABLES = st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1)


@pytest.mark.parametrize(
    PARTICLES,
    [
        tuple(row.cells[column] for column in PARTICLES)
        for row in read_table(
            CASES / "korean_particles.csv", required=PARTICLES, known=(*PARTICLES, "note")
        )
    ],
)
def test_particle(word: str, particle: str, expected: str) -> None:
    assert ko.with_josa(word, particle) == expected


@given(SYLLABLES)
def test_brackets_and_quotes_do_not_change_the_particle(word: str) -> None:
    assert ko.josa(f"‘{word}(Type 4B)’", "을/를") == ko.josa(word, "을/를")
    assert ko.josa(word, "를/을") == ko.josa(word, "을/를") == ko.josa(word, "를")


def test_unknown_particle_is_refused() -> None:
    with pytest.raises(NotKnown, match="부터"):
        ko.josa("서울", "부터")


@pytest.mark.parametrize(
    ("name", "is_person", "expected"),
    [
        ("충주시장", True, "충주시장 귀하"),
        ("충주시장님", True, "충주시장 귀하"),
        ("충주시장 귀하", True, "충주시장 귀하"),
        ("충주시청", False, "충주시청 귀중"),
    ],
)
def test_addressed(name: str, is_person: bool, expected: str) -> None:
    assert ko.addressed(name, is_person) == expected


def test_the_wrong_honorific_is_refused() -> None:
    with pytest.raises(UserError, match="귀하"):
        ko.addressed("충주시장 귀중", True)


def test_honorific_stands_once() -> None:
    assert ko.honorific("시장") == ko.honorific("시장님") == "시장님"


def test_dates() -> None:
    day = date(2020, 2, 8)
    assert ko.long_date(day) == "2020년 2월 8일"
    assert ko.official_date(day) == "2020. 2. 8."
