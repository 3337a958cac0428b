"""The terms of one concept in a sheet that came back, matched with those that it went out with.

A term is known by its text, wherever in the concept's rows it stands now. A text that is new stands
for the term that its row held, if that is nowhere else: somebody wrote it differently.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate_kit.files.sheet import tidy
from translate_kit.glossary.cells import Place
from translate_kit.glossary.concept import Status
from translate_kit.glossary.edits import clean
from translate_kit.glossary.fields import Unfit, canonical
from translate_kit.glossary.sheet.columns import ROW, STATUS, TERM, TERM_FIELDS, Column, status_of
from translate_kit.glossary.sheet.findings import Found
from translate_kit.glossary.sheet.grid import Line
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

_OPEN = {Status.PROPOSED, Status.IN_REVIEW, Status.REJECTED}
"""Statuses of terms that may go without a trace but that of the history."""
_SIGNATURE = ("reviewer", "date")


@dataclass(frozen=True, slots=True)
class Entry:
    """A term in a line."""

    line: Line
    text: str


def compare_terms(concept: str, lines: Sequence[Line], base: Sequence[Line], found: Found) -> None:
    """Note what has become of the terms of a concept in every language."""
    for language in LANGUAGES:
        _Language(concept, language, found).compare(lines, base)


def enter_terms(concept: str, lines: Sequence[Line], found: Found) -> None:
    """Note the terms of a new concept."""
    for language in LANGUAGES:
        _Language(concept, language, found).compare(lines, [])


@dataclass(frozen=True, slots=True)
class _Language:
    concept: str
    language: str
    found: Found

    def compare(self, lines: Sequence[Line], base: Sequence[Line]) -> None:
        held = {entry.text: entry for entry in self._entries(base)}
        now = list(self._now(lines, base))
        there = {entry.text for entry in now}
        rewritten: set[str] = set()
        for entry in now:
            before = self._row_of(entry.line, base)
            if entry.text in held:
                self._fields(entry, held[entry.text].line, held[entry.text].text)
            elif before and before.text not in there:
                rewritten.add(before.text)
                self._rewrite(entry, before)
            else:
                self._enter(entry, None)
        for text in held.keys() - there - rewritten:
            self._gone(held[text], lines)

    def _entries(self, lines: Sequence[Line]) -> Iterator[Entry]:
        for line in lines:
            text = line.text(self.language, TERM)
            if text:
                yield Entry(line, text)

    def _now(self, lines: Sequence[Line], base: Sequence[Line]) -> Iterator[Entry]:
        """The terms that the sheet holds now, as the glossary would write them."""
        for line in lines:
            before = self._row_of(line, base)
            text = self.found.usable(line, self._column(TERM), before.text if before else "")
            if text is None and before:
                yield before if before.line is line else Entry(line, before.text)
            elif text:
                yield Entry(line, text if before and text == tidy(before.text) else clean(text))
            elif not before:
                self._refuse_orphans(line)

    def _row_of(self, line: Line, base: Sequence[Line]) -> Entry | None:
        """The term that this row held when the sheet was written."""
        name = line.text("", ROW)
        return next((e for e in self._entries(base) if name and e.line.text("", ROW) == name), None)

    def _refuse_orphans(self, line: Line) -> None:
        for field in TERM_FIELDS:
            if self.found.usable(line, self._column(field)):
                why = _("there is no term beside this; write the term, or empty the cell")
                self.found.problem(line, self._column(field), why)

    def _fields(self, entry: Entry, before: Line, text: str) -> None:
        """Compare status, grammar and note of a term that is still there."""
        for field in TERM_FIELDS:
            old = before.text(self.language, field)
            new = self.found.usable(entry.line, self._column(field), old)
            if new is None:
                continue
            if field == STATUS:
                self._status(entry, text, old, new)
            elif field in _SIGNATURE:
                self._locked(entry, field, old, new)
            elif new != tidy(old):
                self._change(entry.line, field, text, old, new)

    def _change(self, line: Line, field: str, text: str, old: str, new: str) -> None:
        """Note what a cell is to hold, written as the store writes it."""
        column = self._column(field)
        try:
            written = canonical(field, new)
        except Unfit as unfit:
            self.found.problem(line, column, unfit.why)
            return
        if written != old:
            self.found.change(line, column, self._place(text, field), old, written)

    def _status(self, entry: Entry, text: str, old: str, new: str) -> None:
        column = self._column(STATUS)
        if not new:
            self.found.problem(entry.line, column, _("the status is missing; choose one"))
        elif status_of(new) not in {status.value for status in Status}:
            why = _("unknown status “{text}”; choose one from the list")
            self.found.problem(entry.line, column, why.format(text=new))
        elif status_of(new) != old:
            place = self._place(text, STATUS)
            self.found.change(entry.line, column, place, old, status_of(new))

    def _locked(self, entry: Entry, field: str, old: str, new: str) -> None:
        if new != tidy(old):
            why = _("this is locked: a term is signed by deciding on its status")
            self.found.problem(entry.line, self._column(field), why)

    def _rewrite(self, entry: Entry, before: Entry) -> None:
        """An approved term stays as it was until the new one is approved; a proposal goes."""
        status = before.line.text(self.language, STATUS)
        if status and Status(status) in _OPEN:
            self._remove(before, entry.line)
        self._enter(entry, before)

    def _enter(self, entry: Entry, before: Entry | None) -> None:
        status = self.found.usable(entry.line, self._column(STATUS)) or Status.PROPOSED.value
        self._status(entry, entry.text, "", status)
        for field in TERM_FIELDS:
            if field != STATUS and field not in _SIGNATURE:
                new = self.found.usable(entry.line, self._column(field))
                if new:
                    self._change(entry.line, field, entry.text, "", new)

    def _gone(self, held: Entry, lines: Sequence[Line]) -> None:
        """A term whose cell was emptied; where its whole row is missing that is told elsewhere."""
        name = held.line.text("", ROW)
        line = next((each for each in lines if each.text("", ROW) == name or not name), None)
        if line is None:
            return
        if name and Status(held.line.text(self.language, STATUS)) in _OPEN:
            self._remove(held, line)
        else:
            why = _("“{text}” is no longer in the sheet; it stays. To end it, mark it deprecated")
            self.found.problem(line, self._column(TERM), why.format(text=held.text))

    def _remove(self, held: Entry, line: Line) -> None:
        for field in TERM_FIELDS:
            old = held.line.text(self.language, field)
            if old:
                place = self._place(held.text, field)
                self.found.change(line, self._column(TERM), place, old, "")

    def _column(self, field: str) -> Column:
        return Column(self.language, field)

    def _place(self, text: str, field: str) -> Place:
        return Place(self.concept, self.language, text, field)
