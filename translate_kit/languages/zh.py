"""Chinese, the office's own language: amounts, dates and the numbering of an official letter.

Follows GB/T 15835-2011 (numerals; 万 and 亿 may follow Arabic digits) and GB/T 9704-2012 (official
documents). Glossary grammar: none is read.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from translate_kit.languages.counters import Counter
from translate_kit.model import Noun

_NUMERALS = "零一二三四五六七八九"
_HIGHEST = 99


def counted(value: Decimal, noun: Noun, counter: Counter | None) -> str:
    """So many of a thing, the thing first: ``医用防护服3万套``."""
    return noun.text + amount(value, counter)


def phrases(value: Decimal, noun: Noun, counter: Counter | None) -> frozenset[str]:
    """Every form that ``counted`` may take in a sentence: here only one."""
    return frozenset({counted(value, noun, counter)})


def amount(value: Decimal, counter: Counter | None) -> str:
    """The number with its counter, close together: ``3万套``, ``5万双``."""
    from translate_kit.languages import numbers

    return numbers.render(value, "zh") + (counter.names["zh"] if counter else "")


def long_date(day: date) -> str:
    """``2020年2月8日``: Arabic digits, no leading zeros (GB/T 9704-2012, 7.3.5.3)."""
    return f"{day.year}年{day.month}月{day.day}日"


def document_number(code: str, year: int, serial: int) -> str:
    """``庆外函〔2020〕15号``: corner brackets, no 第, no leading zero (GB/T 9704-2012, 7.2.5)."""
    return f"{code}〔{year}〕{serial}号"


def heading_number(position: int, level: int) -> str:
    """The number of a heading by its level, 1 to 4: ``一、`` ``（一）`` ``1.`` ``（1）``.

    Source: GB/T 9704-2012, 7.3.3. Raises ValueError for a position above 99 or another level.
    """
    match level:
        case 1:
            return f"{_in_characters(position)}、"
        case 2:
            return f"（{_in_characters(position)}）"
        case 3:
            return f"{position}."
        case 4:
            return f"（{position}）"
    raise ValueError(f"heading level {level}: official documents have four")


def _in_characters(position: int) -> str:
    """1 to 99 in Chinese characters: 一, 十, 十二, 二十, 三十五."""
    if not 1 <= position <= _HIGHEST:
        raise ValueError(f"heading number {position} is not between 1 and {_HIGHEST}")
    tens, ones = divmod(position, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return ten + (_NUMERALS[ones] if ones else "")


FILTERS: Mapping[str, Callable[..., Any]] = {"heading_number": heading_number}
