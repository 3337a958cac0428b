"""Numbers in Chinese text."""

import re
from collections.abc import Iterator
from decimal import Decimal

from translate_kit.languages.numbers import han_phrases
from translate_kit.languages.numbers.digits import POINT, SHARED, SHARED_STARTS
from translate_kit.languages.numbers.han import (
    CHARACTERS,
    DIGIT,
    NUMERAL,
    characters_value,
    read_numerals,
)
from translate_kit.languages.numbers.han_phrases import NUMBER
from translate_kit.languages.numbers.number import Rank, Reading
from translate_kit.languages.numbers.phrases import half, nothing
from translate_kit.languages.numbers.scan import Rule, Scanner

_WEAK_BEFORE = "第数几上初"
_WEAK_AFTER = "分多余餘来"


def _percent(match: re.Match[str]) -> Iterator[Reading]:
    """百分之三十."""
    whole, _point, fraction = match[1].partition("点")
    value = characters_value(whole) + Decimal(f"0.{characters_value(fraction)}" if fraction else 0)
    rank = Rank.STRONG if value > 10 else Rank.WEAK
    yield Reading(match.start(), match.end(), value, (), rank)


_SCANNER = Scanner(
    (
        *SHARED,
        Rule(rf"(?:({NUMBER}) ?世纪(?:的|末|初)? ?)?({NUMBER}) ?年代", han_phrases.decade),
        Rule(rf"百分之({POINT}|{NUMERAL}(?:点{DIGIT}+)?)", _percent),
        Rule(rf"({NUMBER}) ?分之 ?({NUMBER})", han_phrases.fraction),
        # 成 forms words with what follows: 成为, 成立, 成员.
        Rule(
            r"([0-9]{1,2}|[一二三四五六七八九两])成(?![为立员人就长功果份本效年品都])",
            han_phrases.tenths,
        ),
        Rule(rf"({NUMBER}) ?(?:个|年|天|倍|周)半", han_phrases.and_a_half),
        Rule(rf"([0-9]{{1,2}}|{NUMERAL}) ?[点點时時](半)?(?!{DIGIT}|[0-9])", han_phrases.hour),
        Rule(r"(?:周|星期|礼拜)[一二三四五六](?![天日次个年])", nothing),
        Rule("半(?![岛径决导])", half),
        # The kilo of units in characters: 千帕 kPa, 千克 kg.
        Rule("千(?=[米瓦克卡帕赫焦字伏安])", nothing),
    ),
    f"{SHARED_STARTS}{CHARACTERS}半周星礼",
)


def read(text: str) -> Iterator[Reading]:
    """The numbers of folded Chinese text with codes masked."""
    readings, rest = _SCANNER.scan(text)
    yield from readings
    yield from read_numerals(rest, _WEAK_BEFORE, _WEAK_AFTER, spoken=True)
