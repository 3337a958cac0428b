"""The numbers, dates, prices, standards and addresses of an incoming letter, by value."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from translate_kit.languages import grammar
from translate_kit.languages.money import Money, write
from translate_kit.languages.numbers import render
from translate_kit.languages.placeables import Kind, MonthDay, Placeable, find
from translate_kit.letters.evidence import excerpt
from translate_kit.letters.mentions import overlap
from translate_kit.standards import find_codes

READER = "zh"
_NUMBERING = re.compile(r"[0-9]{1,2}[.)]")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing found: its kind, the words of the letter, what they say to a Chinese reader, and
    the text around them. ``paragraph`` counts from 1. ``sure`` is False where the words may be
    read in more than one way. ``day`` is the value of a full date."""

    kind: Kind
    text: str
    chinese: str
    around: str
    paragraph: int
    sure: bool
    day: date | None = None


def facts(paragraphs: Sequence[str], language: str) -> tuple[Fact, ...]:
    """Everything found, in reading order, each place once."""
    return tuple(
        fact
        for number, text in enumerate(paragraphs, 1)
        for fact in _in_paragraph(text, number, language)
    )


def _in_paragraph(text: str, number: int, language: str) -> Iterator[Fact]:
    """Standards are read by the table of their families first, which knows more spellings."""
    codes = find_codes(text)
    for found in codes:
        words = found.span.of(text)
        yield Fact(Kind.CODE, words, words, excerpt(text, found.span), number, True)
    for one in find(text, language):
        inside = any(overlap(one.span, found.span) for found in codes)
        if one.kind is not Kind.LATIN and not inside and not _numbering(one, text):
            day = one.value if isinstance(one.value, date) else None
            around = excerpt(text, one.span)
            yield Fact(one.kind, one.text, say(one), around, number, one.sure, day)


def _numbering(one: Placeable, text: str) -> bool:
    """Whether it numbers the paragraph: “2.” at its beginning."""
    return one.kind is Kind.NUMBER and bool(_NUMBERING.fullmatch(text[: one.span.end + 1].strip()))


def say(placeable: Placeable) -> str:
    """The value as a Chinese reader writes it: ``5000``, ``2020年2月15日``, ``14:30``.

    What is no value but a spelling (a number of a file, an address) stays as it is written.
    """
    match placeable.value:
        case Decimal() as number:
            return render(number, READER)
        case date() as day:
            return grammar(READER).long_date(day)
        case MonthDay(month, day_of_month):
            return f"{month}月{day_of_month}日"
        case Money() as money:
            return write(money, READER)
        case timedelta() as at:
            minutes = int(at.total_seconds()) // 60
            return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
        case _:
            return placeable.text
