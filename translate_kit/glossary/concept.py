"""The values of the glossary: a concept, its terms per language, and how far each term has come.

A concept is one idea of the trade (医用防护服); a term is one way to say it in one language.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from translate_kit.errors import UserError
from translate_kit.messages import _
from translate_kit.model import Noun

PARTS_OF_SPEECH = ("noun", "proper_noun", "adjective", "verb", "phrase", "counter", "numeral")
CONFIDENCES = ("high", "medium", "low", "")


class Status(StrEnum):
    """How far a term has come; the order is the order of rows in a language file."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    IN_REVIEW = "in_review"
    PROPOSED = "proposed"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"
    REJECTED = "rejected"

    @property
    def approved(self) -> bool:
        """Whether a letter may use the term."""
        return self in (Status.PREFERRED, Status.ADMITTED)

    @property
    def word(self) -> str:
        """The status in the interface language."""
        words = {
            Status.PREFERRED: _("preferred"),
            Status.ADMITTED: _("admitted"),
            Status.IN_REVIEW: _("in review"),
            Status.PROPOSED: _("proposed"),
            Status.DEPRECATED: _("deprecated"),
            Status.FORBIDDEN: _("forbidden"),
            Status.REJECTED: _("rejected"),
        }
        return words[self]

    @property
    def rank(self) -> int:
        """The place in the order above, 0 first."""
        return _RANK[self]


_RANK = {status: place for place, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Term:
    """One way to say a concept in one language.

    ``grammar`` holds what the text does not show (``gender``, ``plural``, ``reading``); the
    language's own module documents the keys it reads. ``reviewer`` is empty and ``date`` None
    as long as nobody but its author has read the term.
    """

    text: str
    language: str
    status: Status
    grammar: Mapping[str, str]
    reviewer: str = ""
    date: datetime.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea of the trade with its terms, language code -> terms in the order of their status.

    ``counter`` is the id of its usual counter (``pair``), empty where it is not counted;
    ``definition`` is in Chinese, ``note`` in English. ``replaced_by`` is the id of the concept
    that this one was merged into; ``see`` are the ids of concepts that it must not be confused
    with, among them those that share a term with it.
    """

    id: str
    domain: str
    part_of_speech: str
    counter: str
    definition: str
    note: str
    source: str
    confidence: str
    terms: Mapping[str, Sequence[Term]]
    replaced_by: str = ""
    see: Sequence[str] = ()

    def preferred(self, language: str) -> Term | None:
        """The term to use; None where the language has no approved first choice yet."""
        terms = self.with_status(language, Status.PREFERRED)
        return terms[0] if terms else None

    def admitted(self, language: str) -> tuple[Term, ...]:
        """The synonyms that are right too, though not the first choice."""
        return self.with_status(language, Status.ADMITTED)

    def forbidden(self, language: str) -> tuple[Term, ...]:
        """The wrong renderings that must not be used for this concept."""
        return self.with_status(language, Status.FORBIDDEN)

    def with_status(self, language: str, status: Status) -> tuple[Term, ...]:
        """The terms of a language that have exactly this status."""
        return tuple(term for term in self.terms.get(language, ()) if term.status is status)

    def noun(self, language: str) -> Noun:
        """The preferred term as a grammar takes it; raises UserError where there is none."""
        term = self.preferred(language)
        if term is None:
            raise UserError(
                _("concept {id} has no preferred term in “{language}”; add one to {file}").format(
                    id=self.id, language=language, file=f"{self.domain}/{language}.csv"
                )
            )
        return Noun(term.text, term.grammar)
