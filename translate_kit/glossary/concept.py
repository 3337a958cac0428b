"""The values of the glossary: a concept, its terms per language, and how far each term has come.

A concept is one idea of the trade (医用防护服); a term is one way to say it in one language.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
    as long as nobody but its author has read the term. ``countries`` (ISO 3166 alpha-2, in
    alphabetical order) are those for whose readers alone the term is meant; empty for all.
    """

    text: str
    language: str
    status: Status
    grammar: Mapping[str, str]
    reviewer: str = ""
    date: datetime.date | None = None
    note: str = ""
    countries: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, bool, str]:
        """The place among the terms of its concept and language, as in a language file."""
        return self.status.rank, bool(self.countries), self.text

    @property
    def readers(self) -> tuple[str, ...]:
        """The countries that it is meant for; the empty name is everybody else."""
        return self.countries or ("",)

    def competes(self, other: "Term") -> bool:
        """Whether both are the first choice for the same readers."""
        both = self.status is other.status is Status.PREFERRED
        return both and not set(self.readers).isdisjoint(other.readers)


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

    def preferred(self, language: str, country: str = "") -> Term | None:
        """The term to use: the country's own variant, else the general one.

        None where the language has no approved first choice yet, or only other countries have.
        """
        terms = self.with_status(language, Status.PREFERRED)
        own = (term for term in terms if country in term.countries)
        return next(own, None) or next((term for term in terms if not term.countries), None)

    def admitted(self, language: str, country: str = "") -> tuple[Term, ...]:
        """The synonyms that are right too, though not the first choice.

        With a country those that its readers use; without one also the variants of every country.
        """
        if country:
            return self.for_country(country, language).with_status(language, Status.ADMITTED)
        terms = self.terms.get(language, ())
        first = self.preferred(language)
        return tuple(term for term in terms if term.status.approved and term is not first)

    def forbidden(self, language: str, country: str = "") -> tuple[Term, ...]:
        """The wrong renderings that must not be used for this concept, for these readers."""
        return self.for_country(country, language).with_status(language, Status.FORBIDDEN)

    def with_status(self, language: str, status: Status) -> tuple[Term, ...]:
        """The terms of a language that have exactly this status."""
        return tuple(term for term in self.terms.get(language, ()) if term.status is status)

    def for_country(self, country: str, language: str) -> "Concept":
        """The concept as a text in ``language`` for readers of one country has to take it.

        Their own variant is the one preferred term, and names no countries any more; what it takes
        the place of, and other countries' variants, are out of use (deprecated), and what only
        other countries forbid is not there. For no country in particular every variant is right.
        The other languages stay as they are: a source may be of any country.
        """
        terms = self.terms.get(language, ())
        if not any(term.countries for term in terms):
            return self
        first = self.preferred(language, country)
        kept = (_for_country(term, country, first) for term in terms)
        read = sorted((term for term in kept if term), key=lambda term: term.order)
        return replace(self, terms={**self.terms, language: tuple(read)})

    def noun(self, language: str, country: str = "") -> Noun:
        """The preferred term as a grammar takes it; raises UserError where there is none."""
        term = self.preferred(language, country)
        if term is None:
            raise UserError(
                _("concept {id} has no preferred term in “{language}”; add one to {file}").format(
                    id=self.id, language=language, file=f"{self.domain}/{language}.csv"
                )
            )
        return Noun(term.text, term.grammar)


def _for_country(term: Term, country: str, first: Term | None) -> Term | None:
    """The term as one country's readers take it; None where it isn't for them at all."""
    elsewhere = bool(term.countries) and country not in term.countries
    if not term.status.approved:
        return None if elsewhere else term
    replaced = term.status is Status.PREFERRED and term is not first
    if country and (elsewhere or replaced):
        return replace(term, status=Status.DEPRECATED)
    return replace(term, countries=()) if country in term.countries else term


def rivals(terms: Iterable[Term]) -> Iterator[tuple[Term, Term]]:
    """The terms of one language that are one first choice too many for some readers, each after
    the one that they have already."""
    seen: list[Term] = []
    for term in terms:
        first = next((other for other in seen if term.competes(other)), None)
        if first:
            yield first, term
        seen.append(term)
