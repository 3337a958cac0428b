"""Numbers in Russian text."""

import re
from collections.abc import Iterator
from pathlib import Path

from translate_kit.files import read_toml
from translate_kit.languages.numbers.digits import COMMA, SHARED, SHARED_STARTS, read_comma
from translate_kit.languages.numbers.lexicon import read_lexicon
from translate_kit.languages.numbers.number import Rank, Reading
from translate_kit.languages.numbers.numeral import Part, Token
from translate_kit.languages.numbers.phrases import and_a_half, decade, hour_minutes
from translate_kit.languages.numbers.scan import Rule, Scanner
from translate_kit.languages.numbers.words import WordNumbers

_COMPOUNDS = read_toml(Path(__file__).parents[1] / "data" / "numbers_ru.toml")
_FIRST_PARTS: dict[str, int] = _COMPOUNDS["first_parts"]
_COMPOUND = re.compile(
    rf"(?<![А-Яа-яЁё])({'|'.join(sorted(_FIRST_PARTS, key=len, reverse=True))})"
    rf"(?:{'|'.join(_COMPOUNDS['second_parts'])})[а-яё]*",
    re.IGNORECASE,
)
_ADJECTIVES = {"тысячн": 10**3, "миллионн": 10**6, "миллиардн": 10**9}


def _compound_digits(match: re.Match[str]) -> Iterator[Reading]:
    """25-тысячный is 25 000."""
    value = read_comma(match[1])[0]
    yield Reading(match.start(), match.end(), value * _ADJECTIVES[match[2]], (value,))


_SCANNER = Scanner(
    (
        *SHARED,
        Rule(r"(?<![0-9.,:])((?:[12][0-9])?[0-9]0)(?=-(?:е|х|м|ми|ых|ые)(?![а-яё]))", decade),
        Rule(
            r"(?<![0-9.,:])([01]?[0-9]|2[0-4])(?:[.]([0-5][0-9]))?"
            r"(?= ?(?:час(?:ов|а|ам|у)?|ч)(?![а-яё]))",
            hour_minutes,
        ),
        Rule(rf"({COMMA})-(тысячн|миллионн|миллиардн)[а-яё]*", _compound_digits),
        Rule(rf"({COMMA}) с половиной", lambda match: and_a_half(match, read_comma(match[1])[0])),
    ),
    SHARED_STARTS,
)


def read(text: str) -> Iterator[Reading]:
    """The numbers of folded Russian text with codes masked."""
    readings, rest = _SCANNER.scan(text)
    yield from readings
    yield from _NUMBERS.read(rest)
    for match in _COMPOUND.finditer(rest):
        yield _compound(match)


def _compound(match: re.Match[str]) -> Reading:
    """двухчасовой, восьмилетние, двадцатитысячный: the number is the first part of the word."""
    value = _FIRST_PARTS[match[1].lower()]
    rank = Rank.SMALL if value > 1 else Rank.WEAK
    others = (value * 1000,) if "тысяч" in match.group().lower() else ()
    return Reading(match.start(), match.end(), value, others, rank)


def _joins(gap: str, left: Token, right: Token) -> bool:
    if gap == " ":
        return True
    if gap in ("", "-"):
        return left.part is not Part.DIGITS or right.part is not Part.DIGITS
    return gap == " и более " and right.part is Part.SCALE


_NUMBERS = WordNumbers(
    re.compile(rf"{COMMA}|(?:тыс|млн|млрд|трлн)\b\.?|[А-Яа-яЁё]+"),
    read_lexicon("ru"),
    read_comma,
    _joins,
)
