"""Goods that a reply promises: so many of what, and by when.

They stand in the sentences that consent, and in the tables and lists that these announce.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.matching import Matcher, TermMatch
from translate_kit.languages.counters import counter
from translate_kit.languages.placeables import Kind, MonthDay, Placeable, find
from translate_kit.letters.incoming.hedge import hedge
from translate_kit.letters.incoming.result import Said
from translate_kit.model import Span
from translate_kit.register import Goods, Promise, Result

_NEAR = 40
"""Characters between a number and the goods that it may count."""


@dataclass(frozen=True, slots=True)
class Promised:
    """Goods promised: the concept, how many, the Chinese ``hedge`` that keeps the quantity from
    being exact, by which day (None: none is named) and the sentence that says so."""

    concept: Concept
    quantity: Decimal
    hedge: str
    day: date | None
    sentence: str

    @property
    def promise(self) -> Promise:
        """As the register keeps it, in the concept's usual counter."""
        own = counter(self.concept.counter) if self.concept.counter else None
        name, unit = self.concept.noun("zh").text, own.names["zh"] if own else ""
        goods = Goods(self.concept.id, name, self.quantity, unit, self.hedge)
        return Promise(goods, self.day)


def promised(
    sentences: Sequence[Said], language: str, matcher: Matcher, day: date | None
) -> tuple[Promised, ...]:
    """What the sentences that consent promise; ``day``, the letter's own, gives the year."""
    return tuple(
        one
        for said in sentences
        if said.result is Result.AGREED
        for one in _in_sentence(said, language, matcher, day)
    )


def _in_sentence(
    said: Said, language: str, matcher: Matcher, letter_day: date | None
) -> Iterator[Promised]:
    due = _due(said.sentence, language, letter_day)
    if due is None and any(word in said.next.casefold() for word in _deliveries(language)):
        due = _due(said.next, language, letter_day)
    for text in (said.sentence, *said.listed):
        yield from _goods(text, language, matcher, due)


def _goods(sentence: str, language: str, matcher: Matcher, due: date | None) -> Iterator[Promised]:
    numbers = [p for p in find(sentence, language) if p.kind is Kind.NUMBER]
    for match in matcher.find(sentence):
        if not match.concept.counter:  # not a thing that is counted
            continue
        number = _counting(match, numbers)
        if number is not None and isinstance(number.value, Decimal):
            numbers.remove(number)
            hedged = hedge(sentence, number.span, language)
            yield Promised(match.concept, number.value, hedged, due, sentence)


def _counting(match: TermMatch, numbers: Sequence[Placeable]) -> Placeable | None:
    """The nearest number; on either side: 5,000 masks, マスク2万枚."""
    near = [(distance, n) for n in numbers if (distance := _apart(match.span, n.span)) <= _NEAR]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _due(sentence: str, language: str, letter_day: date | None) -> date | None:
    """The last day named in the sentence."""
    days = [one for one in find(sentence, language) if one.kind is Kind.DATE]
    return _day(days[-1], letter_day) if days else None


@cache
def _deliveries(language: str) -> tuple[str, ...]:
    """Words by which the next sentence is known to speak of the delivery."""
    columns = ("language", "phrase")
    file = Path(__file__).with_name("deliveries.tsv")
    rows = read_table(file, required=columns, known=columns)
    return tuple(row.cells["phrase"] for row in rows if row.cells["language"] == language)


def _day(placeable: Placeable, letter_day: date | None) -> date | None:
    """The day; without its year the one of the letter, or the next where that has passed."""
    value = placeable.value
    if isinstance(value, date):
        return value
    if not isinstance(value, MonthDay) or letter_day is None:
        return None
    try:
        day = date(letter_day.year, value.month, value.day)
        return day if day >= letter_day else day.replace(year=day.year + 1)
    except ValueError:  # 29 February of another year
        return None
