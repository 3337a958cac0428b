"""The number of somebody's letter with its date, as the reference line of an answer has it."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from translate_kit.errors import NotKnown
from translate_kit.files import read_table
from translate_kit.languages import grammar
from translate_kit.messages import _

DATA = Path(__file__).parent / "data" / "file_numbers.csv"


def dated(number: str, day: date, language: str) -> str:
    """``15-1/12 от 11.02.2020`` / ``15-1/12(2020. 2. 11.)`` / ``15-1/12 of February 11, 2020``.

    ГОСТ Р 7.0.97-2016, 5.12 (the date in figures), 행정업무규정 시행규칙 (points behind year, month
    and day, a bracket behind the number); elsewhere the long date of the language.
    """
    patterns = _patterns()
    if language not in patterns:
        raise NotKnown(_("language"), language, patterns)
    return patterns[language].format(number=number, day=day, long=grammar(language).long_date(day))


@cache
def _patterns() -> Mapping[str, str]:
    rows = read_table(DATA, required=("language", "pattern"), known=("language", "pattern"))
    return {row.cells["language"]: row.cells["pattern"] for row in rows}
