"""Numbers, dates and codes put right: a table of what engines do to them."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pipeline.notation import linked
from translate_kit.languages.numbers import compare, render
from translate_kit.model import Pair
from translate_kit.pipeline.draft import Draft
from translate_kit.pipeline.repair import repair, wrong

CASES = Path(__file__).parent / "cases" / "repairs.csv"


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", cases(), ids=lambda row: row["pair"] + " " + row["source"])
def test_repair(row: dict[str, str]) -> None:
    source, target, alignment = linked(row["source"], row["target"])
    pair = Pair.parse(row["pair"])

    done = repair(Draft(target, alignment), source, pair)

    assert done.draft.text.replace("\u00a0", " ") == row["expected"]
    assert "|".join(f"{each.source}={each.wrong}" for each in done.repairs) == row["repairs"]
    assert repair(done.draft, source, pair).draft.text == done.draft.text


@given(
    right=st.integers(10, 10**9), wrong_value=st.integers(10, 10**9), target=st.sampled_from("erkj")
)
def test_a_single_wrong_number_is_always_put_right(
    right: int, wrong_value: int, target: str
) -> None:
    language = {"e": "en", "r": "ru", "k": "ko", "j": "ja"}[target]
    frame = {"en": "We need {} of them.", "ru": "Нужно {} шт.", "ko": "{}개 필요", "ja": "{}個必要"}
    source = f"需要{render(right, 'zh')}个。"
    draft = Draft(frame[language].format(render(wrong_value, language)))
    pair = Pair("zh", language)

    done = repair(draft, source, pair)

    assert not compare(source, "zh", done.draft.text, language)
    assert wrong(source, done.draft.text, pair) == 0
