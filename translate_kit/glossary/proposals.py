"""What waits for a second reader: open proposals, and approved terms that nobody has read yet."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from translate_kit.glossary.cells import Place
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.history import Entry, authors
from translate_kit.glossary.store import Glossary
from translate_kit.model import LANGUAGES

OPEN = frozenset({Status.PROPOSED, Status.IN_REVIEW})


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term that waits to be read; ``authors`` wrote it, ``entries`` are its history."""

    concept: Concept
    term: Term
    authors: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def place(self) -> tuple[str, str, str]:
        """What names the term: concept, language and text."""
        return self.concept.id, self.term.language, self.term.text


def proposals(
    glossary: Glossary,
    history: Sequence[Entry],
    *,
    languages: Collection[str] = LANGUAGES,
    domain: str | None = None,
    unread: bool = False,
) -> tuple[Proposal, ...]:
    """The open proposals by concept and language; with ``unread`` the approved ones unsigned."""
    told: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in history:
        for place in {_term(change.place) for change in entry.changes}:
            told.setdefault(place, []).append(entry)
    return tuple(
        Proposal(
            concept,
            term,
            authors(told.get((concept.id, term.language, term.text), ()),
                    concept.id, term.language, term.text),
            tuple(told.get((concept.id, term.language, term.text), ())),
        )
        for concept, term in _waiting(glossary, languages, unread=unread)
        if domain in (None, concept.domain)
    )  # fmt: skip


def _term(place: Place) -> tuple[str, str, str]:
    return place.concept, place.language, place.term


def _waiting(
    glossary: Glossary, languages: Collection[str], *, unread: bool
) -> Iterator[tuple[Concept, Term]]:
    for concept in sorted(glossary, key=lambda each: (each.domain, each.id)):
        for language in LANGUAGES:
            for term in concept.terms.get(language, ()) if language in languages else ():
                waits = term.status.approved and not term.reviewer
                if waits if unread else term.status in OPEN:
                    yield concept, term
