"""The consistency proof: every fact of the request stands in the letter, by value, and no other.

The proof reads the finished letter as a careful second person would, with the number, date and
code readers of its language, and knows nothing of the template that made it. It holds for every
language version, so the versions agree with each other.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from translate_kit.languages.dates import find_dates
from translate_kit.languages.money import find_money, write
from translate_kit.languages.numbers import Number, extract
from translate_kit.languages.times import find_times
from translate_kit.letters.facts import Facts
from translate_kit.letters.goods import Goods
from translate_kit.letters.mentions import forms_of, mentions, overlap, spans_of
from translate_kit.messages import _
from translate_kit.model import Finding, Severity, Span
from translate_kit.standards import Code, find_codes, normalise

CHECK = "facts"
_Named = tuple[Goods, tuple[str, ...]]


def prove(facts: Facts, texts: Iterable[str]) -> tuple[Finding, ...]:
    """What is missing from the texts of a letter or stands there beyond the facts.

    ``texts`` are its paragraphs and table rows. Every finding is an error: the letter must not go.
    """
    names = tuple((one, forms_of(one)) for one in facts.goods)
    pages = tuple(_Page(text, facts, names) for text in texts)
    return (
        *_missing_quantities(facts, pages),
        *_missing_dates(facts, pages),
        *_missing_times(facts, pages),
        *_missing_counts(facts, pages),
        *_missing_sums(facts, pages),
        *_missing_codes(facts, pages),
        *_missing_words(facts, pages),
        *(finding for page in pages for finding in page.surplus()),
        *(finding for page in pages for finding in page.mismatched()),
    )


def _missing_quantities(facts: Facts, pages: tuple["_Page", ...]) -> Iterator[Finding]:
    for one in facts.goods:
        if not any(page.states(one) for page in pages):
            message = _("the quantity {amount} of “{item}” is missing")
            yield _error(facts, message.format(amount=one.amount, item=one.name))


def _missing_dates(facts: Facts, pages: tuple["_Page", ...]) -> Iterator[Finding]:
    for name, day in facts.dates.items():
        if not any(day in page.days for page in pages):
            yield _error(
                facts, _("the date {day} ({field}) is missing").format(day=day, field=name)
            )


def _missing_times(facts: Facts, pages: tuple["_Page", ...]) -> Iterator[Finding]:
    for name, at in facts.times.items():
        if not any(at in page.times for page in pages):
            message = _("the time {time} ({field}) is missing")
            yield _error(facts, message.format(time=f"{at:%H:%M}", field=name))


def _missing_counts(facts: Facts, pages: tuple["_Page", ...]) -> Iterator[Finding]:
    for name, count in facts.counts.items():
        if not any(number.value == count for page in pages for number in page.read):
            message = _("the number {number} ({field}) is missing")
            yield _error(facts, message.format(number=count, field=name))


def _missing_sums(facts: Facts, pages: tuple["_Page", ...]) -> Iterator[Finding]:
    for name, money in facts.sums.items():
        if not any(money in page.sums for page in pages):
            message = _("the sum {sum} ({field}) is missing")
            yield _error(facts, message.format(sum=write(money, facts.language), field=name))


def _missing_codes(facts: Facts, pages: tuple["_Page", ...]) -> Iterator[Finding]:
    for code in dict.fromkeys(facts.codes):
        if not any(normalise(code) in page.codes for page in pages):
            yield _error(facts, _("the standard {code} is missing").format(code=code))


def _missing_words(facts: Facts, pages: tuple["_Page", ...]) -> Iterator[Finding]:
    everything = _squeezed("".join(page.text for page in pages))
    for place, words in facts.words.items():
        if _squeezed(words) not in everything:
            message = _("“{words}” ({field}) is missing").format(words=words, field=place)
            yield _error(facts, message)


class _Page:
    """One paragraph or table row, read by the number, date and code readers of its language.

    ``names`` holds each item with the forms of its name.
    """

    def __init__(self, text: str, facts: Facts, names: tuple["_Named", ...]) -> None:
        self.text = text
        self._facts = facts
        self._names = names
        found_days = find_dates(text, facts.language, year_hint=facts.day.year)
        found_codes = find_codes(text)
        self.days = frozenset(found.day for found in found_days)
        self.codes = frozenset(found.code for found in found_codes)
        allowed = {facts.day, *facts.dates.values()}
        masked = [found.span for found in found_days if found.day in allowed]
        masked += [found.span for found in found_codes]
        found_times = find_times(text, facts.language)
        self.times = frozenset(found.time for found in found_times)
        masked += [found.span for found in found_times if found.time in facts.times.values()]
        found_sums = find_money(text, facts.language)
        self.sums = frozenset(found.money for found in found_sums)
        masked += [f.span for f in found_sums if f.money in facts.sums.values()]
        masked += [span for words in self._allowed_texts() for span in spans_of(words, text)]
        self.read = tuple(
            number
            for number in extract(text, facts.language)
            if not any(overlap(number.span, span) for span in masked)
        )
        # A weak number (1, a small one in words) may state a fact but never contradicts one.
        self.numbers = tuple(number for number in self.read if number.strong)

    def states(self, one: Goods) -> bool:
        """Whether the item stands here with its quantity beside it."""
        named = any(one is item and mentions(forms, self.text) for item, forms in self._names)
        return named and any(number.value == one.value for number in self.read)

    def surplus(self) -> Iterator[Finding]:
        """Numbers and standards that the request does not know."""
        known = {one.value for one in self._facts.goods} | {*map(Decimal, self._counts())}
        for number in self.numbers:
            if not number.values & known:
                message = _("the number {number} is no fact of the request")
                yield _error(self._facts, message.format(number=number.text), number.span)
        for code in self.codes - self._known_codes():
            message = _("the standard {code} is no fact of the request")
            yield _error(self._facts, message.format(code=code))

    def mismatched(self) -> Iterator[Finding]:
        """Quantities that stand beside another item than theirs."""
        named = sorted(
            ((span, one) for one, forms in self._names for span in mentions(forms, self.text)),
            key=lambda mention: mention[0].start,
        )
        for number in self.numbers:
            if number.value in self._counts():
                continue
            beside = _beside(number, named)
            if beside and not any(one.value in number.values for one in beside):
                message = _("the number {number} stands beside “{item}”, which has {amount}")
                one = beside[0]
                text = message.format(number=number.text, item=one.name, amount=one.amount)
                yield _error(self._facts, text, number.span)

    def _counts(self) -> tuple[int, ...]:
        return tuple(self._facts.counts.values())

    def _known_codes(self) -> set[Code]:
        known = {normalise(code) for code in self._facts.codes}
        texts = (*self._facts.quoted, *self._facts.words.values())
        return known | {found.code for text in texts for found in find_codes(text)}

    def _allowed_texts(self) -> Iterator[str]:
        for words in self._facts.words.values():
            yield from words.split("\n\n")
        yield from self._facts.quoted


def _beside(number: Number, named: list[tuple[Span, Goods]]) -> list[Goods]:
    """The items named last before and first after a number."""
    before = [one for span, one in named if span.end <= number.span.start][-1:]
    after = [one for span, one in named if span.start >= number.span.end][:1]
    return after + before


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _error(facts: Facts, message: str, span: Span | None = None) -> Finding:
    return Finding(Severity.ERROR, CHECK, message, where=facts.language, span=span)
