"""The consistency proof: every fact of the request stands in the letter, by value, and no other.

The proof reads the finished letter as a careful second person would, with the number, date and
code readers of its language, and knows nothing of the template that made it. It holds for every
language version, so the versions agree with each other.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from translate_kit.languages import grammar
from translate_kit.languages.dates import find_dates
from translate_kit.languages.money import Money, find_money, write
from translate_kit.languages.numbers import Number, extract
from translate_kit.letters.compose import Composed
from translate_kit.letters.goods import Goods
from translate_kit.letters.letter import Block, Grid, Letter, Listing, plain
from translate_kit.messages import _
from translate_kit.model import Finding, Severity, Span
from translate_kit.standards import find_codes, normalise

CHECK = "facts"


@dataclass(frozen=True, slots=True)
class Facts:
    """What must be found in one language version, and what else may be.

    ``codes`` are standards in full; ``words`` must stand there literally, by field; ``quoted``
    are texts whose numbers are none of the request's facts (cautions, the office's own address).
    """

    language: str
    goods: tuple[Goods, ...]
    dates: Mapping[str, date]
    sums: Mapping[str, Money]
    codes: tuple[str, ...]
    words: Mapping[str, str]
    quoted: tuple[str, ...]
    day: date


def facts_of(composed: Composed) -> Facts:
    """The facts that a composed letter must hold."""
    request, letter = composed.request, composed.letter
    return Facts(
        language=letter.language,
        goods=composed.goods,
        dates=request.dates(),
        sums={name: v for name, v in request.values.items() if isinstance(v, Money)},
        codes=tuple(code for one in composed.goods for code in one.standards),
        words=_in_body(composed),
        quoted=(
            *composed.cautions,
            request.reference,
            request.your_reference,
            *(
                found.theirs.code
                for one in composed.goods
                for found in one.comparable
                if found.theirs
            ),
        ),
        day=request.date,
    )


def _in_body(composed: Composed) -> Mapping[str, str]:
    """The words that belong into the body: enclosures and the signer stand outside it."""
    elsewhere = ("enclosures", "signer")
    codes = {
        name: value
        for name, value in composed.request.values.items()
        if isinstance(value, str) and value.isupper()
    }
    said = {k: v for k, v in composed.words.items() if not k.startswith(elsewhere)}
    return said | codes


def units(letter: Letter) -> tuple[str, ...]:
    """The letter's own text as the proof reads it: subject, paragraphs, list items, table rows."""
    return (letter.subject, *(text for block in letter.blocks() for text in _block_units(block)))


def _block_units(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        yield from (" | ".join(plain(cell) for cell in row) for row in block.rows)
    elif isinstance(block, Listing):
        yield from (plain(item) for item in block.items)
    else:
        yield plain(block.runs)


def prove(facts: Facts, texts: Iterable[str]) -> tuple[Finding, ...]:
    """What is missing from the texts of a letter or stands there beyond the facts.

    ``texts`` are its paragraphs and table rows. Every finding is an error: the letter must not go.
    """
    pages = tuple(_Page(text, facts) for text in texts)
    return (
        *_missing_quantities(facts, pages),
        *_missing_dates(facts, pages),
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
    """One paragraph or table row, read by the number, date and code readers of its language."""

    def __init__(self, text: str, facts: Facts) -> None:
        self.text = text
        self._facts = facts
        found_days = find_dates(text, facts.language, year_hint=facts.day.year)
        found_codes = find_codes(text)
        self.days = frozenset(found.day for found in found_days)
        self.codes = frozenset(found.code for found in found_codes)
        allowed = {facts.day, *facts.dates.values()}
        masked = [found.span for found in found_days if found.day in allowed]
        masked += [found.span for found in found_codes]
        found_sums = find_money(text, facts.language)
        self.sums = frozenset(found.money for found in found_sums)
        masked += [f.span for f in found_sums if f.money in facts.sums.values()]
        masked += [span for words in self._allowed_texts() for span in _spans(words, text)]
        self.numbers = tuple(
            number
            for number in extract(text, facts.language)
            if number.strong and not any(_overlap(number.span, span) for span in masked)
        )

    def states(self, one: Goods) -> bool:
        """Whether the item stands here with its quantity beside it."""
        return any(number.value == one.value for number in self.numbers) and any(
            form in self.text for form in _forms(one)
        )

    def surplus(self) -> Iterator[Finding]:
        """Numbers and standards that the request does not know."""
        quantities = {one.value for one in self._facts.goods}
        for number in self.numbers:
            if not number.values & quantities:
                message = _("the number {number} is no fact of the request")
                yield _error(self._facts, message.format(number=number.text), number.span)
        known = {normalise(code) for code in self._facts.codes}
        known |= {found.code for text in self._facts.quoted for found in find_codes(text)}
        for code in self.codes - known:
            message = _("the standard {code} is no fact of the request")
            yield _error(self._facts, message.format(code=code))

    def mismatched(self) -> Iterator[Finding]:
        """Quantities that stand beside another item than theirs."""
        mentions = sorted(
            ((span, one) for one in self._facts.goods for span in _longest(one, self.text)),
            key=lambda mention: mention[0].start,
        )
        for number in self.numbers:
            beside = _beside(number, mentions)
            if beside and not any(one.value in number.values for one in beside):
                message = _("the number {number} stands beside “{item}”, which has {amount}")
                one = beside[0]
                text = message.format(number=number.text, item=one.name, amount=one.amount)
                yield _error(self._facts, text, number.span)

    def _allowed_texts(self) -> Iterator[str]:
        yield from self._facts.words.values()
        yield from self._facts.quoted


def _beside(number: Number, mentions: list[tuple[Span, Goods]]) -> list[Goods]:
    """The items named last before and first after a number."""
    before = [one for span, one in mentions if span.end <= number.span.start][-1:]
    after = [one for span, one in mentions if span.start >= number.span.end][:1]
    return after + before


def _longest(one: Goods, text: str) -> list[Span]:
    """Where the item is named, the longest form first; a form inside a longer one is no mention."""
    found: list[Span] = []
    for form in sorted(_forms(one), key=len, reverse=True):
        found += [s for s in _spans(form, text) if not any(_overlap(s, f) for f in found)]
    return found


def _forms(one: Goods) -> frozenset[str]:
    """The item's name as a sentence may show it: in the dictionary form and as counted."""
    number = extract(one.counted, one.language)[:1]
    counted = grammar(one.language).phrases(one.value, one.noun, one.counter)
    phrases = {phrase[number[0].span.end :].strip() for phrase in counted} if number else set()
    return frozenset({one.name, *filter(None, phrases)})


def _spans(words: str, text: str) -> list[Span]:
    spans, start = [], text.find(words) if words else -1
    while start >= 0:
        spans.append(Span(start, start + len(words)))
        start = text.find(words, start + len(words))
    return spans


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _error(facts: Facts, message: str, span: Span | None = None) -> Finding:
    return Finding(Severity.ERROR, CHECK, message, where=facts.language, span=span)
