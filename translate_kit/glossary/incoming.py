"""Changes that come from outside (a sheet, a TBX file): what fits is made, what doesn't is said.

Nothing is refused in silence: every change that is not made leaves a ``Problem`` with its place in
the file it came from, and what to do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from translate_kit.glossary.cells import (
    Cells,
    Change,
    Place,
    Unfitting,
    applied,
    cells_of,
    clashes,
    concepts_of,
)
from translate_kit.glossary.history import Entry
from translate_kit.glossary.references import wrong_references
from translate_kit.glossary.second_reading import Held, second_reading
from translate_kit.glossary.store import Glossary
from translate_kit.glossary.termbase import Clashing, Termbase
from translate_kit.messages import _

_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be taken over, ``where`` in the file it stands, and what to do."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """The changes that a file asks for, where in the file each is, and what was unusable in it."""

    changes: tuple[Change, ...]
    where: Mapping[Place, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def at(self, place: Place) -> str:
        """Where a change comes from; the place in the glossary where the file doesn't say."""
        return self.where.get(place, str(place))


@dataclass(frozen=True, slots=True)
class Importer:
    """Who takes a file in, and when; ``trusted`` takes its statuses over as they are."""

    who: str
    today: date
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of incoming changes: those that can be made, and what was held back and why."""

    changes: tuple[Change, ...]
    held: tuple[Held, ...]
    problems: tuple[Problem, ...]


def settle(
    incoming: Incoming, glossary: Glossary, history: Sequence[Entry], by: Importer
) -> Outcome:
    """Which of the changes can be made in the glossary as it stands.

    Fields that somebody changed meanwhile are left to them; a concept that the changes would spoil
    is left whole as it is.
    """
    touched = {change.place.concept for change in incoming.changes}
    cells = cells_of(concept for concept in glossary if concept.id in touched)
    problems = list(incoming.problems)
    fitting = _without_clashes(incoming, cells, problems)
    held: tuple[Held, ...] = ()
    if not by.trusted:
        fitting = tuple(c for c in fitting if c.place.field not in ("reviewer", "date"))
        allowed = second_reading(fitting, cells, history, who=by.who, today=by.today)
        fitting, held = allowed.changes, allowed.held
    kept = [
        change
        for concept in sorted(touched)
        for change in _of_concept(concept, fitting, cells, glossary, incoming, problems)
    ]
    return Outcome(tuple(kept), held, tuple(problems))


def take_in(
    termbase: Termbase, incoming: Incoming, by: Importer, *, why: str = ""
) -> tuple[Entry, Outcome]:
    """Make what can be made, even while others change the glossary; the rest is told."""
    for attempt in range(_ATTEMPTS):
        outcome = settle(incoming, termbase.load(), termbase.history(), by)
        try:
            return termbase.commit(outcome.changes, who=by.who, did="import", why=why), outcome
        except Clashing:
            if attempt == _ATTEMPTS - 1:
                raise
    raise AssertionError("the loop returns or raises")


def _without_clashes(
    incoming: Incoming, cells: Cells, problems: list[Problem]
) -> tuple[Change, ...]:
    found = {clash.change: clash.found for clash in clashes(cells, incoming.changes)}
    for change, now in found.items():
        why = _("{place}: somebody has changed this to “{found}” meanwhile; look, and choose")
        said = why.format(place=change.place, found=now or _("(empty)"))
        problems.append(Problem(incoming.at(change.place), said))
    return tuple(
        change
        for change in incoming.changes
        if change not in found and cells.get(change.place, "") != change.new
    )


def _of_concept(
    concept: str,
    changes: Iterable[Change],
    cells: Cells,
    glossary: Glossary,
    incoming: Incoming,
    problems: list[Problem],
) -> list[Change]:
    """The changes of one concept if they leave it sound; else none, and the problem."""
    own = [change for change in changes if change.place.concept == concept]
    before = {place: text for place, text in cells.items() if place.concept == concept}
    try:
        after = concepts_of(applied(before, own))
    except Unfitting as unfit:
        problems.append(Problem(_nearest(incoming, unfit.place), f"{unfit.place}: {unfit.why}"))
        return []
    concepts = {**glossary.concepts, **after}
    for changed in after.values():
        for column, why in wrong_references(concepts, changed):
            place = Place(concept, "", "", column)
            problems.append(Problem(_nearest(incoming, place), f"{place}: {why}"))
            return []
    return own


def _nearest(incoming: Incoming, place: Place) -> str:
    """Where the field comes from, else the same field of a term beside it, else its concept."""
    if place in incoming.where:
        return incoming.where[place]
    alike = [p for p in incoming.where if p.concept == place.concept]
    beside = [p for p in alike if (p.language, p.field) == (place.language, place.field)]
    return incoming.where[(beside or alike)[0]] if alike else str(place)
