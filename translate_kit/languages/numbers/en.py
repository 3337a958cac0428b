"""Numbers in English text."""

import re
from collections.abc import Iterator

from translate_kit.languages.numbers.digits import POINT, SHARED, SHARED_STARTS, read_point
from translate_kit.languages.numbers.lexicon import read_lexicon
from translate_kit.languages.numbers.number import Reading
from translate_kit.languages.numbers.numeral import Part, Token
from translate_kit.languages.numbers.phrases import and_a_half, decade, hour_minutes
from translate_kit.languages.numbers.scan import Rule, Scanner
from translate_kit.languages.numbers.words import WordNumbers

_SCANNER = Scanner(
    (
        *SHARED,
        Rule(
            r"(?<![0-9.,:])([01]?[0-9])(?:[.:]([0-5][0-9]))?(?= ?(?:[AaPp]\.? ?[Mm]\b|o'clock))",
            hour_minutes,
        ),
        Rule(r"(?<![0-9.,])((?:[12][0-9])?[0-9]0)(?='?s\b)", decade),
        Rule(rf"({POINT}) and a half\b", lambda match: and_a_half(match, read_point(match[1])[0])),
    ),
    SHARED_STARTS,
)


def read(text: str) -> Iterator[Reading]:
    """The numbers of folded English text with codes masked."""
    readings, rest = _SCANNER.scan(text)
    yield from readings
    yield from _NUMBERS.read(rest)


def _joins(gap: str, left: Token, right: Token) -> bool:
    if gap == " ":
        return True
    if gap in ("", "-"):
        return left.part is not Part.DIGITS or right.part is not Part.DIGITS
    if gap == " and ":  # one hundred and five
        return left.part in (Part.SMALL, Part.SCALE) and right.part is Part.CARDINAL
    if gap == " a ":  # half a million, half a dozen
        return left.part is Part.HALF and right.part in (Part.SMALL, Part.SCALE)
    return gap == " or more " and right.part is Part.SCALE


_NUMBERS = WordNumbers(re.compile(rf"{POINT}|[A-Za-z]+"), read_lexicon("en"), read_point, _joins)
