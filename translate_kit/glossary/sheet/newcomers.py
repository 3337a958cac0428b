"""Rows of a sheet that belong to no concept yet: the new concepts that they enter."""

from collections.abc import Sequence

from translate_kit.glossary.cells import Place
from translate_kit.glossary.edits import next_id
from translate_kit.glossary.fields import Unfit, check_id
from translate_kit.glossary.sheet.columns import ID, OWN_FIELDS, ROW, Column
from translate_kit.glossary.sheet.findings import Found
from translate_kit.glossary.sheet.grid import Line
from translate_kit.glossary.sheet.terms import enter_terms
from translate_kit.glossary.store import Glossary
from translate_kit.messages import _

_NEEDED = ("domain", "definition")
_USUAL = {"part_of_speech": "noun"}


def new_concepts(lines: Sequence[Line], glossary: Glossary, found: Found) -> None:
    """Note the concepts that these rows enter: one for each id, and for each row without an id."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        if line.text("", ROW):
            why = _("this row is not of this sheet; empty its hidden cell in column A")
            found.problem(line, Column("", ROW), why)
        else:
            groups.setdefault(line.text("", ID) or f"row {line.number}", []).append(line)
    taken: dict[str, int] = {}
    for name, group in groups.items():
        identifier = _identifier(name, group[0], glossary, taken, found)
        if identifier and _is_whole(group[0], found):
            _enter(identifier, group, found)


def _identifier(
    name: str, line: Line, glossary: Glossary, taken: dict[str, int], found: Found
) -> str | None:
    """The id that a person gave, else the next free one of the domain."""
    if line.text("", ID):
        try:
            check_id(name)
        except Unfit as unfit:
            why = _("there is no such concept; leave the id of a new one empty")
            found.problem(line, Column("", ID), f"{unfit.why}; {why}")
            return None
        return name
    prefix, _dash, number = next_id(glossary.homes, line.text("", "domain")).rpartition("-")
    taken[prefix] = taken.get(prefix, int(number) - 1) + 1
    return f"{prefix}-{taken[prefix]:04}"


def _is_whole(line: Line, found: Found) -> bool:
    missing = [field for field in _NEEDED if not found.usable(line, Column("", field))]
    for field in missing:
        why = _("a new concept needs this; for a further term of an old one write its id")
        found.problem(line, Column("", field), why)
    return not missing


def _enter(identifier: str, lines: Sequence[Line], found: Found) -> None:
    first = lines[0]
    for field in OWN_FIELDS:
        text = found.usable(first, Column("", field)) or _USUAL.get(field, "")
        if text:
            place = Place(identifier, "", "", field)
            found.change(first, Column("", field), place, "", text)
    enter_terms(identifier, lines, found)
