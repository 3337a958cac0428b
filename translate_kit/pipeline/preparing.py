"""Writing a sentence so that an engine does less harm to it, and the way back.

Engines stumble over 3万 (they say 3 or 30), so large numbers are written out in digits, and dates
written in figures become words (2020-02-08 is 2020年2月8日). What was changed is remembered: the
sentence can be had back, and any place of the prepared one is known in the original.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from translate_kit.languages import grammar
from translate_kit.languages.dates import find_dates
from translate_kit.languages.numbers import Number, compare, extract
from translate_kit.model import LANGUAGES, Alignment, Link, Span

_MYRIADS = ("zh", "ja", "ko")
_LEAST = 10_000
_MOST = 10**15


@dataclass(frozen=True, slots=True)
class Change:
    """Characters ``prepared`` of the prepared sentence that were ``original`` at ``span``."""

    span: Span
    original: str
    prepared: Span


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sentence as the engine sees it, and what was changed in it, in reading order."""

    text: str
    changes: tuple[Change, ...] = ()

    def restore(self) -> str:
        """The sentence as it was before."""
        text = self.text
        for change in reversed(self.changes):
            text = text[: change.prepared.start] + change.original + text[change.prepared.end :]
        return text

    def original(self, span: Span) -> Span:
        """The place in the original sentence of a span of the prepared one.

        What lies inside something changed is the whole of it.
        """
        return _moved(span, [(change.prepared, change.span) for change in self.changes])

    def prepared(self, span: Span) -> Span:
        """The place in the prepared sentence of a span of the original one."""
        return _moved(span, [(change.span, change.prepared) for change in self.changes])

    def alignment(self, alignment: Alignment) -> Alignment:
        """Links from the original sentence instead of from the prepared one."""
        if not self.changes:
            return alignment
        return tuple(Link(self.original(link.source), link.target) for link in alignment)


def _moved(span: Span, changes: Sequence[tuple[Span, Span]]) -> Span:
    start, end = span.start, span.end
    for before, after in changes:
        if span.start >= before.end:
            start = span.start + after.end - before.end
        elif span.start > before.start:
            start = after.start
        if span.end >= before.end:
            end = span.end + after.end - before.end
        elif span.end > before.start:
            end = after.end
    return Span(start, end)


def prepare(sentence: str, language: str, *, figures: bool = True) -> Prepared:
    """The sentence with its dates written out, and with ``figures`` its large numbers.

    Itself in a language that is not among our five.
    """
    if language not in LANGUAGES or not any(map(str.isnumeric, sentence)):
        return Prepared(sentence)
    prepared = rewritten(sentence, _written_out(sentence, language, figures=figures))
    if prepared.changes and compare(sentence, language, prepared.text, language):
        return Prepared(sentence)  # figures that run into each other: 3万3万
    return prepared


def rewritten(sentence: str, changes: Iterable[tuple[Span, str]]) -> Prepared:
    """The sentence with other characters at some places; of two that overlap the first counts."""
    done: list[Change] = []
    text, end = "", 0
    for span, new in sorted(changes, key=lambda each: each[0].start):
        if span.start < end:
            continue
        text += sentence[end : span.start]
        done.append(Change(span, span.of(sentence), Span(len(text), len(text) + len(new))))
        text, end = text + new, span.end
    return Prepared(text + sentence[end:], tuple(done))


def _written_out(sentence: str, language: str, *, figures: bool) -> Iterator[tuple[Span, str]]:
    for found in find_dates(sentence, language):
        if found.complete and not any(map(str.isalpha, found.text)):
            yield found.span, _date(found.day, language)
    if figures and language in _MYRIADS:
        for number in extract(sentence, language):
            new = _in_figures(number)
            if new and new != number.text:
                yield number.span, new


def _date(day: date, language: str) -> str:
    return grammar(language).long_date(day)


def _in_figures(number: Number) -> str | None:
    """30,000 for 3万; None where the number is small, in digits already or not certain."""
    whole = number.value == number.value.to_integral_value() and len(number.values) == 1
    in_digits = not any(map(str.isalpha, number.text))
    if not whole or in_digits or not number.strong or not _LEAST <= number.value < _MOST:
        return None
    return f"{int(number.value):,}"
