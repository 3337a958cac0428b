"""Numbers in Japanese text."""

import re
from collections.abc import Iterator

from translate_kit.languages.numbers import han_phrases
from translate_kit.languages.numbers.digits import SHARED, SHARED_STARTS
from translate_kit.languages.numbers.han import (
    CHARACTERS,
    DIGIT,
    NUMERAL,
    characters_value,
    read_numerals,
)
from translate_kit.languages.numbers.han_phrases import NUMBER
from translate_kit.languages.numbers.number import Rank, Reading
from translate_kit.languages.numbers.phrases import half
from translate_kit.languages.numbers.scan import Rule, Scanner

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first year of each era."""
_WEAK_BEFORE = "第数何"
_WEAK_AFTER = "分"


def _era(match: re.Match[str]) -> Iterator[Reading]:
    """令和2年 is 2020; 元年 is the first year."""
    year = 1 if match[2] == "元" else int(characters_value(match[2]))
    yield Reading(match.start(), match.end(2), _ERAS[match[1]] + year, (year,))


def _age(match: re.Match[str]) -> Iterator[Reading]:
    """10代 are teenagers: others put it in words."""
    yield Reading(match.start(), match.end(1), int(match[1]), (), Rank.WEAK)


_SCANNER = Scanner(
    (
        *SHARED,
        Rule(rf"({'|'.join(_ERAS)}) ?([0-9]{{1,2}}|元|{NUMERAL})(?= ?年)", _era),
        Rule(rf"(?:({NUMBER}) ?世紀の?)?({NUMBER}) ?年代", han_phrases.decade),
        Rule(rf"({NUMBER}) ?分の ?({NUMBER})", han_phrases.fraction),
        Rule(rf"([0-9]{{1,2}}|{DIGIT})割(?:([0-9]|{DIGIT})分)?", han_phrases.tenths),
        Rule(rf"({NUMBER}) ?(?:時間|年|か月|ヶ月|日|世紀|週間|倍)半", han_phrases.and_a_half),
        Rule(rf"([0-9]{{1,2}}|{NUMERAL}) ?時(?!間)(半)?", han_phrases.hour),
        Rule("([1-9]0)代(?![表理金替謝])", _age),
        Rule("半(?![島径導])", half),
    ),
    f"{SHARED_STARTS}{CHARACTERS}半{''.join(era[0] for era in _ERAS)}",
)


def read(text: str) -> Iterator[Reading]:
    """The numbers of folded Japanese text with codes masked."""
    readings, rest = _SCANNER.scan(text)
    yield from readings
    yield from read_numerals(rest, _WEAK_BEFORE, _WEAK_AFTER)
