"""Expressions that Chinese and Japanese share, their numbers in digits or in characters."""

import re
from collections.abc import Iterator
from decimal import Decimal

from translate_kit.languages.numbers import phrases
from translate_kit.languages.numbers.digits import POINT
from translate_kit.languages.numbers.han import NUMERAL, characters_value
from translate_kit.languages.numbers.number import Amount, Rank, Reading

NUMBER = rf"(?:{POINT}|{NUMERAL})"
"""A number in digits or in characters."""


def rank(written: str) -> Rank:
    """Digits are strong; characters may be part of a word."""
    return Rank.STRONG if written[0].isascii() else Rank.WEAK


def hour(match: re.Match[str]) -> Iterator[Reading]:
    """9点半, 十七時; group 2 is 半."""
    return phrases.hour(match, characters_value(match[1]), rank(match[1]))


def decade(match: re.Match[str]) -> Iterator[Reading]:
    """20世纪90年代, or 90年代 alone; the century in group 1, the decade in group 2."""
    value = int(characters_value(match[2]))
    if not match[1]:
        yield Reading(match.start(2), match.end(2), value, phrases.decade_names(value))
        return
    century = int(characters_value(match[1]))
    year = (century - 1) * 100 + value
    yield Reading(match.start(), match.end(2), year, (value,))


def fraction(match: re.Match[str]) -> Iterator[Reading]:
    """三分之一, 3分の1."""
    whole, part = characters_value(match[1]), characters_value(match[2])
    return phrases.fraction(match, whole, part, rank(match[1]))


def tenths(match: re.Match[str]) -> Iterator[Reading]:
    """3成 and 3割 are 30 per cent, 2割5分 25; group 2, where there is one, holds the hundredths."""
    value = characters_value(match[1])
    last = match.re.groups
    percent = value * 10 + (characters_value(match[2]) if last > 1 and match[2] else 0)
    end = match.end(1) if last == 1 else match.end()
    yield Reading(match.start(1), end, percent, (value,), rank(match[1]))


def and_a_half(match: re.Match[str]) -> Iterator[Reading]:
    """1時間半, 3年半, 两个半小时: a number and a half."""
    whole: Amount = characters_value(match[1])
    half = whole + Decimal("0.5")
    yield Reading(match.start(), match.end(), half, (whole,), rank(match[1]))
