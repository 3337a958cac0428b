"""What is wrong with the tables of standards, row by row: for people and for CI.

``Standards.load`` stops at the first thing that is wrong; here a person sees all of it at once.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from translate_kit.errors import BadData, UserError
from translate_kit.files import Row, read_table
from translate_kit.languages.countries import known_countries
from translate_kit.messages import _
from translate_kit.model import Severity
from translate_kit.standards.codes import Code, normalise, written
from translate_kit.standards.crosswalk import COLUMNS as CROSSWALK
from translate_kit.standards.editions import COLUMNS, REQUIRED, Edition, Standing, edition_of

BODIES = frozenset({"EU", "ISO"})
"""Publishers that are no country."""

_LIKE_A_CODE = re.compile(r"[A-ZА-ЯЁ]{1,6}(?:[ /][A-ZА-ЯЁ]{1,4}){0,2} ?\d{2,}")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at: ``check`` names what found it, ``column`` where in the row it is."""

    severity: Severity
    check: str
    file: Path
    line: int | None
    code: str
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Line:
    """An edition with the row that it stands in."""

    row: Row
    edition: Edition

    def remark(self, severity: Severity, check: str, column: str, message: str) -> Remark:
        """A remark on a cell of the row."""
        row = self.row
        return Remark(severity, check, row.file, row.line, self.edition.code, column, message)


_Check = Callable[["Examined"], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Examined:
    """The lines that can be read, and by every code that names them."""

    lines: Sequence[Line]
    by_code: Mapping[Code, Line]


def check_tables(table: Path, crosswalk: Path) -> list[Remark]:
    """Everything wrong with ``standards.csv`` and ``equivalence.csv``, by file and line."""
    remarks: list[Remark] = []
    lines = list(_lines(table, remarks))
    by_code: dict[Code, Line] = {}
    for line in lines:
        for code in _names(line.edition):
            by_code.setdefault(code, line)
    examined = Examined(lines, by_code)
    for check in _CHECKS:
        remarks += check(examined)
    remarks += _crosswalk(crosswalk, {line.edition.code for line in lines})
    return sorted(remarks, key=lambda each: (str(each.file), each.line or 0, each.check))


def _names(edition: Edition) -> tuple[Code, ...]:
    return tuple(dict.fromkeys(map(normalise, (edition.code, *edition.also))))


def _lines(path: Path, remarks: list[Remark]) -> Iterator[Line]:
    """The editions of the file; a row that can't be read is a remark."""
    try:
        for row in read_table(path, required=REQUIRED, known=COLUMNS):
            try:
                yield Line(row, edition_of(row))
            except BadData as error:
                remarks.append(_broken(path, error, row.cells.get("code", "")))
    except UserError as error:
        remarks.append(_broken(path, error, ""))


def _broken(path: Path, error: UserError, code: str) -> Remark:
    if isinstance(error, BadData):
        column = error.field or ""
        return Remark(Severity.ERROR, "files", path, error.line, code, column, error.why)
    return Remark(Severity.ERROR, "files", path, None, code, "", str(error))


def _duplicates(examined: Examined) -> Iterator[Remark]:
    seen: dict[str, Line] = {}
    for line in examined.lines:
        first = seen.setdefault(line.edition.id, line)
        if first is not line:
            why = _("the id is in line {line} too").format(line=first.row.line)
            yield line.remark(Severity.ERROR, "duplicates", "id", why)
        for code in _names(line.edition):
            other = examined.by_code[code]
            if other is not line:
                why = _("the same edition as {code} in line {line}; keep one row")
                said = why.format(code=other.edition.code, line=other.row.line)
                yield line.remark(Severity.ERROR, "duplicates", "code", said)


def _codes(examined: Examined) -> Iterator[Remark]:
    for line in examined.lines:
        edition = line.edition
        for column, codes in (
            ("code", (edition.code,)), ("also", edition.also), ("replaces", edition.replaces),
            ("replaced_by", edition.replaced_by),
        ):  # fmt: skip
            for code in codes:
                if written(code) != code:
                    why = _("write it as its publisher does: {code}").format(code=written(code))
                    yield line.remark(Severity.WARNING, "codes", column, why)
        year = normalise(edition.code).edition or ""
        if edition.year and year and str(edition.year) not in _YEAR.findall(year):
            why = _("the code says {year}").format(year=year)
            yield line.remark(Severity.WARNING, "codes", "edition_year", why)


def _bodies(examined: Examined) -> Iterator[Remark]:
    for line in examined.lines:
        country = line.edition.country
        if country not in known_countries() | BODIES:
            why = _("“{country}” publishes no standards: write a country's two letters, EU or ISO")
            said = why.format(country=country)
            yield line.remark(Severity.ERROR, "bodies", "country", said)
        code = line.edition.code
        if not normalise(code).family and _LIKE_A_CODE.match(code):
            why = _("nobody we know publishes such codes; it is found only when written just so")
            yield line.remark(Severity.WARNING, "bodies", "code", why)


def _dates(examined: Examined) -> Iterator[Remark]:
    for line in examined.lines:
        edition = line.edition
        issued, since, until, known = edition.issued, edition.since, edition.until, edition.known
        if issued and since and since.last < issued.first:
            why = _("in force before it was issued")
            yield line.remark(Severity.ERROR, "dates", "in_force_from", why)
        elif since and edition.year and since.last.year < edition.year:
            why = _("in force before the year of the edition")
            yield line.remark(Severity.WARNING, "dates", "in_force_from", why)
        if since and until and until.last < since.first:
            why = _("no longer in force before it was in force")
            yield line.remark(Severity.ERROR, "dates", "in_force_to", why)
        if known and ((since and known.first < since.first) or (until and known.last > until.last)):
            why = _("outside the time from in_force_from to in_force_to")
            yield line.remark(Severity.ERROR, "dates", "known_in_force", why)


def _together(examined: Examined) -> Iterator[Remark]:
    """Two editions of one standard that are proven to be in force on one day."""
    standards: dict[tuple[str, str], list[Line]] = {}
    for line in examined.lines:
        for key in {code.key for code in _names(line.edition)}:
            standards.setdefault(key, []).append(line)
    seen: set[tuple[int, int]] = set()
    for lines in standards.values():
        for one, two in combinations(lines, 2):
            day = _both_in_force(one.edition, two.edition)
            if day and (one.row.line, two.row.line) not in seen:
                seen.add((one.row.line, two.row.line))
                why = _("in force on {day} together with {code}; end one of them")
                said = why.format(day=day, code=one.edition.code)
                yield two.remark(Severity.WARNING, "together", "in_force_from", said)


def _both_in_force(one: Edition, two: Edition) -> date | None:
    """The first day on which both are proven to be in force."""
    days = sorted({*one.first_days, *two.first_days})
    both = (d for d in days if one.standing(d) is two.standing(d) is Standing.IN_FORCE)
    return next(both, None)


def _succession(examined: Examined) -> Iterator[Remark]:
    for line in examined.lines:
        for column, codes, other in (
            ("replaced_by", line.edition.replaced_by, "replaces"),
            ("replaces", line.edition.replaces, "replaced_by"),
        ):
            for code in codes:
                found = examined.by_code.get(normalise(code))
                if found is None:
                    why = _("{code} is not in the table; add it, so that its dates are known")
                    yield line.remark(Severity.NOTE, "succession", column, why.format(code=code))
                elif not set(_names(line.edition)) & set(
                    map(normalise, getattr(found.edition, other))
                ):
                    why = _("{code} doesn't name this edition as {column}")
                    said = why.format(code=code, column=other)
                    yield line.remark(Severity.NOTE, "succession", column, said)
        circle = _circle(examined, line)
        if circle:
            why = _("the editions replace each other in a circle: {codes}; take one out")
            said = why.format(codes=" → ".join(circle))
            yield line.remark(Severity.ERROR, "succession", "replaced_by", said)


def _circle(examined: Examined, line: Line) -> list[str]:
    """The codes on a way from the edition round to itself; empty where there is none."""
    ways = [[line]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for code in way[-1].edition.replaced_by:
            found = examined.by_code.get(normalise(code))
            if found is line:
                return [each.edition.code for each in (*way, line)]
            if found and found.edition.id not in seen:
                seen.add(found.edition.id)
                ways.append([*way, found])
    return []


_CHECKS: tuple[_Check, ...] = (_duplicates, _codes, _bodies, _dates, _together, _succession)


def _crosswalk(path: Path, known: set[str]) -> Iterator[Remark]:
    """Rows of the cross-walk that name standards which the table lacks."""
    try:
        for row in read_table(path, required=("id", "standard_a", "standard_b"), known=CROSSWALK):
            for column in ("standard_a", "standard_b"):
                code = row.cells[column]
                if code not in known:
                    why = _("“{code}” is not in the table of standards").format(code=code)
                    yield Remark(
                        Severity.ERROR, "crosswalk", path, row.line, row.cells["id"], column, why
                    )
    except UserError as error:
        yield _broken(path, error, "")
