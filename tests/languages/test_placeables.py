"""What may be exchanged in a sentence: found in five languages, equal where it says the same.

``cases/placeables.csv`` holds a text and what is found in it, ``kind:value`` in reading order, with
a question mark where the value may be read in more than one way.
"""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.errors import NotKnown
from translate_kit.files import read_table
from translate_kit.languages.money import Money
from translate_kit.languages.placeables import Kind, MonthDay, Placeable, Value, find
from translate_kit.model import LANGUAGES

CASES = Path(__file__).parent / "cases" / "placeables.csv"
COLUMNS = ("language", "text", "expected")


def _cases() -> list[tuple[str, ...]]:
    rows = read_table(CASES, required=COLUMNS, known=(*COLUMNS, "note"))
    return [tuple(row.cells[column] for column in COLUMNS) for row in rows]


def _said(value: Value) -> str:
    match value:
        case Money():
            return f"{value.amount}{value.currency}"
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60}:{minutes % 60:02}"
        case MonthDay():
            return f"{value.month:02}-{value.day:02}"
    return str(value)


def _shown(found: tuple[Placeable, ...]) -> str:
    return " ".join(f"{p.kind}:{_said(p.value)}{'' if p.sure else '?'}" for p in found)


@pytest.mark.parametrize(COLUMNS, _cases())
def test_find(language: str, text: str, expected: str) -> None:
    found = find(text, language)
    assert _shown(found) == expected
    assert all(each.span.of(text) == each.text for each in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "致信秋明市，抄送秋明市政府。"),
        ("ko", "튜멘시에 보내고 튜멘시 정부에도 보냅니다."),
        ("en", "To Tyumen, with a copy to the Tyumen City Administration; not to Tyumenskaya."),
    ],
)
def test_names_that_the_caller_passed(language: str, text: str) -> None:
    city = {"zh": "秋明市", "en": "Tyumen", "ko": "튜멘시"}
    hall = {"zh": "秋明市政府", "en": "Tyumen City Administration", "ko": "튜멘시 정부"}
    found = [p for p in find(text, language, (city, hall)) if p.kind is Kind.NAME]
    assert [p.value for p in found] == ["秋明市", "秋明市政府"]


FIGURES = st.sampled_from(
    (
        *(
            "3万",
            "30,000",
            "2020年2月8日",
            "8 февраля 2020 г.",
            "9:20 p.m.",
            "￥285",
            "N95",
            "2月8日",
        ),
        *(
            "〔2020〕15号",
            "EN ISO 374-1:2016",
            "info@a.example",
            "www.a.example",
            "+86-459-1",
            "オ",
        ),
        *(
            "ГОСТ 12.4.064",
            "№ 15-03/118",
            "오후 3시",
            "千",
            "万",
            "½",
            "Ⅻ",
            "1",
            "-",
            ".",
            " ",
            "元",
        ),
    )
)


@pytest.mark.parametrize("language", LANGUAGES)
@given(pieces=st.lists(FIGURES | st.text(max_size=4), max_size=8))
def test_placeables_stand_in_order_and_do_not_overlap(language: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    found = find(text, language)
    assert all(each.span.of(text) == each.text for each in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_another_language_is_refused() -> None:
    with pytest.raises(NotKnown, match="fr"):
        find("30 000 masques", "fr")
