"""Chinese: dates and the numbering of an official letter."""

from datetime import date

import pytest

from translate_kit.languages import zh


def test_long_date() -> None:
    assert zh.long_date(date(2020, 2, 8)) == "2020年2月8日"


def test_document_number() -> None:
    assert zh.document_number("庆外函", 2020, 15) == "庆外函〔2020〕15号"


@pytest.mark.parametrize(
    ("position", "level", "expected"),
    [
        (1, 1, "一、"),
        (10, 1, "十、"),
        (12, 1, "十二、"),
        (20, 2, "（二十）"),
        (35, 2, "（三十五）"),
        (3, 3, "3."),
        (4, 4, "（4）"),
    ],
)
def test_heading_number(position: int, level: int, expected: str) -> None:
    assert zh.heading_number(position, level) == expected


@pytest.mark.parametrize(("position", "level"), [(0, 1), (100, 2), (1, 5)])
def test_heading_number_refuses_what_a_document_has_not(position: int, level: int) -> None:
    with pytest.raises(ValueError, match="heading"):
        zh.heading_number(position, level)
