"""Sums of money: written natively in each language, and found in a text by value.

``data/currencies.csv`` holds how a sum is written, ``currency_words.csv`` the words and signs that
people use. English takes the ISO 4217 code before the number (*The Canadian Style* 5.11 for
letters abroad), Chinese the unit after it (GB/T 15835-2011). Incoterms and places (CIF Daqing) are
no part of a sum and stay as they are in every language.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from translate_kit.errors import NotKnown
from translate_kit.files import read_table
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Span

if TYPE_CHECKING:
    from translate_kit.languages.numbers import Number

DATA = Path(__file__).parent / "data"
_EVERY_LANGUAGE = "*"
_NBSP = "\N{NO-BREAK SPACE}"
_LONGEST_WORD = 32  # characters of a currency's name before its number, blanks and all
_RUSSIAN = ("ru_one", "ru_few", "ru_many", "ru_fraction")


@dataclass(frozen=True, slots=True)
class Money:
    """A sum: ``Money(Decimal("285"), "CNY")``. ``currency`` is an ISO 4217 code."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class MoneyFound:
    """A sum in a text; ``sure`` is False where its sign serves several currencies ($, dollars)."""

    span: Span
    text: str
    money: Money
    sure: bool


@dataclass(frozen=True, slots=True)
class _Word:
    code: str
    sure: bool


def write(money: Money, language: str) -> str:
    """The sum as an official letter has it: 285元, CNY 285, 285 юаней, 285위안, 285人民元.

    A fraction is written with two decimals. Raises NotKnown for a currency or language that the
    table does not have.
    """
    forms = _currency(money.currency)
    if language not in LANGUAGES:
        raise NotKnown(_("language"), language, LANGUAGES)
    column = _russian_form(money.amount) if language == "ru" else language
    number = _number(money.amount, language)
    frame = forms[column]
    if language == "ko" and not number[-1].isdigit():  # 3만 위안; 285위안 (한글 맞춤법 제43항)
        frame = frame.replace("{n}", "{n} ")
    # The blank between a number and its currency must not break over two lines.
    for blank, unbroken in ((" {n}", f"{_NBSP}{{n}}"), ("{n} ", f"{{n}}{_NBSP}")):
        frame = frame.replace(blank, unbroken)
    return frame.format(n=number)


def currencies() -> tuple[str, ...]:
    """The ISO 4217 codes that ``write`` knows."""
    return tuple(_currencies())


def find_money(
    text: str, language: str, found: Sequence["Number"] | None = None
) -> tuple[MoneyFound, ...]:
    """Every sum in ``text``, in reading order: a number beside a currency's word or sign.

    ``found`` are the numbers of the text, where the caller has extracted them already.
    """
    from translate_kit.languages import numbers

    beside = (
        _sum(text, language, number.span, number.value)
        for number in (numbers.extract(text, language) if found is None else found)
    )
    return tuple(each for each in beside if each is not None)


def names_currency(text: str, language: str) -> bool:
    """Whether a word or sign of a currency is in ``text``; much quicker than ``find_money``."""
    return _any_word(language).search(text) is not None


def words_after(language: str) -> tuple[str, ...]:
    """The words and signs that say a currency after a number, in lower case."""
    return tuple(_words("after", language))


@cache
def _any_word(language: str) -> re.Pattern[str]:
    words = sorted((*_words("before", language), *_words("after", language)), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)


def _sum(text: str, language: str, number: Span, value: Decimal) -> MoneyFound | None:
    # Only so far back as the longest word: a long text would be searched once for each number.
    first = max(0, number.start - _LONGEST_WORD)
    left = _beside("before", language).search(text[first : number.start])
    right = _beside("after", language).match(text, number.end)
    words = [_words("before", language)[left["word"].casefold()]] if left else []
    words += [_words("after", language)[right["word"].casefold()]] if right else []
    if not words:
        return None
    # 미화 1,200달러: the word that knows its currency decides over the one that only says dollar.
    word = next((each for each in words if each.sure), words[0])
    span = Span(
        first + left.start("word") if left else number.start,
        right.end("word") if right else number.end,
    )
    return MoneyFound(span, span.of(text), Money(value, word.code), word.sure)


def _number(amount: Decimal, language: str) -> str:
    from translate_kit.languages import numbers

    written = numbers.render(amount, language)
    one_decimal = amount % 1 != 0 and (amount * 10) % 1 == 0
    return written + "0" if one_decimal else written


def _russian_form(amount: Decimal) -> str:
    """1 иена, 2 иены, 5 иен; a fraction governs the genitive singular: 285,50 иены."""
    if amount % 1 != 0:
        return "ru_fraction"
    ones, tens = int(amount) % 10, int(amount) % 100
    if ones == 1 and tens != 11:
        return "ru_one"
    return "ru_few" if ones in (2, 3, 4) and tens not in (12, 13, 14) else "ru_many"


def _currency(code: str) -> Mapping[str, str]:
    try:
        return _currencies()[code]
    except KeyError:
        raise NotKnown(_("currency"), code, _currencies()) from None


@cache
def _currencies() -> Mapping[str, Mapping[str, str]]:
    columns = ("code", "zh", "en", *_RUSSIAN, "ko", "ja", "note")
    rows = read_table(DATA / "currencies.csv", required=columns, known=columns)
    return {row.cells["code"]: row.cells for row in rows}


@cache
def _beside(place: str, language: str) -> re.Pattern[str]:
    """A currency word directly ``before`` or ``after`` a number; the longest first."""
    words = sorted(_words(place, language), key=len, reverse=True)
    choice = "|".join(re.escape(word) for word in words)
    # A word in letters ends where its letters end: won, not wonder; CJK words have no such edge.
    edge = r"(?![^\W\d_])" if language in ("en", "ru") else r"(?![A-Za-z])"
    if place == "after":
        return re.compile(rf"\.?[\s-]?(?P<word>{choice}){edge}", re.IGNORECASE)
    return re.compile(rf"(?<![A-Za-z])(?P<word>{choice})\s?$", re.IGNORECASE)


@cache
def _words(place: str, language: str) -> Mapping[str, _Word]:
    """Folded word -> currency; what ``write`` writes is always read again."""
    columns = ("language", "word", "place", "code", "sure", "note")
    words: dict[str, _Word] = {}
    for row in read_table(DATA / "currency_words.csv", required=columns, known=columns):
        if row.cells["place"] == place and row.cells["language"] in (_EVERY_LANGUAGE, language):
            word = _Word(row.cells["code"], row.cells["sure"] == "yes")
            words[row.cells["word"].casefold()] = word
    words.update(_written(place, language))
    return words


def _written(place: str, language: str) -> Iterator[tuple[str, _Word]]:
    for code, forms in _currencies().items():
        for column in _RUSSIAN if language == "ru" else (language,):
            left, _n, right = forms[column].partition("{n}")
            word = (left if place == "before" else right).strip()
            # 달러 after 미화 alone says nothing of which dollar it is.
            if word and not (left and right):
                yield word.casefold(), _Word(code, True)
