"""The rule that nobody approves a term of their own: what of a change may stand as it is.

Whoever enters a term, or gives it another grammar or other readers, is its author. Only somebody
else makes it preferred, admitted or forbidden. A change that asks for more than that isn't lost: a
new term is kept as a proposal, and what was held back is said.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from translate_kit.glossary.cells import STATUS, Change, Place
from translate_kit.glossary.concept import Status
from translate_kit.glossary.history import SUBSTANCE, Entry, authors
from translate_kit.glossary.store import fold
from translate_kit.messages import _

SIGNED = frozenset({Status.PREFERRED, Status.ADMITTED, Status.FORBIDDEN})
"""What only a second reader may say of a term."""


@dataclass(frozen=True, slots=True)
class Held:
    """A wish that could not be granted as it was made, and what was done instead."""

    place: Place
    why: str


@dataclass(frozen=True, slots=True)
class Allowed:
    """The changes that may be made, and what was held back of those asked for."""

    changes: tuple[Change, ...]
    held: tuple[Held, ...]


def second_reading(
    changes: Iterable[Change],
    cells: Mapping[Place, str],
    history: Sequence[Entry],
    *,
    who: str,
    today: date,
) -> Allowed:
    """What ``who`` may do of the changes; approvals are signed with name and day."""
    allowed: dict[Place, Change] = {}
    held: list[Held] = []
    for change in changes:
        allowed[change.place] = change
    for change in list(allowed.values()):
        place = change.place
        if place.field == STATUS and change.new in SIGNED:
            new, why = _judge(change, cells, history, who)
            if why:
                held.append(Held(place, why))
                allowed[place] = Change(place, change.old, new)
            else:
                allowed |= _signature(place, cells, who, today)
        elif place.field in SUBSTANCE and cells.get(_beside(place, STATUS)) in SIGNED:
            allowed = _signature(place, cells, "", None) | allowed
    return Allowed(tuple(c for c in allowed.values() if c.old != c.new), tuple(held))


def own_work(place: Place, history: Iterable[Entry], who: str) -> bool:
    """Whether ``who`` is an author of the term."""
    wrote = authors(history, place.concept, place.language, place.term)
    return fold(who) in {fold(name) for name in wrote}


def _judge(
    change: Change, cells: Mapping[Place, str], history: Sequence[Entry], who: str
) -> tuple[str, str]:
    """(the status that the term gets, why it isn't the one asked for or empty)."""
    if not change.old:
        why = _("kept as a proposal: a second person decides with “glossary review”")
        return Status.PROPOSED, why
    if own_work(change.place, history, who):
        why = _("left as it was: {who} wrote this term, and somebody else must approve it")
        return change.old, why.format(who=who)
    return change.new, ""


def _signature(
    place: Place, cells: Mapping[Place, str], who: str, today: date | None
) -> dict[Place, Change]:
    values = {"reviewer": who, "date": today.isoformat() if today else ""}
    places = {_beside(place, field): value for field, value in values.items()}
    return {p: Change(p, cells.get(p, ""), value) for p, value in places.items()}


def _beside(place: Place, field: str) -> Place:
    return Place(place.concept, place.language, place.term, field)
