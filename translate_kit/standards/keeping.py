"""The table of standards as the office changes it: its own file over the shipped one.

The shipped table is never changed: the first change copies it into the office's folder, where it
lies over the shipped one from then on.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from translate_kit.errors import BadData, CannotWrite, UserError
from translate_kit.files import journal
from translate_kit.messages import _
from translate_kit.standards.cells import (
    Cells,
    Change,
    applied,
    clashes,
    edition_in,
    read_cells,
    rows_of,
    table_csv,
)
from translate_kit.standards.codes import Code, normalise, written
from translate_kit.standards.history import HISTORY, Entry, line_of, read_history

TABLE = "standards.csv"
_LISTS = ("also", "replaces", "replaced_by")


class Clashing(UserError):  # noqa: N818 - the trade's word
    """Somebody else has changed the same cells meanwhile; nothing was saved."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """The folders of a table that can be changed: ``shipped`` is read, ``own`` is written."""

    shipped: Path
    own: Path

    @property
    def path(self) -> Path:
        """The table that counts."""
        own = self.own / TABLE
        return own if own.is_file() else self.shipped / TABLE

    def cells(self) -> Cells:
        """The table as it stands on the disk now; a change that a dead process left is finished."""
        if self.own.is_dir():
            journal.settle(self.own)
        return read_cells(self.path)

    def history(self) -> tuple[Entry, ...]:
        """Every change so far, the oldest first."""
        return read_history(self.own / HISTORY)

    def commit(
        self, changes: Sequence[Change], *, who: str, did: str, why: str = "", undoes: str = ""
    ) -> Entry:
        """Make the changes, all or none, and write them into the history.

        The entry holds what was left to change; where that is nothing, nothing is written. Raises
        Clashing for cells that others changed meanwhile, BadData where the result would be no
        table, CannotWrite where the disk refuses.
        """
        try:
            self.own.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = _("the folder {folder} can't be made: {why}")
            raise CannotWrite(why.format(folder=self.own, why=error.strerror)) from None
        with journal.locked(self.own):
            before = read_cells(self.path)
            history = self.history()
            _refuse_clashes(before, changes)
            due = tuple(c for c in changes if before.get(c.place, "") != c.new)
            after = applied(before, due)
            refuse_unfit(after, {change.id for change in due}, self.own / TABLE)
            entry = Entry(secrets.token_hex(4), _now(history), who, did, why, due, undoes)
            if due:
                log = self.own / HISTORY
                size = log.stat().st_size if log.exists() else 0
                files = {TABLE: table_csv(after)}
                journal.write(self.own, journal.Writing(files, HISTORY, size, line_of(entry)))
        return entry


def _refuse_clashes(before: Cells, changes: Sequence[Change]) -> None:
    found = clashes(before, changes)
    if found:
        said = _("{id} {column}: it says “{found}” now, not “{old}”")
        lines = [
            said.format(id=c.id, column=c.column, found=now or _("(empty)"), old=c.old)
            for c, now in found
        ]
        head = _("changed meanwhile by somebody else; nothing was saved, look and enter it again:")
        raise Clashing("\n  ".join((head, *lines)))


def refuse_unfit(cells: Cells, touched: set[str], path: Path) -> None:
    """Raises BadData where a changed edition can't be read, or has the code of another."""
    rows = rows_of(cells)
    codes: dict[Code, str] = {}
    for identifier, row in rows.items():
        for code in codes_of(row):
            other = codes.setdefault(code, identifier)
            if other != identifier and touched & {other, identifier}:
                why = _("{code} is {id} already; each edition is recorded once")
                raise BadData(path, why.format(code=row.get("code"), id=other), field="code")
    for identifier in sorted(touched & rows.keys()):
        edition_in(rows[identifier], path)


def codes_of(row: Mapping[str, str]) -> tuple[Code, ...]:
    """The codes that name the edition of a row: its own and those it is also known by."""
    others = row.get("also", "").split(";")
    texts = (row.get("code", ""), *(text for each in others if (text := each.strip())))
    return tuple(dict.fromkeys(map(normalise, texts)))


def canonical(column: str, text: str) -> str:
    """A cell as the table writes it: codes as their publishers do, no stray blanks."""
    if column == "code":
        return written(text)
    if column in _LISTS:
        parts = (part.strip() for part in text.replace("；", ";").split(";"))
        return "; ".join(written(part) for part in parts if part)
    return " ".join(text.split())


def next_id(cells: Cells, country: str) -> str:
    """The next free id of a country: ``std-cn-033``."""
    prefix = f"std-{country.lower()}-"
    numbers = [identifier.removeprefix(prefix) for identifier in rows_of(cells)]
    last = max((int(n) for n in numbers if n.isdigit()), default=0)
    return f"{prefix}{last + 1:03}"


def find_id(cells: Cells, text: str) -> str | None:
    """The id of the edition that a code (or an id) names; None where the table has none such."""
    rows = rows_of(cells)
    if text.strip() in rows:
        return text.strip()
    wanted = normalise(text)
    found = (identifier for identifier, row in rows.items() if wanted in codes_of(row))
    return next(found, None)


def _now(history: Sequence[Entry]) -> datetime:
    """Later than every entry so far, whatever the clocks of two machines say."""
    now = datetime.now(UTC)
    return max(now, history[-1].when + timedelta(microseconds=1)) if history else now
