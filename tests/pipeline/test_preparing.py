"""A sentence prepared for an engine can be had back, and its places are known in both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.languages.numbers import compare
from translate_kit.model import LANGUAGES, Span
from translate_kit.pipeline.preparing import prepare

PIECES = [
    "3万",
    "12.5万",
    "2亿",
    "三万",
    "3万 ",
    "12만 5,000",
    "2020-02-08",
    "2020. 2. 8.",
    "08.02.2020",
    "口罩",
    "套",
    "近",
    "余",
    " ",
    "，",
    "벌",
    "the ",
    "№ 5",
    "1,5",
    "30,000",
]
WITH_NUMBERS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join)


@pytest.mark.parametrize(
    ("language", "sentence", "prepared"),
    [
        ("zh", "医用防护服3万套", "医用防护服30,000套"),
        ("zh", "共1.5亿元", "共150,000,000元"),
        ("zh", "2020-02-08前", "2020年2月8日前"),
        ("zh", "2020年2月8日前", "2020年2月8日前"),
        ("zh", "近三十家", "近三十家"),
        ("zh", "3万多套", "30,000多套"),
        ("zh", "万一", "万一"),
        ("zh", "36658只", "36658只"),
        ("zh", "千帕", "千帕"),
        ("ko", "보호복 3만 벌", "보호복 30,000 벌"),
        ("ja", "防護服12万5,000着", "防護服125,000着"),
        ("en", "by 2020-02-08", "by February 8, 2020"),
        ("ru", "до 08.02.2020", "до 8 февраля 2020 г."),
        ("fr", "le 2020-02-08", "le 2020-02-08"),
    ],
)
def test_large_numbers_and_dates_are_written_out(
    language: str, sentence: str, prepared: str
) -> None:
    assert prepare(sentence, language).text.replace("\u00a0", " ") == prepared


@given(sentence=WITH_NUMBERS, language=st.sampled_from(LANGUAGES))
def test_restoring_gives_the_sentence_back(sentence: str, language: str) -> None:
    prepared = prepare(sentence, language)
    assert prepared.restore() == sentence
    assert not compare(sentence, language, prepared.text, language)


@given(sentence=WITH_NUMBERS, language=st.sampled_from(LANGUAGES), data=st.data())
def test_places_are_known_in_both(sentence: str, language: str, data: st.DataObject) -> None:
    prepared = prepare(sentence, language)
    start = data.draw(st.integers(0, len(sentence)))
    end = data.draw(st.integers(start, len(sentence)))
    there = prepared.prepared(Span(start, end))
    back = prepared.original(there)
    assert 0 <= there.start <= there.end <= len(prepared.text)
    assert back.start <= start
    assert back.end >= end
