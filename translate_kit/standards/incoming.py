"""Sheets of standards as they come in: what they would change, and what of them can't be used.

A row is known by its code and edition, however it is typed. What a sheet doesn't say changes
nothing: a missing column, an empty cell. A single ``-`` empties a cell. Headings are the columns of
the table or what ``titles.csv`` says they may be called.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from translate_kit.errors import BadData, nearest
from translate_kit.files import read_table
from translate_kit.files.sheet import Cell, read_pages
from translate_kit.messages import _
from translate_kit.standards.cells import Cells, Change, Place, applied, edition_in, rows_of
from translate_kit.standards.codes import normalise
from translate_kit.standards.editions import COLUMNS, REQUIRED
from translate_kit.standards.keeping import canonical, find_id, next_id

EMPTY = "-"
_DATES = ("issued", "in_force_from", "in_force_to", "known_in_force")
_DAY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})\s*日?)?月?")
_FORMULA = ("=", "@")
_TITLES = Path(__file__).parent / "titles.csv"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something of the sheet that can't be taken over; ``where`` is the row and column."""

    where: str
    why: str


@dataclass
class Incoming:
    """What a sheet asks for: changes, where each stands, and problems."""

    changes: list[Change] = field(default_factory=list)
    where: dict[Place, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def keep(self, changes: Sequence[Change], where: Mapping[Place, str]) -> None:
        """Note the changes of one row."""
        self.changes += changes
        self.where |= where


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the sheet by column, with the letters of its columns."""

    number: int
    cells: Mapping[str, Cell]
    letters: Mapping[str, str]

    def at(self, column: str) -> str:
        said = _("row {row}, column {letter} ({name})")
        letter = self.letters.get(column, "?")
        return said.format(row=self.number, letter=letter, name=column)


def read_incoming(path: Path, cells: Cells) -> Incoming:
    """What the sheet would change in the table; raises UserError or BadData for what is none."""
    incoming = Incoming()
    now, seen = dict(cells), dict[str, int]()
    for line in _lines(path, incoming):
        texts = dict(_texts(line, incoming))
        code = texts.get("code", "")
        if not code:
            if not line.cells["code"].trouble:
                why = _("the code is missing; fill it in or delete the row")
                incoming.problems.append(Problem(line.at("code"), why))
            continue
        known = find_id(now, code)
        identifier = known or _new_id(line, texts, now, incoming)
        if identifier is None:
            continue
        if identifier in seen:
            why = _("{code} is in row {row} already; the first counts")
            said = why.format(code=code, row=seen[identifier])
            incoming.problems.append(Problem(line.at("code"), said))
            continue
        seen[identifier] = line.number
        changes = _changes(identifier, texts, now, new=known is None)
        after = applied(now, changes)
        if _is_sound(path, line, after, identifier, incoming):
            incoming.keep(changes, {c.place: line.at(c.column) for c in changes})
            now = after
    return incoming


def _lines(path: Path, incoming: Incoming) -> Iterator[_Line]:
    from openpyxl.utils import get_column_letter

    header: dict[str, int] = {}
    letters: dict[str, str] = {}
    for number, cells in next(iter(read_pages(path).values())):
        if not any(cell.text or cell.trouble for cell in cells):
            continue
        if not header:
            header = _header(path, number, [cell.text for cell in cells], incoming)
            letters = {column: get_column_letter(at + 1) for column, at in header.items()}
            continue
        by_column = {c: cells[at] if at < len(cells) else Cell("") for c, at in header.items()}
        yield _Line(number, by_column, letters)
    if not header:
        raise BadData(path, _("the file is empty; it needs a header row"), line=1)


def _header(path: Path, number: int, texts: Sequence[str], incoming: Incoming) -> dict[str, int]:
    """Column -> its place; columns that nobody knows are told."""
    found: dict[str, int] = {}
    for at, text in enumerate(texts):
        column = _titles().get(text.casefold())
        if column and column not in found:
            found[column] = at
        elif text:
            near = nearest(text, _titles())
            hint = _("; did you mean “{near}”?").format(near=near) if near and not column else ""
            why = (
                _("this column is there twice") if column else _("unknown column, left out") + hint
            )
            where = _("row {row}, “{text}”").format(row=number, text=text)
            incoming.problems.append(Problem(where, why))
    if "code" not in found:
        raise BadData(path, _("this column is missing"), line=number, field="code")
    return found


@cache
def _titles() -> Mapping[str, str]:
    """What may stand above a column -> the column."""
    rows = read_table(_TITLES, required=("column", "title"), known=("column", "title"))
    titles = {row.cells["title"]: row.cells["column"] for row in rows}
    names = {name.replace("_", " "): name for name in COLUMNS} | {name: name for name in COLUMNS}
    return {title.casefold(): column for title, column in (titles | names).items()}


def _texts(line: _Line, incoming: Incoming) -> Iterator[tuple[str, str]]:
    """The cells that say something, as the table writes them; ``-`` stays."""
    for column, cell in line.cells.items():
        if column == "id":
            continue
        trouble = cell.trouble
        if column in _DATES and cell.is_date:
            trouble = ""
        if cell.text.startswith(_FORMULA):
            trouble = _("this looks like a formula; put a text there")
        if trouble:
            incoming.problems.append(Problem(line.at(column), trouble))
        elif cell.text:
            text = _day(cell.text) if column in _DATES else cell.text
            yield column, canonical(column, text)


def _day(text: str) -> str:
    """2013-06-01 of 2013/6/1, 2013.6.1 and 2013年6月1日; anything else as it is."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return text
    return "-".join((match[1], *(part.zfill(2) for part in match.groups()[1:] if part)))


def _new_id(line: _Line, texts: Mapping[str, str], cells: Cells, incoming: Incoming) -> str | None:
    """The id of a new edition; None, and a problem for each, where it lacks what it needs."""
    missing = [name for name in REQUIRED if name != "id" and texts.get(name, EMPTY) == EMPTY]
    for column in missing:
        why = _("{code} is new, and needs this").format(code=texts["code"])
        incoming.problems.append(Problem(line.at(column), why))
    return None if missing else next_id(cells, texts["country"])


def _changes(
    identifier: str, texts: Mapping[str, str], cells: Cells, *, new: bool
) -> tuple[Change, ...]:
    wanted = {column: "" if text == EMPTY else text for column, text in texts.items()}
    if new and "edition_year" not in wanted:
        wanted["edition_year"] = year_of(wanted["code"])
    if not new and normalise(wanted["code"]) == normalise(cells.get((identifier, "code"), "")):
        wanted["code"] = cells[identifier, "code"]  # only typed differently
    elif not new:
        del wanted["code"]  # it is known by another code of its
    found = (Change(identifier, c, cells.get((identifier, c), ""), t) for c, t in wanted.items())
    return tuple(change for change in found if change.old != change.new)


def year_of(code: str) -> str:
    """The year of the edition that a code names; empty where it names none."""
    years: Iterable[str] = re.findall(r"(?:19|20)\d\d", normalise(code).edition or "")
    return max(years, default="")


def _is_sound(path: Path, line: _Line, after: Cells, identifier: str, incoming: Incoming) -> bool:
    try:
        edition_in(rows_of(after)[identifier], path)
    except BadData as error:
        incoming.problems.append(Problem(line.at(error.field or "code"), error.why))
        return False
    return True
