"""Numbers in Korean text: digits with 만 and 억, Sino-Korean and native numerals in Hangul."""

import re
from collections.abc import Iterator
from pathlib import Path

from translate_kit.files import read_toml
from translate_kit.languages.numbers import phrases
from translate_kit.languages.numbers.digits import (
    POINT,
    SHARED,
    SHARED_STARTS,
    digits_rank,
    read_point,
)
from translate_kit.languages.numbers.lexicon import read_lexicon
from translate_kit.languages.numbers.number import Amount, Rank, Reading
from translate_kit.languages.numbers.numeral import Numeral, Part, Token, numerals
from translate_kit.languages.numbers.scan import Rule, Scanner

_WORDS = read_lexicon("ko")
_DATA = read_toml(Path(__file__).parents[1] / "data" / "numbers_ko.toml")
_COUNTERS = "|".join(sorted(_DATA["counters"], key=len, reverse=True))


def _forms(*parts: Part) -> list[str]:
    forms = (form for form, entry in _WORDS.items() if entry.part in parts)
    return sorted(forms, key=len, reverse=True)


_SINO = "".join(_forms(Part.CARDINAL))
_UNIT = "".join(_forms(Part.SMALL, Part.SCALE))
_SYLLABLE = f"[{_SINO}{_UNIT}]"
_NATIVE = "|".join(_forms(Part.NATIVE))
_SPACED_REST = rf"(?: ?(?:{POINT}|[{_SINO}](?=[{_UNIT}])) ?[{_UNIT}]+)*"
_LAST_GROUP = r"(?: (?:[0-9]{1,3},)?[0-9]{1,4}(?![0-9]|[.,][0-9]|[년월일시]))?"
_MIXED = rf"{POINT} ?(?:여 ?|수 ?)?[{_UNIT}]+{_SPACED_REST}{_LAST_GROUP}"
_NUMERAL_WORD = (
    rf"(?<![가-힣]){_SYLLABLE}*[{_UNIT}]{_SYLLABLE}*(?: [{_SINO}]?[{_UNIT}]{_SYLLABLE}*)*"
)

_TOKEN = re.compile(rf"({POINT})|{_SYLLABLE}")
_NATIVE_WORD = re.compile(_NATIVE)
_LONG_NATIVE = "|".join(form for form in _forms(Part.NATIVE) if len(form) > 1)
# 한, 두, 세, 네 begin many words: 한국 Korea, 세계 world, 두뇌 brain.
_NATIVES = (
    rf"(?:열 ?)?(?:{_NATIVE})*"
    rf"(?:{_LONG_NATIVE}|(?:{_NATIVE})(?![가-힣])|(?:{_NATIVE})(?={_COUNTERS}))"
)
_COUNTED = re.compile(rf" ?(?:여 ?)?(?:{_COUNTERS})")
_AFTER_ONE_SYLLABLE = (
    rf"(?:(?:{'|'.join(_DATA['after_one_syllable'])})"
    rf"| (?:{'|'.join(_DATA['after_one_syllable_and_blank'])}))(?![가-힣]{{3}})"
)
"""After these a single Sino-Korean syllable is a number; 이 and 사 alone are most often words."""
_LAST_IDIOMATIC = 10
_JO = 10**12


def _tokens(match: re.Match[str]) -> Iterator[Token]:
    for token in _TOKEN.finditer(match.string, match.start(), match.end()):
        if token[1]:
            yield Token(token.start(), token.end(), read_point(token[1])[0], Part.DIGITS)
        else:
            entry = _WORDS[token.group()]
            yield Token(token.start(), token.end(), entry.value, entry.part)


def _mixed(match: re.Match[str]) -> Iterator[Reading]:
    """3만 5천, 12만 5,000, 1억 2,345만."""
    for found in numerals([list(_tokens(match))]):
        yield Reading(found.start, found.end, found.value, (), Rank.STRONG, found.scale)


def _in_hangul(match: re.Match[str]) -> Iterator[Reading]:
    """삼만 오천: strong only before a counter, as 이만 is "now then", 사천 Sichuan, 이천 a city."""
    for found in numerals([list(_tokens(match))]):
        rank = _hangul_rank(found, match)
        yield Reading(found.start, found.end, found.value, (), rank, found.scale)


def _hangul_rank(found: Numeral, match: re.Match[str]) -> Rank:
    spelled_out = found.tokens[0].part is not Part.SCALE and found.value > _LAST_IDIOMATIC
    if len(found.tokens) < 2:
        return Rank.WEAK
    rescue = len(found.tokens) == 2 and found.scale == _JO  # 구조대 rescuers, 일조 sunshine
    counted = _COUNTED.match(match.string, match.end()) is not None
    return Rank.STRONG if spelled_out and counted and not rescue else Rank.WEAK


def _native(match: re.Match[str]) -> Iterator[Reading]:
    """열두, 스물다섯: tens and units only add."""
    value = sum(_WORDS[form].value for form in _NATIVE_WORD.findall(match.group()))
    rank = Rank.SMALL if 2 <= value <= 12 else Rank.WEAK
    yield Reading(match.start(), match.end(), value, (), rank)


def _article(match: re.Match[str]) -> Iterator[Reading]:
    """제247조 is the article of a law, though 247조 alone may be 247 trillion."""
    number = int(match[1])
    yield Reading(match.start(1), match.end(1), number, (number * 10**12,))


def _hour(match: re.Match[str]) -> Iterator[Reading]:
    return phrases.hour(match, _value(match[1]), _rank(match[1]))


def _value(written: str) -> Amount:
    if written[0].isascii():
        return read_point(written)[0]
    return sum(_WORDS[form].value for form in _FORM.findall(written))


def _rank(written: str) -> Rank:
    return Rank.STRONG if written[0].isascii() else Rank.WEAK


_FORM = re.compile(f"{_NATIVE}|{_SYLLABLE}")


def _tenths(match: re.Match[str]) -> Iterator[Reading]:
    """3할 is 30 per cent."""
    value = _value(match[1])
    yield Reading(match.start(1), match.end(1), value * 10, (value,))


def _plain(match: re.Match[str]) -> Iterator[Reading]:
    value = read_point(match.group())[0]
    yield Reading(match.start(), match.end(), value, (), _plain_rank(match, value))


def _plain_rank(match: re.Match[str], value: Amount) -> Rank:
    """30대 is "in the thirties" of age, which others put in words or leave out."""
    age = value in range(10, 80, 10) and match.string.startswith("대", match.end())
    return Rank.WEAK if age else digits_rank(match.string, match.end(), value, "월일")


_SCANNER = Scanner(
    (
        *SHARED,
        Rule(
            rf"([0-9]+|[{_SINO}]) ?분의 ?([0-9]+|[{_SINO}])",
            lambda match: phrases.fraction(
                match, _value(match[1]), _value(match[2]), _rank(match[1])
            ),
        ),
        Rule(r"(?<=제)([0-9]+)조", _article),
        Rule(r"([0-9]+)조(?= ?(?:[에의를은는과와제]|항))", _article),
        Rule(
            rf"({POINT}|{_NATIVE}) ?(?:시간|년|개월|배) ?반(?![가-힣]{{2}})",
            lambda match: phrases.and_a_half(match, _value(match[1])),
        ),
        Rule(
            rf"([0-9]{{1,2}}|(?<![가-힣])(?:열?(?:{_NATIVE}))) ?시(?! ?간|[가-힣]?장)( ?반)?", _hour
        ),
        Rule(r"((?:[12][0-9])?[0-9]0)년대", phrases.decade),
        Rule(rf"({POINT})할(?! ?수)", _tenths),
        Rule(_MIXED, _mixed),
        Rule(POINT, _plain),
        Rule(_NUMERAL_WORD, _in_hangul),
        Rule(rf"(?<![가-힣0-9]){_NATIVES}", _native),
        Rule(r"(?<![가-힣])(?:절반|반)(?![가-힣]{2})", phrases.half),
        Rule(rf"(?<![가-힣])제?[{_SINO}](?={_AFTER_ONE_SYLLABLE})", _in_hangul),
    ),
    SHARED_STARTS + "".join(sorted({form[0] for form in _WORDS})),
)


def read(text: str) -> Iterator[Reading]:
    """The numbers of folded Korean text with codes masked."""
    readings, _rest = _SCANNER.scan(text)
    yield from readings
