"""Where a text names an item of goods, in whatever form its sentence asks for."""

from translate_kit.languages import grammar
from translate_kit.languages.numbers import extract
from translate_kit.letters.goods import Goods
from translate_kit.model import Span


def forms_of(one: Goods) -> tuple[str, ...]:
    """The item's name as a sentence may show it, in the dictionary form and as counted.

    The longest first, as ``mentions`` needs them.
    """
    counted = grammar(one.language).phrases(one.value, one.noun, one.counter)
    forms = {one.name, *(_without_number(one, phrase) for phrase in counted)}
    return tuple(sorted(forms, key=len, reverse=True))


def mentions(forms: tuple[str, ...], text: str) -> list[Span]:
    """Where an item is named; a form inside a longer one is no mention of its own."""
    found: list[Span] = []
    for form in forms:
        found += [s for s in spans_of(form, text) if not any(overlap(s, f) for f in found)]
    return found


def spans_of(words: str, text: str) -> list[Span]:
    """Every place where the words stand literally."""
    spans, start = [], text.find(words) if words else -1
    while start >= 0:
        spans.append(Span(start, start + len(words)))
        start = text.find(words, start + len(words))
    return spans


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def _without_number(one: Goods, phrase: str) -> str:
    """What a counted phrase calls the item: before its number, or after it where it comes first."""
    numbers = [n.span for n in extract(phrase, one.language) if n.value == one.value]
    if not numbers:
        return one.name
    return phrase[: numbers[-1].start].strip() or phrase[numbers[-1].end :].strip()
