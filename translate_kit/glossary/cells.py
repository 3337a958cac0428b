"""The glossary as one flat table of cells, place -> text, and the algebra of changes on it.

Every way of changing the glossary (a command, an edited sheet, a TBX file, another branch, undo) is
a list of ``Change``s; merging two people's work and noticing that they touched the same field is
done here, once. Empty cells are left out, so that “not there” and “empty” are the same thing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from translate_kit.errors import UserError
from translate_kit.glossary.concept import Concept, Term, rivals
from translate_kit.glossary.fields import Unfit, concept_cells, read_concept, read_term, term_cells
from translate_kit.messages import _

DOMAIN = "domain"
STATUS = "status"

Cells = dict["Place", str]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One field of a concept, or of one of its terms; ``language`` and ``term`` empty for its own.

    ``term`` is the text of the term: to write a term differently is to take one away and to add
    another.
    """

    concept: str
    language: str
    term: str
    field: str

    def __str__(self) -> str:
        if not self.language:
            return f"{self.concept} {self.field}"
        return f"{self.concept} {self.language} “{self.term}” {self.field}"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """What stood at a place, and what is to stand there; empty means nothing."""

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A change that doesn't fit: where it expected ``change.old``, somebody has put ``found``."""

    change: Change
    found: str


class Unfitting(UserError):  # noqa: N818 - the trade's word
    """A change would leave the glossary in a state that it can't be in; ``place`` says where."""

    def __init__(self, place: Place, why: str) -> None:
        self.place, self.why = place, why
        super().__init__(f"{place}: {why}")


def cells_of(concepts: Iterable[Concept]) -> Cells:
    """Every cell that is not empty."""
    return {place: text for each in concepts for place, text in _concept(each) if text}


def _concept(concept: Concept) -> Iterator[tuple[Place, str]]:
    yield Place(concept.id, "", "", DOMAIN), concept.domain
    for field, text in concept_cells(concept).items():
        if field != "id":
            yield Place(concept.id, "", "", field), text
    for language, terms in concept.terms.items():
        for term in terms:
            for field, text in term_cells(concept.id, term).items():
                if field not in ("concept", "term"):
                    yield Place(concept.id, language, term.text, field), text


def difference(old: Mapping[Place, str], new: Mapping[Place, str]) -> tuple[Change, ...]:
    """The changes that make ``new`` of ``old``, in the order of their places."""
    places = sorted(p for p in old.keys() | new.keys() if old.get(p, "") != new.get(p, ""))
    return tuple(Change(place, old.get(place, ""), new.get(place, "")) for place in places)


def reverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take ``changes`` back."""
    return tuple(Change(change.place, change.new, change.old) for change in changes)


def clashes(cells: Mapping[Place, str], changes: Iterable[Change]) -> tuple[Clash, ...]:
    """The changes that can't be made, because their place holds neither the old nor the new."""
    found = ((change, cells.get(change.place, "")) for change in changes)
    return tuple(Clash(change, now) for change, now in found if now not in (change.old, change.new))


def applied(cells: Mapping[Place, str], changes: Iterable[Change]) -> Cells:
    """The cells after the changes; where they clash the change wins, so look for clashes first."""
    after = dict(cells)
    for change in changes:
        if change.new:
            after[change.place] = change.new
        else:
            after.pop(change.place, None)
    return after


def concepts_of(cells: Mapping[Place, str]) -> dict[str, Concept]:
    """The concepts that the cells make; raises Unfitting for cells that make none.

    A concept needs its domain, a term its status, and no language has two preferred terms for the
    same readers.
    """
    rows: dict[str, dict[tuple[str, str], dict[str, str]]] = {}
    for place, text in cells.items():
        terms = rows.setdefault(place.concept, {("", ""): {}})
        terms.setdefault((place.language, place.term), {})[place.field] = text
    return {identifier: _read(identifier, rows[identifier]) for identifier in sorted(rows)}


def _read(identifier: str, rows: Mapping[tuple[str, str], Mapping[str, str]]) -> Concept:
    terms: dict[str, list[Term]] = {}
    for (language, text), row in rows.items():
        if language:
            try:
                term = read_term({"term": text, **row}, language)
            except Unfit as unfit:
                raise Unfitting(Place(identifier, language, text, unfit.field), unfit.why) from None
            terms.setdefault(language, []).append(term)
    for language, each in terms.items():
        each.sort(key=lambda term: term.order)
        for _first, second in rivals(each):
            why = _("{id} has two preferred terms; make one of them admitted").format(id=identifier)
            raise Unfitting(Place(identifier, language, second.text, STATUS), why)
    own = rows["", ""]
    if DOMAIN not in own:
        raise Unfitting(Place(identifier, "", "", DOMAIN), _("there is no such concept"))
    try:
        return read_concept({"id": identifier, **own}, own[DOMAIN], terms)
    except Unfit as unfit:
        raise Unfitting(Place(identifier, "", "", unfit.field), unfit.why) from None
