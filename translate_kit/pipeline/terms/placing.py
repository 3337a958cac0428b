"""Putting an approved term into a draft at a known place."""

from dataclasses import dataclass

from translate_kit.glossary.concept import Concept, Term
from translate_kit.glossary.matching import occurrences
from translate_kit.languages.fitting import Count, Fitted, Place, fit
from translate_kit.model import Noun, Span
from translate_kit.pipeline.draft import Draft, common_start

_NAME = {"mass": "yes", "countable": "no"}
"""The grammar notes of Russian and English that keep a name in the singular."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with a term ``at`` a place; the characters ``changed`` of the old one became
    ``length`` others. ``sure`` is False where another form of the term may be right."""

    draft: Draft
    at: Span
    changed: Span
    length: int
    sure: bool

    @property
    def words(self) -> str:
        """The term as it stands there."""
        return self.at.of(self.draft.text)


def fitted(
    text: str, span: Span, concept: Concept, term: Term, number: Count | None, language: str
) -> Fitted:
    """The sentence with the term in place of ``span``, in the form that it asks for."""
    name = concept.part_of_speech == "proper_noun"
    noun = Noun(term.text, {**term.grammar, **_NAME} if name else term.grammar)
    return fit(noun, Place.of(text, span, number), language)


def put_in(draft: Draft, span: Span, made: Fitted, source: Span) -> Placed:
    """The draft with the fitted sentence; no more than what differs is changed.

    So the alignment of the rest is kept. ``source`` is what the term is linked to.
    """
    text = draft.text
    start = common_start(text[: span.start], made.before)
    kept = common_start(text[: span.end - 1 : -1] if span.end else text[::-1], made.after[::-1])
    changed = Span(start, len(text) - kept)
    new = made.text[start : len(made.text) - kept]
    at = Span(len(made.before), len(made.before) + len(made.term))
    return Placed(draft.replaced(changed, new, source), at, changed, len(new), made.sure)


def stands(placed: Placed, concept: Concept, language: str) -> bool:
    """Whether a reader finds the term there: beside other katakana it would be another word."""
    found = occurrences(concept, placed.draft.text, language)
    return any(match.span == placed.at for match in found)
