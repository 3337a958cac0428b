"""Plain text against golden files, and the drawing of tables by display width."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.files import read_text
from translate_kit.letters.layout.sheet import Sheet
from translate_kit.letters.letter import Grid, Letter, Run
from translate_kit.letters.render.text import columns, fold, plain_text
from translate_kit.model import LANGUAGES

Make = Callable[..., Letter]
Arrange = Callable[[Letter], Sheet]

CASES = Path(__file__).parent / "cases"
EVERY = pytest.mark.parametrize("language", LANGUAGES)


@EVERY
def test_the_letter_is_the_golden_one(language: str, sample: Make, arranged: Arrange) -> None:
    """To renew a golden file, write what ``plain_text`` gives, and read it."""
    assert plain_text(arranged(sample(language))) == read_text(CASES / f"letter.{language}.txt")


@EVERY
def test_table_lines_are_equally_wide(language: str, long_sample: Make, arranged: Arrange) -> None:
    lines = plain_text(arranged(long_sample(language))).splitlines()
    drawn = {columns(line) for line in lines if line.startswith(("|", "+-"))}
    assert len(drawn) == 1
    assert drawn.pop() <= 78


def test_a_cell_without_blanks_is_broken_too(sample: Make, arranged: Arrange) -> None:
    word = "A" * 200
    grid = Grid(((Run("x"),), (Run("y"),)), (((Run(word),), (Run("1"),)),))
    text = plain_text(arranged(replace(sample("en"), body=(grid,))))
    assert max(columns(line) for line in text.splitlines() if line.startswith("|")) <= 78
    assert text.count("A") - sample("en").subject.count("A") >= 200


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a bc def", 4, ["a bc", "def"]),
        ("须经专家核实）", 12, ["须经专家核", "实）"]),
        ("确认。", 4, ["确", "认。"]),
        ("abcdef", 4, ["abcd", "ef"]),
        ("", 4, [""]),
    ],
)
def test_folding(text: str, width: int, lines: list[str]) -> None:
    assert fold(text, width) == lines


@given(st.text(alphabet="ab 直防，。)", max_size=30), st.integers(2, 12))
def test_folding_keeps_every_character_but_blanks(text: str, width: int) -> None:
    lines = fold(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(columns(line) <= width for line in lines)
