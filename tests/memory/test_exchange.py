"""The same sentence with other numbers, dates and codes: right by value, or refused.

``cases/exchange.csv`` holds a unit, what is asked, and the translation expected; empty where it
must be refused, because it could be wrong.
"""

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_kit.files import read_table
from translate_kit.languages.numbers import compare
from translate_kit.languages.placeables import find
from translate_kit.memory.exchange import exchange
from translate_kit.memory.frame import frame
from translate_kit.model import LANGUAGES, Pair
from translate_kit.workspace import Workspace

COLUMNS = ("source_language", "source", "target_language", "target", "asked", "expected")


def _cases() -> list[tuple[str, ...]]:
    path = Path(__file__).parent / "cases" / "exchange.csv"
    rows = read_table(path, required=COLUMNS, known=(*COLUMNS, "note"))
    return [tuple(row.cells[column] for column in COLUMNS) for row in rows]


@pytest.mark.parametrize(COLUMNS, _cases())
def test_exchange(
    source_language: str, source: str, target_language: str, target: str, asked: str, expected: str
) -> None:
    known, wanted = frame(source, source_language), frame(asked, source_language)
    assert known.words == wanted.words, "the case must be the same sentence"

    found = exchange(known, target, wanted, Pair(source_language, target_language))

    assert (found[0].replace("\u00a0", " ") if found else "") == expected.replace("\u00a0", " ")
    if found:
        for one in found[1]:
            assert one.source_was in source
            assert one.source in asked
            assert one.target in found[0]


NAMES = (
    {"zh": "秋明市", "en": "Tyumen", "ru": "Тюмень", "ko": "튜멘시"},
    {"zh": "忠州市", "en": "Chungju", "ru": "Чхунджу", "ko": "충주"},
)


@pytest.mark.parametrize(
    ("language", "translation", "expected"),
    [
        ("en", "We thank Tyumen for its help.", "We thank Chungju for its help."),
        ("ko", "튜멘시는 우리를 도와주었습니다.", "충주는 우리를 도와주었습니다."),
        ("ko", "튜멘시와 협력합니다.", "충주와 협력합니다."),
        ("ko", "튜멘시가 우리를 도와주었습니다.", "충주가 우리를 도와주었습니다."),
        ("ru", "Благодарим Тюмень за помощь.", None),
    ],
)
def test_names_are_exchanged_where_they_do_not_decline(
    language: str, translation: str, expected: str | None
) -> None:
    known = frame("感谢秋明市的帮助。", "zh", NAMES)
    asked = frame("感谢忠州市的帮助。", "zh", NAMES)
    found = exchange(known, translation, asked, Pair("zh", language), NAMES)
    assert (found and found[0]) == expected


DIGITS = re.compile(r"\d+")
QUANTITIES = st.integers(1, 400_000)


@pytest.mark.parametrize("target", [code for code in LANGUAGES if code != "zh"])
@given(pick=st.randoms(use_true_random=False), quantities=st.lists(QUANTITIES, min_size=6))
@settings(max_examples=150, deadline=None)
def test_what_is_exchanged_agrees_by_value(
    shipped: Workspace, target: str, pick: Random, quantities: list[int]
) -> None:
    unit = pick.choice([u for u in shipped.memory.units if DIGITS.search(u.texts["zh"])])
    numbers = iter(quantities)
    source = unit.texts["zh"]
    asked = DIGITS.sub(lambda old: str(next(numbers, old.group())), source)
    known, wanted = frame(source, "zh"), frame(asked, "zh")
    if known.words != wanted.words:
        return
    found = exchange(known, unit.texts[target], wanted, Pair("zh", target))
    if found is not None:
        assert not compare(asked, "zh", found[0], target)
        before, after = (
            Counter(p.value for p in find(text, target)) for text in (unit.texts[target], found[0])
        )
        was = Counter(p.value for p in known.placeables)
        now = Counter(p.value for p in wanted.placeables)
        assert after - before == now - was
        assert before - after == was - now
