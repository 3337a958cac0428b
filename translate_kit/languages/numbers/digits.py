"""Numbers in digits as each language writes them, and expressions of digits that all share.

Groups of three by comma in English, Chinese, Japanese and Korean, by NBSP in Russian (an ordinary
blank is read too); decimal point, and decimal comma in Russian.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from translate_kit.languages.numbers.number import Amount, Rank, Reading
from translate_kit.languages.numbers.phrases import ROMAN, half, hour_minutes, other_hours, roman
from translate_kit.languages.numbers.scan import Rule

_BLANK_GROUPS = r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9])"
POINT = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|{_BLANK_GROUPS}|[0-9]+)(?:\.[0-9]+)?"
"""Digits where the comma groups and the point divides: zh, en, ko, ja."""
_POINT_GROUPS = r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])"
_COMMA_GROUPS = r"[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9])(?:\.[0-9]+)?"
COMMA = rf"(?:{_COMMA_GROUPS}|(?:{_POINT_GROUPS}|{_BLANK_GROUPS}|[0-9]+)(?:[,.][0-9]+)?)"
"""Digits where the comma divides: Russian. Points are read too, as people copy them."""

_BY_COMMA = re.compile(r"[0-9]{1,3}[,.][0-9]{3}")


def read_point(written: str) -> tuple[Amount, ...]:
    """The value of digits in the ``POINT`` convention, alternatives after it."""
    return (_amount(written.replace(",", "").replace(" ", "")),)


def read_comma(written: str) -> tuple[Amount, ...]:
    """The value of digits in the ``COMMA`` convention, alternatives after it.

    "5,000" and "5.000" are five, but an English or German habit may mean five thousand.
    """
    digits = written.replace(" ", "")
    if digits.count(",") + digits.count(".") > 1:
        return (_many_marks(digits),)
    value = _amount(digits.replace(",", "."))
    if _BY_COMMA.fullmatch(digits) and digits[0] != "0":
        return value, int(digits.replace(",", "").replace(".", ""))
    return (value,)


def _many_marks(digits: str) -> Amount:
    """1.234.567 and 1,234,567 group; in 1.234.567,8 only the last mark divides."""
    last = max(digits.rfind(","), digits.rfind("."))
    if digits.count(digits[last]) > 1:
        return int(digits.replace(",", "").replace(".", ""))
    return Decimal(digits[:last].replace(",", "").replace(".", "") + "." + digits[last + 1 :])


def digits_rank(text: str, end: int, value: Amount, sure_before: str) -> Rank:
    """The rank of digits that end at ``end``.

    0 and 1 are often "none" and "a" elsewhere, except before one of ``sure_before`` (1月).
    """
    if value not in (0, 1):
        return Rank.STRONG
    after = text[end : end + 2].lstrip(" ")[:1]
    return Rank.STRONG if after and after in sure_before else Rank.SMALL


def _amount(digits: str) -> Amount:
    return Decimal(digits) if "." in digits else int(digits)


def _integers(match: re.Match[str]) -> Iterator[Reading]:
    """Every group of the match as a whole number of its own."""
    for group in range(1, match.re.groups + 1):
        if match[group]:
            yield Reading(match.start(group), match.end(group), int(match[group]))


def _years(match: re.Match[str]) -> Iterator[Reading]:
    """2020-21: the second year is 2021, unless the digits only count something else."""
    first, short = int(match[1]), int(match[2])
    yield Reading(match.start(1), match.end(1), first)
    if short > first % 100:
        full = first // 100 * 100 + short
        yield Reading(match.start(2), match.end(2), full, (short,))
    else:
        yield Reading(match.start(2), match.end(2), short)


_FRESH = r"(?<![0-9.,:])"
DATE = Rule(
    rf"{_FRESH}([12][0-9]{{3}})[-/.] ?([01]?[0-9])[-/.] ?([0-3]?[0-9])(?![0-9])"
    rf"|{_FRESH}([0-3]?[0-9])[./]([0-3]?[0-9])[./]([12][0-9]{{3}})(?![0-9])",
    _integers,
)
CLOCK = Rule(rf"{_FRESH}([01]?[0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9]))?(?![0-9])", hour_minutes)
YEARS = Rule(
    r"(?<![0-9.,])((?:1[5-9]|20)[0-9]{2}) ?[-–—/] ?([0-9]{2})(?![0-9]|[.,/-][0-9])", _years
)
_HALVES = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.33", "⅔": "0.67"}


def _mixed_fraction(match: re.Match[str]) -> Iterator[Reading]:
    """2½ is 2.5, ½ alone a half."""
    if match[2] == "½" and not match[1]:
        yield from half(match)
        return
    value = Decimal(match[1] or 0) + Decimal(_HALVES[match[2]])
    yield Reading(match.start(), match.end(), value)


def _four_digit_time(match: re.Match[str]) -> Iterator[Reading]:
    """0230 is a time; the other language may write 02:30."""
    whole = int(match.group())
    hour, minutes = divmod(whole, 100)
    middle = match.start() + 2
    yield Reading(match.start(), middle, hour, (*other_hours(hour), whole))
    if minutes:
        yield Reading(middle, match.end(), minutes, (whole,))


SHARED = (
    DATE,
    CLOCK,
    YEARS,
    Rule(r"([0-9]+)? ?([½¼¾⅓⅔])", _mixed_fraction),
    Rule(
        r"(?<![0-9.,])(?:0[0-9][0-5][0-9](?![0-9.,])"
        r"|(?:[01][0-9]|2[0-3])[0-5][0-9](?= (?:GMT|UTC|CET|EST|EDT|hours)\b))",
        _four_digit_time,
    ),
    Rule(ROMAN, roman),
)
"""Expressions that mean the same everywhere."""
SHARED_STARTS = "0-9½¼¾⅓⅔IVXХ"
