"""Mail merge: one request to many contacts, a reference number each, and a summary to resume by.

The summary, a table beside the letters, is rewritten after every contact. A run that was stopped,
or in which a row was bad, is completed by the same command: numbers once given stay, and letters
already there are kept.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from translate_kit.contacts import Contact, Contacts
from translate_kit.contacts.contact import COLUMNS, contact_of
from translate_kit.errors import UserError
from translate_kit.files import Row, read_table, write_files
from translate_kit.letters.compose import Sources
from translate_kit.letters.draft import Draft, draft, files
from translate_kit.letters.layout.house import House
from translate_kit.letters.request import Request
from translate_kit.messages import _
from translate_kit.model import Severity

SUMMARY = "summary.csv"
_SUMMARY_COLUMNS = ("reference", "contact", "organisation", "language", "state", "files", "note")


class State(StrEnum):
    """What became of one contact's letters."""

    WRITTEN = "written"
    KEPT = "kept"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the summary; ``note`` says why a letter failed or what to look at."""

    reference: str
    contact: str
    organisation: str
    language: str
    state: State
    files: tuple[str, ...]
    note: str


Drafts = tuple[Draft, ...]
Report = Callable[[Outcome, Drafts], None]


@dataclass(frozen=True, slots=True)
class Numbering:
    """Reference numbers that count on from a given one: 庆外函〔2020〕16号, 17号, ..."""

    before: str
    number: int
    after: str

    @classmethod
    def starting_at(cls, reference: str) -> "Numbering":
        """Count on from the last number in ``reference``; raises UserError where it has none."""
        match = re.fullmatch(r"(.*?)(\d+)(\D*)", reference)
        if match is None:
            why = _(
                "“{reference}” has no number to count on from; write one like 庆外函〔2020〕16号"
            )
            raise UserError(why.format(reference=reference))
        return cls(match[1], int(match[2]), match[3])

    def reference(self, offset: int) -> str:
        """The reference so many after the first."""
        return f"{self.before}{self.number + offset}{self.after}"


@dataclass(frozen=True, slots=True)
class Merge:
    """One mail merge: what every contact's letters have in common."""

    request: Request
    sources: Sources
    house: House
    formats: tuple[str, ...]
    out: Path
    overwrite: bool

    def run(self, table: Path, report: Report) -> tuple[Outcome, ...]:
        """Write the letters to every row of the table; a bad row fails alone.

        ``report`` is told of every outcome as it is reached, with the letters if there are any.
        """
        rows = recipients(table)
        references = self._references([name for name, _row in rows])
        outcomes: list[Outcome] = []
        for name, row in rows:
            outcome, drafts = self._one(name, row, references[name])
            outcomes.append(outcome)
            self._write_summary(outcomes)
            report(outcome, drafts)
        return tuple(outcomes)

    def _references(self, names: Iterable[str]) -> dict[str, str]:
        """A reference for each contact: the one it was given in an earlier run, or the next."""
        numbering = Numbering.starting_at(self.request.reference)
        given = {row.cells["contact"]: row.cells["reference"] for row in self._summary()}
        free = (numbering.reference(offset) for offset in range(10**6))
        unused = (reference for reference in free if reference not in given.values())
        return {name: given.get(name) or next(unused) for name in names}

    def _one(self, name: str, row: Row, reference: str) -> tuple[Outcome, Drafts]:
        outcome = Outcome(reference, name, "", "", State.FAILED, (), "")
        try:
            contact = contact_in(row, self.sources.contacts)
            outcome = replace(
                outcome,
                organisation=contact.name("organisation", "zh"),
                language=contact.language,
            )
            return self._write(contact, outcome)
        except UserError as error:
            return replace(outcome, note=str(error)), ()

    def _write(self, contact: Contact, outcome: Outcome) -> tuple[Outcome, Drafts]:
        request = replace(self.request, reference=outcome.reference)
        drafts = draft(request, [contact], self.sources)
        findings = [finding for one in drafts for finding in one.findings]
        note = "; ".join(dict.fromkeys(finding.message for finding in findings))
        if any(finding.severity is Severity.ERROR for finding in findings):
            return replace(outcome, note=note), ()
        contents = files(drafts, self.out, self.formats, self.house)
        new = {path: data for path, data in contents.items() if self.overwrite or not path.exists()}
        write_files(new, overwrite=self.overwrite)
        state = State.WRITTEN if new else State.KEPT
        names = tuple(path.name for path in contents)
        return replace(outcome, state=state, files=names, note=note), drafts

    def _summary(self) -> Iterator[Row]:
        path = self.out / SUMMARY
        if path.is_file():
            yield from read_table(path, required=_SUMMARY_COLUMNS, known=_SUMMARY_COLUMNS)

    def _write_summary(self, outcomes: Iterable[Outcome]) -> None:
        """The outcomes so far, and the rows of an earlier run that are not reached yet."""
        lines = {o.contact: _summary_line(o) for o in outcomes}
        for row in self._summary():
            cells = [row.cells[column] for column in _SUMMARY_COLUMNS]
            lines.setdefault(row.cells["contact"], cells)
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\r\n").writerows([_SUMMARY_COLUMNS, *lines.values()])
        # With a byte order mark, because the summary is opened in Excel.
        write_files({self.out / SUMMARY: buffer.getvalue().encode("utf-8-sig")}, overwrite=True)


def recipients(table: Path) -> list[tuple[str, Row]]:
    """The rows of a table of contacts with their ids; raises BadData for an id that is twice."""
    rows: dict[str, Row] = {}
    for row in read_table(table, required=("id",), known=COLUMNS):
        name = row.cells["id"]
        if name in rows:
            raise row.bad("id", _("“{id}” stands there twice").format(id=name))
        rows[name] = row
    if not rows:
        raise UserError(_("{file}: the table has no contacts").format(file=table))
    return list(rows.items())


def contact_in(row: Row, known: Contacts) -> Contact:
    """The contact that a row describes; a row with only an id names a contact we know."""
    if any(value for column, value in row.cells.items() if column != "id"):
        return contact_of(row)
    return known.get(row.cells["id"])


def _summary_line(outcome: Outcome) -> list[str]:
    return [
        outcome.reference,
        outcome.contact,
        outcome.organisation,
        outcome.language,
        outcome.state.value,
        " ".join(outcome.files),
        outcome.note,
    ]
