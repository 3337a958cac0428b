"""Words that may make terms: cut, in dictionary form, in all five languages."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_kit.errors import NotKnown
from translate_kit.languages.words import dictionary_form, frequency, stretches
from translate_kit.model import LANGUAGES

CASES = Path(__file__).parent / "cases" / "words.csv"


def cases() -> list[tuple[str, str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [(row["language"], row["text"], row["stretches"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("language", "text", "expected"), cases())
def test_the_stretches_in_dictionary_form(language: str, text: str, expected: str) -> None:
    found = [dictionary_form(text, each.words, language) for each in stretches(text, language)]
    assert " | ".join(found) == expected


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("медицинских масок", "медицинская маска", "ru"),
        ("Medical masks", "medical mask", "en"),
        ("防护服", "防护服", "zh"),
        ("마스크를", "마스크", "ko"),
        ("N95マスク", "n95マスク", "ja"),
    ],
)
def test_all_forms_have_the_same_keys(one: str, other: str, language: str) -> None:
    keys = [
        [word.key for each in stretches(text, language) for word in each.words]
        for text in (one, other)
    ]
    assert keys[0] == keys[1] != []


def test_a_joint_says_its_neighbours() -> None:
    first, second = stretches("医用口罩和防护服。", "zh")
    assert (first.before, first.after) == ("", "和")
    assert (second.before, second.after) == ("和", "")


@pytest.mark.parametrize(
    ("rare", "common", "language"),
    [("核酸", "工作", "zh"), ("respirator", "people", "en"), ("маска", "человек", "ru")],
)
def test_words_of_a_trade_are_rare(rare: str, common: str, language: str) -> None:
    found = frequency(rare, language), frequency(common, language)
    assert found[0] is not None
    assert found[1] is not None
    assert 0 < found[0] < found[1] < 1


def test_what_is_in_no_list() -> None:
    assert frequency("甲乙丙丁戊", "zh") == 0
    assert frequency("마스크", "ko") is None
    with pytest.raises(NotKnown):
        list(stretches("masque", "fr"))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(text=st.text(st.sampled_from("口罩和防护服 маски.Aа’s-95%を의료ー及び病\n，"), max_size=24))
def test_words_stand_in_the_text_one_after_the_other(language: str, text: str) -> None:
    for each in stretches(text, language):
        assert each.words
        for one, other in pairwise(each.words):
            assert one.span.end <= other.span.start
        for word in each.words:
            assert word.span.of(text).strip() == word.span.of(text) != ""
            assert word.key
        assert dictionary_form(text, each.words, language)
