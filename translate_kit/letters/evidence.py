"""Evidence: where a language version states each fact of the request, in its own words.

The proof says only what is missing; a person who signs wants to see what was found and where.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from translate_kit.languages.dates import find_dates
from translate_kit.languages.money import Money, find_money, write
from translate_kit.languages.numbers import extract
from translate_kit.languages.times import find_times
from translate_kit.letters.facts import Facts
from translate_kit.letters.goods import Goods
from translate_kit.letters.mentions import forms_of, mentions, spans_of
from translate_kit.model import Span
from translate_kit.standards import find_codes, normalise

_AROUND = 18
"""Characters shown on each side of what was found."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact: its ``kind`` (quantity, date ...), the field, the value, and the text around the
    place where it stands; ``found`` is empty where it stands nowhere."""

    kind: str
    place: str
    value: str
    found: str


def evidence(facts: Facts, texts: Sequence[str]) -> tuple[Evidence, ...]:
    """Every fact of a language version, in the order of the request."""
    return tuple(
        Evidence(kind, place, value, _first(texts, where))
        for kind, place, value, where in _sought(facts)
    )


_Where = Callable[[str], Iterable[Span]]


def _sought(facts: Facts) -> Iterator[tuple[str, str, str, _Where]]:
    language = facts.language
    for number, one in enumerate(facts.goods, 1):
        yield "quantity", f"items[{number}]", f"{one.name} {one.amount}", _goods(one)
    for name, day in facts.dates.items():
        yield "date", name, f"{day}", _date(day, language, facts.day.year)
    for name, at in facts.times.items():
        yield "time", name, f"{at:%H:%M}", _time(at, language)
    for name, count in facts.counts.items():
        yield "count", name, f"{count}", _count(count, language)
    for name, money in facts.sums.items():
        yield "sum", name, write(money, language), _sum(money, language)
    for code in dict.fromkeys(facts.codes):
        yield "code", "standards", code, _code(code)
    for name, words in facts.words.items():
        yield "words", name, words, _literal(words)


def _date(day: date, language: str, year: int) -> _Where:
    return lambda text: [
        found.span for found in find_dates(text, language, year_hint=year) if found.day == day
    ]


def _time(at: time, language: str) -> _Where:
    return lambda text: [found.span for found in find_times(text, language) if found.time == at]


def _count(count: int, language: str) -> _Where:
    return lambda text: [n.span for n in extract(text, language) if n.value == count]


def _sum(money: Money, language: str) -> _Where:
    return lambda text: [found.span for found in find_money(text, language) if found.money == money]


def _code(code: str) -> _Where:
    sought = normalise(code)
    return lambda text: [found.span for found in find_codes(text) if found.code == sought]


def _goods(one: Goods) -> _Where:
    """The number where the item is named beside it, as the proof reads it."""
    forms = forms_of(one)

    def where(text: str) -> Iterator[Span]:
        if mentions(forms, text):
            for number in extract(text, one.language):
                if number.value == one.value:
                    yield number.span

    return where


def _literal(words: str) -> _Where:
    return lambda text: spans_of(words, text)


def _first(texts: Sequence[str], where: _Where) -> str:
    for text in texts:
        for span in where(text):
            return excerpt(text, span)
    return ""


def excerpt(text: str, span: Span, around: int = _AROUND) -> str:
    """What the span covers with a little of the text around it, dots where that was cut."""
    start, end = max(0, span.start - around), min(len(text), span.end + around)
    before, after = "…" * (start > 0), "…" * (end < len(text))
    return f"{before}{text[start:end]}{after}"
