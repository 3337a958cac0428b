"""What is found while a sheet is compared: changes, where each stands, and problems."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from translate_kit.files.sheet import Cell, tidy
from translate_kit.glossary.cells import Change, Place
from translate_kit.glossary.incoming import Incoming, Problem
from translate_kit.glossary.sheet.columns import Column
from translate_kit.glossary.sheet.grid import Line
from translate_kit.messages import _

NOTHING = Cell("")
_FORMULA = ("=", "@")
_LOST = re.compile(r"(?:[\W\d]*[?\ufffd]){2}[\W\d]*")
"""What an encoding without Korean or Russian letters leaves of a text."""


@dataclass
class Found:
    """The findings so far; ``letters`` are the letters of the sheet's columns."""

    letters: Mapping[Column, str]
    changes: dict[Place, Change] = field(default_factory=dict)
    where: dict[Place, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def incoming(self) -> Incoming:
        """All of it."""
        changes = (change for change in self.changes.values() if change.old != change.new)
        return Incoming(tuple(changes), self.where, tuple(self.problems))

    def problem(self, line: Line, column: Column, why: str) -> None:
        """Something of the sheet can't be taken over."""
        self.problems.append(Problem(self._at(line, column), why))

    def change(self, line: Line, column: Column, place: Place, old: str, new: str) -> None:
        """Note a change; two rows that want different things of one place are a problem."""
        noted = self.changes.get(place)
        if noted and noted.new != new:
            why = _("another row says “{text}” here; they can't both be right")
            self.problem(line, column, why.format(text=noted.new))
            return
        self.changes[place] = Change(place, old, new)
        self.where[place] = self._at(line, column)

    def compared(self, line: Line, column: Column, place: Place, old: str) -> None:
        """Compare one cell with what it held; unusable cells count only where they differ."""
        new = self.usable(line, column, old)
        if new is not None and new != tidy(old):
            self.change(line, column, place, old, new)

    def usable(self, line: Line, column: Column, old: str = "") -> str | None:
        """The text of a cell; None, and a problem, where it can't be used. ``old`` always can.

        A column that the sheet doesn't have says nothing against ``old``.
        """
        cell = line.cells.get(column, NOTHING) if column in self.letters else Cell(tidy(old))
        if cell.text == tidy(old):
            return cell.text
        if cell.trouble:
            self.problem(line, column, cell.trouble)
            return None
        if cell.text.startswith(_FORMULA):
            self.problem(line, column, _("this looks like a formula; put a text there"))
            return None
        if _LOST.fullmatch(cell.text):
            why = _("the letters were lost when the file was saved; save it as xlsx or CSV UTF-8")
            self.problem(line, column, why)
            return None
        return cell.text

    def _at(self, line: Line, column: Column) -> str:
        where = _("row {row}, column {letter} ({name})")
        letter = self.letters.get(column, "?")
        return where.format(row=line.number, letter=letter, name=column.title)
