"""What the concepts of a file would change in the glossary.

What a file does not say of a concept changes nothing; ``identity`` says which concept it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from translate_kit.glossary.cells import DOMAIN, STATUS, Change, Place, cells_of
from translate_kit.glossary.concept import Concept, Status
from translate_kit.glossary.edits import clean
from translate_kit.glossary.exchange.foreign import ForeignConcept, ForeignTerm
from translate_kit.glossary.exchange.identity import WRONG, domain_of, identified
from translate_kit.glossary.incoming import Incoming, Problem
from translate_kit.glossary.store import Glossary, fold
from translate_kit.messages import _


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
    ids = identified(listed, glossary, taking.problems, ours=ours)
    for concept in listed:
        if concept.id in ids:
            _take(concept, ids, taking)
    if not ours:
        _leave_statuses(taking)
    return Incoming(tuple(taking.changes.values()), taking.where, tuple(taking.problems))


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
        cells = {"part_of_speech": "noun", **cells, DOMAIN: domain_of(concept)}
    elif concept.source:
        cells = {}  # a comment of a list is no remark of ours
    elif identifier != concept.id:
        cells.pop(DOMAIN, None)  # another program's subject fields are no domains of ours
    for name, text in cells.items():
        place = Place(identifier, "", "", name)
        if text:
            taking.put(place, old.get(place, ""), " ".join(text.split()), concept.where)
    for term in concept.terms:
        if not (concept.source and _is_wrong(identifier, known, term, taking)):
            _take_term(identifier, known, term, old, taking)


def _is_wrong(identifier: str, known: Concept | None, term: ForeignTerm, taking: _Taking) -> bool:
    """Whether a list brings a term back that was decided against, which is told."""
    ours = known.terms.get(term.language, ()) if known else ()
    for each in ours:
        if fold(each.text) == fold(term.text) and each.status in WRONG:
            why = _("“{term}” is a term of {id} already: {status}")
            said = why.format(term=each.text, id=identifier, status=each.status.word)
            taking.problems.append(Problem(term.where, said))
            return True
    return False


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
