"""Standards that a text names and shouldn't: superseded, withdrawn, not yet in force, unknown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from translate_kit.standards.codes import Code, CodeFound, normalise
from translate_kit.standards.editions import Edition, Standing
from translate_kit.standards.table import Standard, Standards


class Trouble(StrEnum):
    """Why a code in a text is worth a look on a day."""

    SUPERSEDED = "superseded"
    """No longer in force, or its successor is in force."""
    WITHDRAWN = "withdrawn"
    """No longer in force, and no successor is recorded."""
    NOT_YET = "not_yet"
    """Comes into force after the day."""
    REPLACED_SOMETIME = "replaced_sometime"
    """A successor is recorded, but not since when it holds."""
    UNKNOWN = "unknown"
    """The table has no such standard, or no such edition of it."""
    UNVERIFIED = "unverified"
    """Recorded, but nothing says how it stood on the day: the only one that is no finding."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A code in a text with what is wrong with it.

    ``in_force`` is the code of the edition that held on the day, of the same standard or of one
    that replaced it; None where none is recorded. ``replaced_by`` are the direct successors.
    """

    found: CodeFound
    trouble: Trouble
    in_force: str | None = None
    replaced_by: tuple[str, ...] = ()


def questionable(standards: Standards, text: str, day: date) -> Iterator[Citation]:
    """The codes in ``text`` that don't stand in force on ``day``, in reading order.

    A code without a year means the standard in whatever edition: it is named only where the table
    proves that none was in force.
    """
    for found in standards.codes_in(text):
        if not standards.holds(found.text):
            yield Citation(found, Trouble.UNKNOWN)
            continue
        standard = standards.find(found.text)
        successors = _successors(standard, found.code)
        trouble = _trouble(standards, standard, found.code, day)
        if trouble:
            yield Citation(found, trouble, _in_force(standards, standard, day), successors)


def _trouble(standards: Standards, standard: Standard, code: Code, day: date) -> Trouble | None:
    if code.edition is None:
        return _trouble_of_all(standard, day)
    edition = standard.edition(code)
    if edition is None:
        later = [one for one in standard.editions if _names(one.replaces, code)]
        begun = any(one.standing(day) is not Standing.NOT_YET for one in later)
        return Trouble.SUPERSEDED if begun else Trouble.UNKNOWN
    return _trouble_of_edition(standards, edition, day)


def _trouble_of_all(standard: Standard, day: date) -> Trouble | None:
    standings = {edition.standing(day) for edition in standard.editions}
    if standings == {Standing.NOT_YET}:
        return Trouble.NOT_YET
    if standings <= {Standing.NOT_YET, Standing.NO_LONGER}:
        replaced = any(edition.replaced_by for edition in standard.editions)
        return Trouble.SUPERSEDED if replaced else Trouble.WITHDRAWN
    return None


def _trouble_of_edition(standards: Standards, edition: Edition, day: date) -> Trouble | None:
    standing = edition.standing(day)
    if standing is Standing.IN_FORCE:
        return None
    if standing is Standing.NOT_YET:
        return Trouble.NOT_YET
    if standing is Standing.NO_LONGER:
        return Trouble.SUPERSEDED if edition.replaced_by else Trouble.WITHDRAWN
    return _trouble_of_unproven(standards, edition, day)


def _trouble_of_unproven(standards: Standards, edition: Edition, day: date) -> Trouble:
    """What the successors tell of an edition whose own dates prove nothing about the day."""
    if not edition.replaced_by:
        return Trouble.UNVERIFIED
    recorded = list(_recorded(standards, edition.replaced_by))
    if any(one.standing(day) is Standing.IN_FORCE for one in recorded):
        return Trouble.SUPERSEDED
    if any(normalise(code).edition and _not_begun(standards, code, day)
           for code in edition.replaced_by):  # fmt: skip
        return Trouble.UNVERIFIED
    return Trouble.REPLACED_SOMETIME


def _not_begun(standards: Standards, code: str, day: date) -> bool:
    """Whether a successor, recorded or only named, is from after the day."""
    recorded = next(_recorded(standards, [code]), None)
    if recorded:
        return recorded.standing(day) is Standing.NOT_YET
    return int((normalise(code).edition or "0")[:4]) > day.year


def _successors(standard: Standard, code: Code) -> tuple[str, ...]:
    edition = standard.edition(code) or (standard.editions[-1] if not code.edition else None)
    if edition:
        return edition.replaced_by
    return tuple(one.code for one in standard.editions if _names(one.replaces, code))


def _in_force(standards: Standards, standard: Standard, day: date) -> str | None:
    """The edition that held on the day; it may be of a standard that replaced this one."""
    waiting, seen = list(standard.editions), list[Edition]()
    while waiting:
        edition = waiting.pop()
        if edition in seen:
            continue
        if edition.standing(day) is Standing.IN_FORCE:
            return edition.code
        seen.append(edition)
        waiting = [*_recorded(standards, edition.replaced_by), *waiting]
    return None


def _recorded(standards: Standards, codes: Iterable[str]) -> Iterator[Edition]:
    for code in codes:
        if standards.holds(code):
            edition = standards.find(code).edition(normalise(code))
            if edition:
                yield edition


def _names(codes: Iterable[str], wanted: Code) -> bool:
    return wanted in map(normalise, codes)
