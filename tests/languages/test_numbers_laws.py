"""Laws of numbers: what is rendered is read again, a text agrees with itself, spans are true."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate_kit.errors import NotKnown
from translate_kit.languages.numbers import compare, extract, parse, render
from translate_kit.model import LANGUAGES

languages = st.sampled_from(LANGUAGES)
whole = st.integers(min_value=0, max_value=10**16)
round_numbers = st.builds(
    lambda head, zeros: head * 10**zeros, st.integers(1, 9999), st.integers(0, 12)
)
fractions = st.decimals(min_value=0, max_value=10**9, places=3)
prices = st.decimals(min_value=0, max_value=10**9, places=2)
alphabet = st.sampled_from(
    "0123456789.,:/-–~ \u00a0 年月日时点半万亿千百十一二三四五億"
    "만천백십조삼이세두½成割分之第零０５ⅩXIVkmKM%℃"
)
texts = st.one_of(
    st.text(max_size=40),
    st.text(alphabet, max_size=30),
    st.lists(
        st.sampled_from(
            ("half", "two", "dozen", "million", "hundred", "and", "-", "тысяч", "сорока", "пять")
        )
    ).map(" ".join),
)


@given(st.one_of(whole, round_numbers, fractions), languages)
@example(30_000, "ru")
@example(Decimal("1.000"), "ru")
@example(125_000, "ja")
@example(Decimal("1.001"), "ru")
@example(10**16, "ko")
@example(13_000_000_001, "zh")
def test_what_is_rendered_is_read_again(value: Decimal | int, language: str) -> None:
    (number,) = extract(render(value, language), language)

    assert number.value == value


@given(st.one_of(whole, round_numbers, prices), languages)
def test_what_is_rendered_may_be_typed(value: Decimal | int, language: str) -> None:
    assert parse(render(value, language), language) == value


@given(st.one_of(whole, round_numbers), languages, languages)
def test_a_value_rendered_in_two_languages_agrees(value: int, source: str, target: str) -> None:
    assert not compare(render(value, source), source, render(value, target), target)


@given(st.integers(2, 10**9), st.integers(2, 10**9), languages, languages)
def test_another_value_is_found(one: int, other: int, source: str, target: str) -> None:
    difference = compare(render(one, source), source, render(other, target), target)

    assert bool(difference) == (one != other)


@given(texts, languages)
def test_a_text_agrees_with_itself(text: str, language: str) -> None:
    assert not compare(text, language, text, language)


@given(texts, languages)
def test_spans_point_into_the_text_in_order(text: str, language: str) -> None:
    numbers = extract(text, language)

    assert all(number.span.of(text) == number.text != "" for number in numbers)
    assert all(number.value in number.values for number in numbers)
    starts = [number.span.start for number in numbers]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("value", "zh", "en", "ru", "ko", "ja"),
    [
        (0, "0", "0", "0", "0", "0"),
        (200, "200", "200", "200", "200", "200"),
        (5000, "5000", "5,000", "5000", "5,000", "5,000"),
        (30_000, "3万", "30,000", "30\u00a0000", "3만", "3万"),
        (125_000, "12.5万", "125,000", "125\u00a0000", "12만 5,000", "12万5,000"),
        (
            123_456_789,
            "123,456,789",
            "123,456,789",
            "123\u00a0456\u00a0789",
            "1억 2,345만 6,789",
            "1億2,345万6,789",
        ),
        (12_345, "12345", "12,345", "12\u00a0345", "1만 2,345", "1万2,345"),
        (1_200_000, "120万", "1,200,000", "1\u00a0200\u00a0000", "120만", "120万"),
        (230_000_000, "2.3亿", "230,000,000", "230\u00a0000\u00a0000", "2억 3,000만", "2億3,000万"),
        (Decimal("12.5"), "12.5", "12.5", "12,5", "12.5", "12.5"),
        (Decimal("1.670"), "1.67", "1.67", "1,67", "1.67", "1.67"),
    ],
)
def test_the_house_way_of_writing(
    value: Decimal | int, zh: str, en: str, ru: str, ko: str, ja: str
) -> None:
    written = [render(value, language) for language in LANGUAGES]

    assert written == [zh, en, ru, ko, ja]


@pytest.mark.parametrize("value", [-1, Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_quantity_is_not_rendered(value: Decimal | int) -> None:
    with pytest.raises(ValueError, match="not a quantity"):
        render(value, "en")


def test_an_unknown_language_is_not_rendered() -> None:
    with pytest.raises(NotKnown, match="fr"):
        render(1, "fr")
