"""Numerals in Chinese characters, alone or mixed with digits: Chinese and Japanese."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from translate_kit.languages.numbers.digits import POINT, digits_rank, read_point
from translate_kit.languages.numbers.lexicon import read_lexicon
from translate_kit.languages.numbers.number import Amount, Rank, Reading
from translate_kit.languages.numbers.numeral import Numeral, Part, Token, numerals
from translate_kit.languages.numbers.scan import MASK

_WORDS = read_lexicon("han")
_OF_PART = {part: "".join(f for f, e in _WORDS.items() if e.part is part) for part in Part}
DIGIT = f"[{_OF_PART[Part.CARDINAL]}]"
UNIT = f"[{_OF_PART[Part.SMALL]}{_OF_PART[Part.SCALE]}]"
CHARACTERS = _OF_PART[Part.CARDINAL] + _OF_PART[Part.SMALL] + _OF_PART[Part.SCALE]
NUMERAL = f"(?<![{CHARACTERS}])[{CHARACTERS}]+"
"""Any run of numeral characters."""

_FORMAL = set("壹贰貳弐叁参肆伍陆柒捌玖拾佰仟")
"""Figures of cheques: a number together with others, alone a word or a name (参议院, 陆地)."""

_VAGUE = "[多余餘几幾来數数]"
# 300多万 is one number; 三十多 ends before 多. A blank may stand between digits and a unit.
_TOKEN = re.compile(
    rf"(?P<digits>{POINT})|(?P<point>{DIGIT}+点{DIGIT}+(?={UNIT}|%))|(?P<run>{DIGIT}+)|(?P<unit>{UNIT})"
)
_GAP = re.compile(rf" ?{_VAGUE}? ?")


def characters_value(numeral: str) -> Amount:
    """The value of one numeral in characters or digits: 三十 -> 30, 二〇二〇 -> 2020, 1,5 -> 15."""
    found = list(numerals([list(_tokens(numeral))]))
    return found[0].value if found else 0


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        start, end, written = match.start(), match.end(), match.group()
        if match.lastgroup == "digits":
            yield Token(start, end, read_point(written)[0], Part.DIGITS)
        elif match.lastgroup == "point":
            yield Token(start, end, _pointed(written), Part.CARDINAL)
        elif match.lastgroup == "unit":
            entry = _WORDS[written]
            yield Token(start, end, entry.value, entry.part)
        else:
            yield from _run(text, start, end)


def _run(text: str, start: int, end: int) -> Iterator[Token]:
    """A run of digit characters: a year or code digit by digit, or neighbours such as 三四十."""
    values = [int(_WORDS[character].value) for character in text[start:end]]
    zero_led = len(values) == 2 and values[0] == 0  # 一千零五
    if zero_led:
        yield Token(start, end, values[1], Part.CARDINAL)
    elif len(values) > 2 or (len(values) == 2 and values[1] == 0):
        yield Token(start, end, int("".join(map(str, values))), Part.DIGITS)
    else:
        for offset, value in enumerate(values):
            yield Token(start + offset, start + offset + 1, value, Part.CARDINAL)


def _pointed(written: str) -> Decimal:
    digits = "".join("." if c == "点" else str(_WORDS[c].value) for c in written)
    return Decimal(digits)


def _together(text: str) -> Iterator[Sequence[Token]]:
    run: list[Token] = []
    for token in _tokens(text):
        if run and not _joins(text, run[-1], token):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _joins(text: str, left: Token, right: Token) -> bool:
    gap = text[left.end : right.start]
    if not gap:
        return True
    return right.part in (Part.SMALL, Part.SCALE) and bool(_GAP.fullmatch(gap))


def read_numerals(
    text: str, weak_before: str, weak_after: str, *, spoken: bool = False
) -> Iterator[Reading]:
    """The numerals of masked text.

    A numeral in characters is weak after one of the characters ``weak_before`` (第, 数) or before
    one of ``weak_after``. ``spoken`` reads 三万五 as 35,000, as Chinese and not Japanese does.
    """
    for numeral in numerals(_together(text)):
        if text[numeral.start : numeral.end] in _FORMAL:
            continue
        rank = rank_of(text, numeral)
        if rank is Rank.STRONG and numeral.tokens[0].part is not Part.DIGITS:
            before = text[numeral.start - 1 : numeral.start] or MASK
            after = text[numeral.end : numeral.end + 1] or MASK
            if before in weak_before + CHARACTERS or after in weak_after:
                rank = Rank.WEAK
        tail = _spoken_tail(numeral) if spoken else 0
        others = (numeral.value,) if tail else ()
        yield Reading(numeral.start, numeral.end, numeral.value + tail, others, rank, numeral.scale)


def _spoken_tail(numeral: Numeral) -> Amount:
    """What a digit after 百, 千, 万 means beyond itself: 4,995 for the 五 of 三万五; 零五 is 5."""
    if len(numeral.tokens) < 2:
        return 0
    before, last = numeral.tokens[-2:]
    bare = last.part is Part.CARDINAL and last.end - last.start == 1
    if not bare or before.part not in (Part.SMALL, Part.SCALE) or before.value < 100:
        return 0
    return last.value * (before.value // 10 - 1)


def rank_of(text: str, numeral: Numeral) -> Rank:
    """Digits count; characters only where they can't be part of a word such as 一些 or 百姓."""
    first = numeral.tokens[0]
    if first.part is Part.DIGITS:
        if first is numeral.tokens[-1] and numeral.value in (0, 1):
            return digits_rank(text, numeral.end, numeral.value, "月日号")
        return Rank.STRONG
    if numeral.value <= 10 or len(numeral.tokens) < 2:
        return Rank.SMALL if 2 <= numeral.value <= 10 else Rank.WEAK
    if first.value >= 100 or (first.value == 1 and len(numeral.tokens) == 2):
        return Rank.WEAK  # 百万, 千万, 一百: round words as often as numbers
    return Rank.STRONG
