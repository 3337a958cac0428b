"""What a person changed in a sheet, as changes of the glossary, with row and column of each."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from translate_kit.files.sheet import Cell
from translate_kit.glossary.cells import Place
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.incoming import Incoming, Problem
from translate_kit.glossary.sheet.columns import ID, OWN_FIELDS, ROW, Column, rows_of
from translate_kit.glossary.sheet.findings import Found
from translate_kit.glossary.sheet.grid import Line, read_grid
from translate_kit.glossary.sheet.newcomers import new_concepts
from translate_kit.glossary.sheet.terms import compare_terms
from translate_kit.glossary.store import Glossary
from translate_kit.messages import _, ngettext

_ID, _ROW = Column("", ID), Column("", ROW)


def read_sheet(path: Path, glossary: Glossary) -> Incoming:
    """The changes that the sheet in ``path`` asks for; raises UserError for what is no sheet.

    Compared with what the sheet was written with; where that was lost, with the glossary as it is.
    """
    grid = read_grid(path)
    found = Found(grid.letters)
    written = None if grid.base is None else _by_concept(grid.base)
    lines = _by_concept(_rows_once(grid.lines, written or {}, found))
    newcomers: list[Line] = []
    for concept, group in lines.items():
        base = (written or {}).get(concept) or _as_it_is(glossary, concept)
        if base:
            _compare(concept, group, base, found)
        else:
            newcomers += group
    new_concepts(newcomers, glossary, found)
    if written is not None:
        _tell_missing(written, {line.text("", ROW) for line in grid.lines}, found)
    return found.incoming()


def _by_concept(lines: Iterable[Line]) -> Mapping[str, list[Line]]:
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.text("", ID).lower(), []).append(line)
    return groups


def _rows_once(
    lines: Iterable[Line], written: Mapping[str, Sequence[Line]], found: Found
) -> Iterable[Line]:
    """The lines whose hidden row name and id still agree, each row once."""
    ids = {line.text("", ROW): name for name, group in written.items() for line in group}
    seen: dict[str, int] = {}
    for line in lines:
        row = line.text("", ROW)
        if row in seen:
            why = _("this is row {row} once more; for a new row empty its hidden cell in column A")
            found.problem(line, _ROW, why.format(row=seen[row]))
        elif row in ids and ids[row] != line.text("", ID).lower():
            why = _("the id was changed; ids are locked, this row belongs to {id}")
            found.problem(line, _ID, why.format(id=ids[row]))
        else:
            yield line
        if row:
            seen.setdefault(row, line.number)


def _as_it_is(glossary: Glossary, concept: str) -> Sequence[Line]:
    """The rows that the glossary would give of a concept now; none where it has no such concept."""
    known: list[Concept] = [glossary.concepts[concept]] if concept in glossary.concepts else []
    return [Line(0, {column: Cell(text) for column, text in row.items()}) for row in rows_of(known)]


def _compare(concept: str, lines: Sequence[Line], base: Sequence[Line], found: Found) -> None:
    first = _first_row(lines, base)
    for line in lines:
        for name in OWN_FIELDS:
            column = Column("", name)
            if line is first:
                place = Place(concept, "", "", name)
                found.compared(line, column, place, base[0].text("", name))
            elif found.usable(line, column):
                why = _("this row is for further terms; change the first row of {id}")
                found.problem(line, column, why.format(id=concept))
    compare_terms(concept, lines, base, found)


def _first_row(lines: Sequence[Line], base: Sequence[Line]) -> Line | None:
    """The line that holds the concept's own fields: by its row name, else the first that does."""
    name = base[0].text("", ROW)
    if name:
        return next((line for line in lines if line.text("", ROW) == name), None)
    told = (line for line in lines if any(line.text("", field) for field in OWN_FIELDS))
    return next(told, None)


def _tell_missing(
    written: Mapping[str, Sequence[Line]], there: Collection[str], found: Found
) -> None:
    """Rows that were deleted: nothing is deleted for it, and that is said."""
    gone = [line.text("", ROW) for group in written.values() for line in group]
    missing = [row for row in gone if row not in there]
    if missing:
        why = ngettext(
            "{n} row is missing; nothing is deleted for that. To end a term, mark it deprecated",
            "{n} rows are missing; nothing is deleted for that. To end a term, mark it deprecated",
            len(missing),
        )  # fmt: skip
        found.problems.append(Problem(", ".join(missing[:10]), why.format(n=len(missing))))
