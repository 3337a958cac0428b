"""The language of a text, and when to doubt it."""

import subprocess
import sys
from pathlib import Path

import pytest

from translate_kit.errors import UserError
from translate_kit.files import read_table
from translate_kit.languages.detect import detect

CASES = Path(__file__).parent / "cases"
COLUMNS = ("text", "language", "sure")


@pytest.mark.parametrize(
    COLUMNS,
    [
        tuple(row.cells[column] for column in COLUMNS)
        for row in read_table(CASES / "detect.csv", required=COLUMNS, known=(*COLUMNS, "note"))
    ],
)
def test_detect(text: str, language: str, sure: str) -> None:
    answer = detect(text)
    assert (answer.language, "yes" if answer.sure else "no") == (language, sure)
    assert answer.reason


@pytest.mark.parametrize("text", ["", "   ", "2020. 2. 8.", "—", "123,456"])
def test_nothing_to_judge_by_is_an_error(text: str) -> None:
    with pytest.raises(UserError, match="no letters"):
        detect(text)


def test_the_answer_is_the_same_every_time() -> None:
    text = "Personal protective equipment manufacturers worldwide contacted yesterday morning"
    assert len({detect(text) for _attempt in range(5)}) == 1


def test_langdetect_is_not_imported_for_what_the_script_decides() -> None:
    program = (
        "import sys; from translate_kit.languages.detect import detect;"
        "detect('我们需要口罩'); detect('보호복'); detect('We need the masks');"
        "sys.exit('langdetect' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_million_letters_without_a_blank_are_read_once() -> None:
    assert detect("口罩" + "f" * 1_000_000).language
