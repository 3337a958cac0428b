"""Sentences that are nothing but terms: headings, the cells of a table, lists of goods.

The glossary says them by itself: 护目镜、医用手套 is «Защитные очки, медицинские перчатки».
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from translate_kit.glossary.concept import Concept, Term
from translate_kit.glossary.matching import Matcher, TermMatch
from translate_kit.languages.fitting import Count
from translate_kit.languages.ru.spellings import spellings
from translate_kit.model import LANGUAGES, Pair, Span
from translate_kit.pipeline.terms.grammatical_number import number_of
from translate_kit.pipeline.terms.placing import fitted
from translate_kit.pipeline.translation import Rung, TermDecision

_PARTS = ("noun", "proper_noun", "phrase")
"""Other words take the form of those that they stand beside."""
_CASED = ("en", "ru")
_ENDS = re.compile(r"[\s:：，,;；。.]*")
_BETWEEN = re.compile(r"\s*[、，,;；/／]\s*|\s*[（(]\s*|\s*[）)]\s*")
_WIDE = dict(zip("、，,;；/／(（)）:：。.", "、、、；；//（（））：：。。", strict=True))
_NARROW = {"、": ", ", "，": ", ", ",": ", ", ";": "; ", "；": "; ", "/": "/", "／": "/", "(": " (",
           "（": " (", ")": ")", "）": ")", ":": ":", "：": ":", "。": ".", ".": "."}  # fmt: skip
"""Marks between and after terms, in the writing of the target."""
_WIDE_ENDS = {"，": "，", ",": "，"}
"""A comma at the end lists nothing."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Characters of the sentence that say a term, and what to write for it."""

    span: Span
    concept: Concept
    term: Term
    match: TermMatch


def terms_alone(
    sentence: str, matcher: Matcher, pair: Pair
) -> tuple[str, tuple[TermDecision, ...]] | None:
    """What the glossary makes of the sentence; None where it holds more than terms and marks, or
    a term that may be said in two ways."""
    if pair.source not in LANGUAGES or pair.target not in LANGUAGES:
        return None
    found = groupby(matcher.find(sentence), key=lambda match: match.span)
    places = [_place(sentence, list(matches), pair.target) for _span, matches in found]
    known = [each for each in places if each]
    if not known or len(known) < len(places):
        return None
    gaps = _gaps(sentence, known)
    if not _are_marks(gaps):
        return None
    return _written(sentence, known, gaps, pair)


def _place(sentence: str, matches: Sequence[TermMatch], target: str) -> _Place | None:
    """None where the concepts of the place differ in the target, or it is too short to be sure."""
    span = matches[0].span
    if span.end - span.start == 1 and not span.of(sentence).isascii():
        return None
    said = {
        preferred.text: _Place(span, match.concept, preferred, match)
        for match in matches
        if (preferred := match.concept.preferred(target)) and match.concept.part_of_speech in _PARTS
    }
    unsaid = any(match.concept.preferred(target) is None for match in matches)
    return next(iter(said.values())) if len(said) == 1 and not unsaid else None


def _gaps(sentence: str, places: Sequence[_Place]) -> list[str]:
    """The characters before, between and after the terms."""
    edges = [0, *(edge for each in places for edge in (each.span.start, each.span.end))]
    edges.append(len(sentence))
    return [sentence[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _are_marks(gaps: Sequence[str]) -> bool:
    first, *between, last = gaps
    closed = last.removeprefix("）").removeprefix(")")
    return (
        not first.strip()
        and all(map(_BETWEEN.fullmatch, between))
        and _ENDS.fullmatch(closed) is not None
    )


def _written(
    sentence: str, places: Sequence[_Place], gaps: Sequence[str], pair: Pair
) -> tuple[str, tuple[TermDecision, ...]]:
    text = _mark(gaps[0], pair.target)
    decisions: list[TermDecision] = []
    for place, gap in zip(places, gaps[1:], strict=True):
        words = _words(sentence, place, pair.target)
        if not decisions and _begins_with_capital(sentence, pair):
            words = words[:1].upper() + words[1:]
        at = Span(len(text), len(text) + len(words))
        decisions.append(_decision(sentence, place, words, at, pair))
        last = place is places[-1]
        text += words + _mark(gap, pair.target, last=last)
    return text.strip() if sentence == sentence.strip() else text, tuple(decisions)


def _words(sentence: str, place: _Place, target: str) -> str:
    """The term in the number of the source, its own capitals kept."""
    number = _number(place.match.term, place.span.of(sentence))
    own = place.term.text
    if number is None:
        return own
    words = fitted("", Span(0, 0), place.concept, place.term, number, target).term
    return own[:1] + words[1:] if words[:1].lower() == own[:1].lower() else words


def _number(term: Term, words: str) -> Count | None:
    """Маски alone are many, though they may be of one mask in a sentence."""
    if term.language != "ru":
        return number_of(term, words.lower(), Span(0, len(words)))
    forms = {text.lower(): found for text, found in spellings(term.text, term.grammar).items()}
    named = {number for case, number in forms.get(words.lower(), ()) if case == "nominative"}
    return named.pop() if len(named) == 1 else None


def _begins_with_capital(sentence: str, pair: Pair) -> bool:
    """As in the source; a script without capitals shows nothing, and a cell begins with one."""
    return pair.target in _CASED and (pair.source not in _CASED or sentence.lstrip()[:1].isupper())


def _mark(gap: str, target: str, *, last: bool = False) -> str:
    marks = _WIDE if target in ("zh", "ja") else _NARROW
    if not last:
        return "".join(_marks(gap, marks))
    ends = {**marks, **_WIDE_ENDS} if marks is _WIDE else {k: v.strip() for k, v in marks.items()}
    return "".join(_marks(gap, ends))


def _marks(gap: str, marks: dict[str, str]) -> Iterator[str]:
    written = gap.strip()
    if not written:
        yield gap
    for mark in written:
        if not mark.isspace():
            yield marks[mark]


def _decision(sentence: str, place: _Place, words: str, at: Span, pair: Pair) -> TermDecision:
    source = place.span.of(sentence)
    return TermDecision(place.concept.id, source, place.span, words, at, Rung.ALONE, pair)
