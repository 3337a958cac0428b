"""Where a passage says the terms of its source, by which words, and how to say them as wanted."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from translate_kit.batch.passage import Passage
from translate_kit.checks import terms
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.matching import Matcher, TermMatch, occurrences
from translate_kit.glossary.matching.match import exclusive
from translate_kit.glossary.store import Glossary
from translate_kit.model import LANGUAGES, Pair, Span
from translate_kit.pipeline.draft import Draft
from translate_kit.pipeline.terms.placing import fitted, put_in, stands
from translate_kit.pipeline.terms.related import widened

MEANT = frozenset({Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED})
"""A source that says such a term says its concept; a forbidden one may say anything."""
SAID = frozenset(Status) - {Status.REJECTED}


@dataclass(frozen=True, slots=True)
class Mention:
    """A term of a passage's source, and the words of the translation that say it; None for none.

    Where they are a term of another concept, they stand in its place by inference.
    """

    passage: Passage
    concept: Concept
    term: Term
    span: Span
    said: TermMatch | None

    @property
    def is_inferred(self) -> bool:
        """Whether another concept's term is taken to say it."""
        return self.said is not None and self.said.concept.id != self.concept.id


class TermReader:
    """Reads the terms of passages; ``glossary`` as it stands, for the readers of ``country``."""

    def __init__(self, glossary: Glossary, country: str = "") -> None:
        self._glossary, self._country = glossary, country
        self._matchers: dict[tuple[str, str, frozenset[Status]], Matcher] = {}

    def mentions(self, passage: Passage, only: Collection[str] | None = None) -> Iterator[Mention]:
        """The mentions of a passage, in the order of its source; ``only`` of these concepts.

        A place that may mean several concepts means the one that the translation says. Nothing
        is said of a term that the translation lacks if that may well be so: of an everyday word,
        of a term cut short, of one without a term in that language.
        """
        if not {passage.pair.source, passage.pair.target} <= set(LANGUAGES):
            return
        found = self._matcher(passage.pair, passage.pair.source, MEANT).find(passage.source)
        if only is not None and not any(match.concept.id in only for match in found):
            return
        said = _said(passage, found)
        for span, group in groupby(found, key=lambda match: match.span):
            matches = list(group)
            if only is not None and not any(match.concept.id in only for match in matches):
                continue
            match = next((m for m in matches if said.get(m.concept.id)), None)
            if match is not None:
                words = said[match.concept.id]
                yield Mention(passage, match.concept, match.term, span, words[0])
                del words[: len(words) > 1]
            elif _is_missed(passage, span, matches):
                concept, term = matches[0].concept, matches[0].term
                instead = self._instead(passage, concept, found)
                yield Mention(passage, concept, term, span, instead)

    def _instead(
        self, passage: Passage, concept: Concept, found: Sequence[TermMatch]
    ) -> TermMatch | None:
        """The one term of its kind in the translation that the source does not mention."""
        mentioned = {match.concept.id for match in found}
        others = {
            match.span: match
            for match in self._matcher(passage.pair, passage.pair.target, SAID).find(passage.target)
            if match.concept.id not in mentioned and _is_of_a_kind(match.concept, concept)
        }
        return next(iter(others.values())) if len(others) == 1 else None

    def _matcher(self, pair: Pair, language: str, statuses: frozenset[Status]) -> Matcher:
        """Of a language of the pair; the concepts are as the readers of its target take them."""
        key = pair.target, language, statuses
        if key not in self._matchers:
            glossary = self._glossary.for_country(self._country, pair.target)
            self._matchers[key] = Matcher(glossary, language, statuses)
        return self._matchers[key]


def _said(passage: Passage, found: Sequence[TermMatch]) -> dict[str, list[TermMatch]]:
    """Concept -> the words that say it, in text order; longer terms take their words first.

    Words that are an approved term of one concept are no forbidden term of another beside it.
    """
    concepts = {match.concept.id: match.concept for match in found}
    matches = [
        match
        for concept in concepts.values()
        for match in occurrences(concept, passage.target, passage.pair.target, SAID)
    ]
    kept = exclusive(matches)
    approved = {match.span for match in kept if match.term.status.approved}
    said: defaultdict[str, list[TermMatch]] = defaultdict(list)
    for match in kept:
        if match.term.status.approved or match.span not in approved:
            said[match.concept.id].append(match)
    return said


def _is_of_a_kind(one: Concept, other: Concept) -> bool:
    """Whether one might be said for the other: goods of one field, names of one field, and what
    the glossary itself says not to confuse."""
    if other.id in one.see or one.id in other.see:
        return True
    goods = bool(one.counter and other.counter)
    names = one.part_of_speech == other.part_of_speech == "proper_noun"
    return one.domain == other.domain and (goods or names)


def _is_missed(passage: Passage, span: Span, matches: Sequence[TermMatch]) -> bool:
    place = terms.Place(span, [match.concept for match in matches], passage.pair.target)
    words, language = span.of(passage.source), passage.pair.source
    return (
        bool(place.wanted and passage.target.strip())
        and terms.is_special(words, place, language)
        and not terms.is_shortened(place, passage.target)
    )


def rewritten(
    passage: Passage, mentions: Sequence[Mention], concept: Concept, wanted: Term
) -> tuple[str, bool]:
    """The translation with the ``wanted`` term wherever ``mentions`` say another, and whether its
    form is sure; empty where it can't be put in.
    """
    draft = Draft(passage.target)
    sure = not any(mention.is_inferred for mention in mentions)
    spans = {mention.said.span: mention.span for mention in mentions if mention.said}
    for span, source in sorted(spans.items(), key=lambda each: -each[0].start):
        wide = widened(draft.text, span, wanted, ())
        made = fitted(draft.text, wide, concept, wanted, None, passage.pair.target)
        placed = put_in(draft, wide, made, source)
        if not stands(placed, concept, passage.pair.target):
            return "", False
        draft, sure = placed.draft, sure and placed.sure
    return draft.text, sure
