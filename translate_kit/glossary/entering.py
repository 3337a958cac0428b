"""Entering and editing by a person: what was meant, to the changes that may be saved."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from translate_kit.errors import UserError
from translate_kit.glossary.cells import STATUS, Change, Place, cells_of, concepts_of
from translate_kit.glossary.concept import Concept, Status
from translate_kit.glossary.edits import NewConcept, clean, edit, enter, find_term
from translate_kit.glossary.fields import term_cells
from translate_kit.glossary.history import Entry
from translate_kit.glossary.second_reading import Allowed, second_reading
from translate_kit.glossary.store import Glossary
from translate_kit.glossary.termbase import Clashing, Termbase
from translate_kit.messages import _

_ATTEMPTS = 5


def enter_concept(
    termbase: Termbase, new: NewConcept, *, who: str, why: str = ""
) -> tuple[str, Entry]:
    """Save a new concept; the id is the next one free, whoever else is entering concepts too."""
    identifiers, entry = enter_concepts(termbase, [new], who=who, why=why)
    return identifiers[0], entry


def enter_concepts(
    termbase: Termbase, new: Sequence[NewConcept], *, who: str, why: str = ""
) -> tuple[Sequence[str], Entry]:
    """Save several new concepts as one change; the ids are the next free ones."""
    for attempt in range(_ATTEMPTS):
        homes, changes = termbase.homes(), list[Change]()
        for each in new:
            identifier, own = enter(homes, each)
            concepts_of({change.place: change.new for change in own})
            homes[identifier] = each.domain
            changes += own
        identifiers = list(homes)[len(homes) - len(new) :]
        try:
            return identifiers, termbase.commit(changes, who=who, did="add", why=why)
        except Clashing:
            if attempt == _ATTEMPTS - 1:
                raise
    raise AssertionError("the loop returns or raises")


def concept_places(concept: Concept, given: Mapping[str, str]) -> list[tuple[Place, str]]:
    """Where the fields of a concept stand, and what is to stand there."""
    return [
        (Place(concept.id, "", "", name), " ".join(text.split())) for name, text in given.items()
    ]


def term_places(
    concept: Concept, text: str, language: str | None, given: Mapping[str, str | None]
) -> list[tuple[Place, str]]:
    """Where the fields of a term stand, and what is to stand there; ``text`` writes it anew.

    A term approved in its old spelling stays until the new one is approved. Raises UserError where
    nothing is to be changed.
    """
    term = find_term(concept, text, language)
    wanted = {k: v for k, v in given.items() if v is not None}
    if not wanted:
        raise UserError(_("say what to change: --text, --grammar, --note or --country"))
    new = clean(wanted.pop("text", term.text))
    place, cells = (concept.id, term.language, new), term_cells(concept.id, term)
    if new == term.text:
        return [(Place(*place, name), value) for name, value in wanted.items()]
    kept = {name: cells[name] for name in ("grammar", "note", "country")} | wanted
    rewritten = [(Place(*place, name), value) for name, value in kept.items()]
    rewritten.append((Place(*place, STATUS), Status.PROPOSED.value))
    if not term.status.approved:
        old = (name for name in cells if name not in ("concept", "term"))
        rewritten += [(Place(concept.id, term.language, term.text, name), "") for name in old]
    return rewritten


def allowed(
    termbase: Termbase,
    glossary: Glossary,
    wanted: Iterable[tuple[Place, str]],
    *,
    who: str,
    today: date,
) -> Allowed:
    """The changes that make what is wanted, as far as ``who`` may make them."""
    changes = edit(wanted, glossary)
    cells = cells_of(c for c in glossary if any(change.place.concept == c.id for change in changes))
    return second_reading(changes, cells, termbase.history(), who=who, today=today)
