"""Goods and promises as a person types them: ``医用防护服 5000套 2020-02-15``."""

from collections.abc import Iterator
from datetime import date

from translate_kit.errors import NotKnown, UserError
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.store import Glossary
from translate_kit.languages import numbers
from translate_kit.languages.counters import Counter, counter, counters, find
from translate_kit.languages.dates import find_dates
from translate_kit.messages import _
from translate_kit.register.entry import (
    HEDGES_AFTER_NUMBER,
    HEDGES_AFTER_UNIT,
    HEDGES_BEFORE,
    Goods,
    Promise,
)


def read_promise(text: str, glossary: Glossary) -> Promise:
    """Goods with the day they are promised for, if one is named.

    Raises UserError that quotes the text and shows how to write it.
    """
    typed = text.strip()
    last = next((d for d in find_dates(typed, "zh") if d.span.end == len(typed)), None)
    if last is None:
        return Promise(read_goods(typed, glossary))
    return Promise(read_goods(typed[: last.span.start], glossary), last.day)


def read_goods(text: str, glossary: Glossary) -> Goods:
    """A term or concept id, then the quantity with its counter: ``KN95口罩 约3万只``.

    Without a counter the concept's own is meant. Raises UserError where term, number or counter is
    not understood: a quantity guessed would be reported to headquarters.
    """
    try:
        return _goods(text.strip(), glossary)
    except UserError as error:
        why = _("“{text}” is not understood: {why}; write it like “{example}”")
        example = "医用防护服 5000套 2020-02-15"
        raise UserError(why.format(text=text.strip(), why=error, example=example)) from None


def _goods(text: str, glossary: Glossary) -> Goods:
    found = numbers.extract(text, "zh")
    if not found:
        raise UserError(_("there is no quantity"))
    number = found[-1]  # the ones before belong to the name: N95口罩
    quantity = numbers.parse(number.text, "zh")
    if quantity <= 0:
        raise UserError(_("the quantity must be above zero"))
    before, after = text[: number.span.start].strip(), text[number.span.end :].strip()
    hedges = tuple(_hedges(before, after))
    if len(hedges) > 1:
        raise UserError(_("“{hedges}”: write one of them").format(hedges="” / “".join(hedges)))
    hedge = "".join(hedges)
    concept = glossary.resolve(before.removesuffix(hedge).strip())
    unit = _counter(after.removeprefix(hedge).removesuffix(hedge).strip(), concept)
    return Goods(concept.id, concept.noun("zh").text, quantity, unit, hedge)


def _hedges(before: str, after: str) -> Iterator[str]:
    """The hedges around a number, at most one in each of the three places."""
    yield from [hedge for hedge in HEDGES_BEFORE if before.endswith(hedge)][:1]
    yield from [hedge for hedge in HEDGES_AFTER_NUMBER if after.startswith(hedge)][:1]
    yield from [hedge for hedge in HEDGES_AFTER_UNIT if after.endswith(hedge)][:1]


def _counter(word: str, concept: Concept) -> str:
    """The Chinese name of the counter: the concept's own where the word has several meanings."""
    own = counter(concept.counter) if concept.counter else None
    if not word:
        return own.names["zh"] if own else ""
    found: tuple[Counter, ...] = find(word, "zh")
    if not found:
        raise NotKnown(_("unit"), word, [one.names["zh"] for one in counters().values()])
    return (own if own in found and own else found[0]).names["zh"]


def read_day(text: str) -> date:
    """A day like 2020-02-08 or 2020年2月8日; raises UserError for anything else."""
    typed = text.strip()
    found = find_dates(typed, "zh")
    if len(found) != 1 or found[0].text != typed:
        raise UserError(_("“{text}” is no date; write one like 2020-02-08").format(text=text))
    return found[0].day
