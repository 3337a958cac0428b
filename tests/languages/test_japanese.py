"""Japanese: the frame of a letter, honorifics, seasons and eras."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_kit.errors import NotKnown, UserError
from translate_kit.languages import ja
from translate_kit.languages.dates import find_dates
from translate_kit.languages.eras import era_date


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-01-05", "新春の候"),
        ("2020-01-20", "厳寒の候"),
        ("2020-02-03", "厳寒の候"),
        ("2020-02-04", "余寒の候"),
        ("2020-02-08", "余寒の候"),
        ("2020-03-01", "早春の候"),
        ("2020-04-10", "陽春の候"),
        ("2020-05-10", "新緑の候"),
        ("2020-07-31", "盛夏の候"),
        ("2020-08-08", "残暑の候"),
        ("2020-09-02", "初秋の候"),
        ("2020-10-15", "秋冷の候"),
        ("2020-11-05", "晩秋の候"),
        ("2020-12-31", "師走の候"),
    ],
)
def test_season_greeting(day: str, expected: str) -> None:
    assert ja.season_greeting(date.fromisoformat(day)) == expected


@given(st.dates())
def test_every_day_has_a_greeting(day: date) -> None:
    assert ja.season_greeting(day).endswith("の候")


def test_letter_pairs_belong_together() -> None:
    assert ja.letter_pair("standard") == ("拝啓", "敬具")
    assert ja.letter_pair("formal") == ("謹啓", "謹白")
    assert ja.letter_pair("reply") == ("拝復", "敬具")
    with pytest.raises(NotKnown, match="formal"):
        ja.letter_pair("formel")


def test_addressed() -> None:
    assert ja.addressed("カルガリー市長", True) == "カルガリー市長　様"
    assert ja.addressed("カルガリー市長　様", True) == "カルガリー市長　様"
    assert ja.addressed("国際課", False) == "国際課　御中"


@pytest.mark.parametrize(("name", "is_person"), [("山田太郎 御中", True), ("国際課 様", False)])
def test_the_wrong_honorific_is_refused(name: str, is_person: bool) -> None:
    with pytest.raises(UserError, match="御中"):
        ja.addressed(name, is_person)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-02-08", "令和2年2月8日"),
        ("2019-05-01", "令和元年5月1日"),
        ("2019-04-30", "平成31年4月30日"),
        ("1989-01-07", "昭和64年1月7日"),
        ("1926-12-25", "昭和元年12月25日"),
    ],
)
def test_era_date(day: str, expected: str) -> None:
    assert era_date(date.fromisoformat(day)) == expected


@given(st.dates(min_value=date(1873, 1, 1), max_value=date(2100, 12, 31)))
def test_era_dates_are_found_again(day: date) -> None:
    (found,) = find_dates(era_date(day), "ja")
    assert found.day == day


def test_dates_before_the_eras_are_refused() -> None:
    with pytest.raises(UserError, match="Western year"):
        era_date(date(1600, 1, 1))


def test_long_date() -> None:
    assert ja.long_date(date(2020, 2, 8)) == "2020年2月8日"
