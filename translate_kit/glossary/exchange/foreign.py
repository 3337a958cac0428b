"""Concepts as another program's file tells them, and what they would change in the glossary.

What a file does not say of a concept changes nothing. In a file of our own a concept is known by
its id. In another program's an id may mean anything: there it counts where that concept of ours has
a term of this one; else two terms in different languages tell which concept it is; else it is new.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from translate_kit.glossary.cells import DOMAIN, STATUS, Change, Place, cells_of
from translate_kit.glossary.concept import Concept, Status
from translate_kit.glossary.edits import clean, next_id
from translate_kit.glossary.fields import Unfit, check_domain, check_id
from translate_kit.glossary.incoming import Incoming, Problem
from translate_kit.glossary.store import Glossary, fold
from translate_kit.messages import _

UNKNOWN_DOMAIN = "imported"
_WRONG = (Status.REJECTED, Status.FORBIDDEN, Status.DEPRECATED)


@dataclass(frozen=True, slots=True)
class ForeignTerm:
    """A term of a file; ``cells`` are those of the glossary's columns that the file fills."""

    language: str
    text: str
    cells: Mapping[str, str]
    where: str


@dataclass(frozen=True, slots=True)
class ForeignConcept:
    """A concept of a file; ``see`` and ``replaced_by`` name ids of the same file."""

    id: str
    cells: Mapping[str, str]
    terms: Sequence[ForeignTerm]
    where: str


@dataclass
class _Taking:
    glossary: Glossary
    changes: dict[Place, Change] = field(default_factory=dict)
    where: dict[Place, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def put(self, place: Place, old: str, new: str, where: str) -> None:
        if " ".join(old.split()) == new:  # XML doesn't keep blanks
            new = old
        if place in self.changes and self.changes[place].new != new:
            why = _("{place} is told twice, and differently; the first counts")
            self.problems.append(Problem(where, why.format(place=place)))
        elif old != new:
            self.changes[place] = Change(place, old, new)
            self.where[place] = where


def incoming_of(
    concepts: Iterable[ForeignConcept],
    glossary: Glossary,
    problems: Iterable[Problem] = (),
    *,
    ours: bool,
) -> Incoming:
    """The changes that make the glossary say what the file says; ``ours``: we wrote the file."""
    taking = _Taking(glossary, problems=list(problems))
    listed = list(concepts)
    ids = _identified(listed, glossary, ours=ours)
    for concept in listed:
        _take(concept, ids, taking)
    if not ours:
        _leave_statuses(taking)
    return Incoming(tuple(taking.changes.values()), taking.where, tuple(taking.problems))


def _identified(
    concepts: Sequence[ForeignConcept], glossary: Glossary, *, ours: bool
) -> dict[str, str]:
    """The file's ids -> ours."""
    ids: dict[str, str] = {}
    numbered: Counter[str] = Counter()
    for concept in concepts:
        known = _known(concept, glossary, ours=ours)
        if known is None:
            prefix, _dash, number = next_id(glossary, _domain(concept)).rpartition("-")
            known = f"{prefix}-{int(number) + numbered[prefix]:04}"
            numbered[prefix] += 1
        ids[concept.id] = known
    return ids


def _known(concept: ForeignConcept, glossary: Glossary, *, ours: bool) -> str | None:
    identifier = concept.id.strip().lower()
    if ours:
        return identifier if _is_id(identifier) else None
    shared = _shared(concept, glossary)
    if identifier in shared:
        return identifier
    found = [known for known, languages in shared.items() if len(languages) > 1]
    return found[0] if len(found) == 1 else None


def _is_id(identifier: str) -> bool:
    try:
        check_id(identifier)
    except Unfit:
        return False
    return True


def _shared(concept: ForeignConcept, glossary: Glossary) -> dict[str, set[str]]:
    """The concepts of ours with a term of this one -> the languages in which they have it."""
    languages: dict[str, set[str]] = {}
    for term in concept.terms:
        for entry in glossary.by_term(term.text):
            if entry.term.language == term.language and entry.term.status not in _WRONG:
                languages.setdefault(entry.concept.id, set()).add(term.language)
    return languages


def _domain(concept: ForeignConcept) -> str:
    domain = re.sub(r"[\s/\\]+", "_", concept.cells.get(DOMAIN, "").strip().lower())
    try:
        check_domain(domain)
    except Unfit:
        return UNKNOWN_DOMAIN
    return domain


def _leave_statuses(taking: _Taking) -> None:
    """Another program's view of a term that we have already is no decision of ours."""
    for place, change in list(taking.changes.items()):
        if place.field == STATUS and change.old:
            del taking.changes[place], taking.where[place]


def _take(concept: ForeignConcept, ids: Mapping[str, str], taking: _Taking) -> None:
    identifier = ids[concept.id]
    known = taking.glossary.concepts.get(identifier)
    old = cells_of([known] if known else [])
    cells = dict(concept.cells)
    for name in ("see", "replaced_by"):
        if cells.get(name):
            cells[name] = " ".join(ids.get(target, target) for target in cells[name].split())
    if known is None:
        cells = {"part_of_speech": "noun", **cells, DOMAIN: _domain(concept)}
    elif identifier != concept.id:
        cells.pop(DOMAIN, None)  # another program's subject fields are no domains of ours
    for name, text in cells.items():
        place = Place(identifier, "", "", name)
        if text:
            taking.put(place, old.get(place, ""), " ".join(text.split()), concept.where)
    for term in concept.terms:
        _take_term(identifier, known, term, old, taking)


def _take_term(
    identifier: str,
    known: Concept | None,
    term: ForeignTerm,
    old: Mapping[Place, str],
    taking: _Taking,
) -> None:
    text = _as_known(known, term)
    place = Place(identifier, term.language, text, STATUS)
    cells = dict(term.cells)
    if place not in old:
        cells.setdefault(STATUS, Status.PROPOSED.value)
    for name, value in cells.items():
        there = Place(identifier, term.language, text, name)
        taking.put(there, old.get(there, ""), value, term.where)


def _as_known(known: Concept | None, term: ForeignTerm) -> str:
    """The term as we write it already, case and width aside; else cleaned."""
    ours = known.terms.get(term.language, ()) if known else ()
    exact = [each.text for each in ours if each.text == term.text]
    alike = [each.text for each in ours if fold(each.text) == fold(term.text)]
    return next(iter((*exact, *alike)), clean(term.text))
