"""Terms of the glossary that a translation does not say as approved."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.matching import Matcher, TermMatch, occurrences
from translate_kit.languages.counters import only_counts
from translate_kit.messages import _
from translate_kit.model import Span

_NO_GOODS = frozenset({"copy", "person", "head", "firm", "place", "project"})
"""Counters of papers, people and institutions: their names are words of every day."""
_LONG = {"zh": 4, "ja": 5, "ko": 4}
"""Characters from which a term is no everyday word; elsewhere it has two words."""
_LONG_HALF = 3
_OF = ("of", "for", "in", "on", "to", "with", "and", "by", "at")
_ADJECTIVE = re.compile(r"(?:[ыио]й|[ая]я|[ое]е|[ыи]е|ный|ская|ское|ские)$")


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Glossary terms.

    Where the source has an approved term of the glossary, the translation must have one of its
    approved terms, in whatever form. Everyday words that stand in the glossary too (report,
    support), and terms cut short (suit for protective suit), are only noted.
    """
    for place in _places(segment, knowledge.terms(segment.pair)):
        if place.wanted and not place.said(segment.target):
            source = place.span.of(segment.source)
            message = _("the term “{source}” should be “{target}”")
            yield Remark(
                message.format(source=source, target=place.wanted),
                source_span=place.span,
                sure=is_special(source, place, segment.pair.source)
                and not is_shortened(place, segment.target),
            )


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source where a term stands, and the concepts that the term may mean."""

    span: Span
    concepts: Sequence[Concept]
    language: str
    """The language of the translation."""

    def spans(self, target: str) -> list[Span]:
        """Where ``target`` says one of the concepts by an approved term."""
        return [m.span for c in self.concepts for m in occurrences(c, target, self.language)]

    def said(self, target: str) -> bool:
        """Whether ``target`` says one of the concepts by an approved term."""
        return any(occurrences(concept, target, self.language) for concept in self.concepts)

    @property
    def wanted(self) -> str:
        """The term that the translation should have; empty where none is approved."""
        terms = (concept.preferred(self.language) for concept in self.concepts)
        return next((term.text for term in terms if term), "")


def places(segment: Segment, knowledge: Knowledge) -> Iterator[Place]:
    """The terms and the names in the source of a segment, each concept once."""
    pair = segment.pair
    yield from chain(
        _places(segment, knowledge.terms(pair)), _places(segment, knowledge.names(pair))
    )


def name_places(segment: Segment, knowledge: Knowledge) -> Iterator[Place]:
    """The names in the source of a segment, each once."""
    return _places(segment, knowledge.names(segment.pair))


def _places(segment: Segment, matcher: Matcher | None) -> Iterator[Place]:
    if matcher is None:
        return
    seen: set[frozenset[str]] = set()
    for span, group in groupby(matcher.find(segment.source), key=_span):
        concepts = [match.concept for match in group]
        key = frozenset(concept.id for concept in concepts)
        if key not in seen and not only_counts(span, segment.source, segment.pair.source):
            seen.add(key)
            yield Place(span, concepts, segment.pair.target)


def is_shortened(place: Place, target: str) -> bool:
    """Whether ``target`` has the head of an approved term, as a second mention does."""
    folded = target.casefold()
    return any(
        re.search(rf"(?<!\w){re.escape(head)}" if head[0].isascii() else re.escape(head), folded)
        for concept in place.concepts
        for term in concept.terms.get(place.language, ())
        if term.status.approved
        for head in _heads(term.text.casefold(), place.language)
    )


def _heads(term: str, language: str) -> Iterator[str]:
    """The beginning of the head noun, which its forms share; of East Asian terms either half."""
    words = term.split()
    if language == "en":
        last = next((n for n, word in enumerate(words) if word in _OF), len(words))
        yield _stem(words[max(0, last - 1)])
    elif language == "ru":
        yield _stem(next((word for word in words if not _ADJECTIVE.search(word)), words[0]))
    elif len(words) > 1:
        yield words[-1]
    elif len(term) > _LONG_HALF:
        half = (len(term) + 1) // 2
        yield from (term[:half], term[-half:])


def _stem(word: str) -> str:
    return word[: max(4, len(word) - 3)]


def _span(match: TermMatch) -> Span:
    return match.span


def is_special(source: str, place: Place, language: str) -> bool:
    """Whether the words ``source`` name goods that are counted, or are no everyday word: too long.

    ``language`` is that of the words.
    """
    if all(concept.part_of_speech == "phrase" for concept in place.concepts):
        return False
    if any(c.counter and c.counter not in _NO_GOODS for c in place.concepts):
        return True
    return len(source) >= _LONG[language] if language in _LONG else " " in source.strip()
