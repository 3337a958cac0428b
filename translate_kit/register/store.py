"""Writing to the register and reading from it. What a method returned from is on the disk."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from translate_kit.errors import NotKnown, UserError
from translate_kit.files.database import PATIENCE, Database
from translate_kit.messages import _
from translate_kit.register import rows
from translate_kit.register.database import database
from translate_kit.register.entry import Entry, Outgoing, Reply, Sample, State, Verdict

FILE = "register.sqlite3"
"""The name of the register in a workspace."""


@dataclass(frozen=True, slots=True)
class Register:
    """The register in one file, made when first used.

    Every method opens and closes the file, and raises UserError where it is locked for longer than
    ``patience`` seconds, damaged, or can't be written.
    """

    path: Path
    patience: float = PATIENCE

    @property
    def file(self) -> Database:
        """The register's file, to read or to write."""
        return database(self.path, self.patience)

    def record(self, letter: Outgoing, state: State = State.SENT) -> int:
        """Enter a letter; returns its number."""
        _refuse_early(letter.reply_by, letter.date, _("the letter"))
        with self.file.writing() as connection:
            return rows.add_letter(connection, letter, state)

    def reply(self, number: int, reply: Reply) -> None:
        """Enter a reply to a letter, which must have gone out: a draft answered counts as sent.

        Raises UserError for a reply dated before its letter, a promise dated before the reply, and
        a file already entered for this letter.
        """
        with self.file.writing() as connection:
            entry = _entry(connection, number)
            _refuse_early(reply.date, entry.letter.date, _("the letter"))
            for promise in reply.promises:
                _refuse_early(promise.date, reply.date, _("the reply"))
            if reply.sha256 and reply.sha256 in {known.sha256 for known in entry.replies}:
                raise UserError(
                    _("{file} has been entered as a reply to {letter} already").format(
                        file=reply.file, letter=entry.label
                    )
                )
            rows.add_reply(connection, number, reply)
            rows.set_state(connection, number, State.SENT)

    def sample(self, number: int, sample: Sample) -> int:
        """Enter a sample that came of a letter; returns the sample's own number."""
        with self.file.writing() as connection:
            entry = _entry(connection, number)
            _refuse_early(sample.arrived, entry.letter.date, _("the letter"))
            _refuse_early(sample.tested, sample.arrived, _("the arrival of the sample"))
            return rows.add_sample(connection, number, sample)

    def test(self, sample: int, tested: date, place: str, verdict: Verdict, note: str = "") -> None:
        """Enter the test of a sample; a later entry replaces the one before."""
        with self.file.writing() as connection:
            known = rows.sample(connection, sample)
            if known is None:
                raise NotKnown(_("sample"), str(sample), rows.sample_numbers(connection))
            _refuse_early(tested, known.arrived, _("the arrival of the sample"))
            rows.replace_sample(
                connection,
                replace(
                    known,
                    tested=tested,
                    place=place or known.place,
                    verdict=verdict,
                    note=note or known.note,
                ),
            )

    def mark(self, numbers: Iterable[int], state: State) -> None:
        """Say that letters were sent or withdrawn: all of them, or none where one can't be.

        Raises UserError for withdrawing a letter that has been answered.
        """
        with self.file.writing() as connection:
            for number in numbers:
                entry = _entry(connection, number)
                if entry.replies and state is not State.SENT:
                    why = _("{letter} has been answered; it can't be {state}")
                    raise UserError(why.format(letter=entry.label, state=state.value))
                rows.set_state(connection, number, state)

    def approve(self, letter: Outgoing, file: str, note: str) -> int:
        """Enter the final version ``file`` of a letter and who approved it; returns its number.

        The letter is the one drafted under the same date, reference, kind and contact; one that
        was drafted elsewhere is entered now.
        """
        with self.file.writing() as connection:
            entry = _standing(connection, letter)
            number = entry.number if entry else rows.add_letter(connection, letter, State.DRAFTED)
            known = entry.letter if entry else letter
            files = tuple(dict.fromkeys((*known.files, file)))
            notes = "; ".join(filter(None, (known.note, note)))
            rows.replace_letter(connection, number, replace(known, files=files, note=notes))
            return number

    def entries(self) -> tuple[Entry, ...]:
        """Every letter with what followed, by date and number."""
        with self.file.reading() as connection:
            return rows.entries(connection)

    def entry(self, number: int) -> Entry:
        """The letter of that number; raises NotKnown where there is none."""
        with self.file.reading() as connection:
            return _entry(connection, number)

    def find(self, name: str) -> Entry:
        """The one letter that ``name`` means: its number, its reference or one of its files.

        Raises NotKnown where none does, and UserError naming all of them where several do: letters
        to several contacts under one reference, for example.
        """
        wanted = name.strip()
        found = [e for e in self.entries() if wanted == str(e.number)]
        found = found or [e for e in self.entries() if wanted and _answers_to(e, wanted)]
        if len(found) > 1:
            letters = "; ".join(entry.label for entry in found)
            why = _("“{name}” means {count} letters: {letters}. Give the number instead.")
            raise UserError(why.format(name=name, count=len(found), letters=letters))
        if not found:
            known = [name for e in self.entries() for name in (str(e.number), e.letter.reference)]
            raise NotKnown(_("letter in the register"), name, filter(None, known))
        return found[0]

    def content(self, sha256: str) -> bytes | None:
        """The file of a reply that was kept in the register, by its SHA-256."""
        with self.file.reading() as connection:
            return rows.content(connection, sha256)


def record_drafts(register: Register, drafts: Iterable[Outgoing]) -> tuple[int, ...]:
    """Enter letters just drafted, one entry per contact; returns their numbers.

    Versions of one letter (same date, reference, kind and contact) become one entry with all
    languages and files. Drafted again before it was sent, a letter replaces its entry; the same
    letter drafted again after it was sent leaves its entry alone, a changed one is entered anew.
    """
    with register.file.writing() as connection:
        known = {_key(entry.letter): entry for entry in rows.entries(connection)}
        return tuple(
            _record_draft(connection, letter, known.get(_key(letter))) for letter in merged(drafts)
        )


def _record_draft(connection: sqlite3.Connection, letter: Outgoing, known: Entry | None) -> int:
    if known is None or known.state is State.WITHDRAWN:
        return rows.add_letter(connection, letter, State.DRAFTED)
    if known.state is State.DRAFTED:
        rows.replace_letter(connection, known.number, letter)
        return known.number
    if _facts(known.letter) == _facts(letter):
        return known.number
    return rows.add_letter(connection, letter, State.DRAFTED)


def merged(drafts: Iterable[Outgoing]) -> tuple[Outgoing, ...]:
    """One letter for all of its language versions, in the order of the first."""
    letters: dict[tuple[object, ...], Outgoing] = {}
    for draft in drafts:
        key = _key(draft)
        first = letters.get(key, draft)
        letters[key] = replace(
            first,
            languages=tuple(dict.fromkeys(first.languages + draft.languages)),
            files=tuple(dict.fromkeys(first.files + draft.files)),
        )
    return tuple(letters.values())


def _standing(connection: sqlite3.Connection, letter: Outgoing) -> Entry | None:
    """The newest entry of this very letter that has not been withdrawn."""
    same = [e for e in rows.entries(connection) if _key(e.letter) == _key(letter)]
    return next((e for e in reversed(same) if e.state is not State.WITHDRAWN), None)


def _key(letter: Outgoing) -> tuple[object, ...]:
    return letter.date, letter.reference, letter.kind, letter.contact


def _facts(letter: Outgoing) -> tuple[object, ...]:
    return _key(letter), letter.goods, letter.reply_by


def _answers_to(entry: Entry, name: str) -> bool:
    return name == entry.letter.reference or Path(name).name in entry.letter.files


def _entry(connection: sqlite3.Connection, number: int) -> Entry:
    found = rows.entries(connection, number)
    if not found:
        numbers = [str(n) for n in rows.letter_numbers(connection)]
        raise NotKnown(_("letter in the register"), str(number), numbers)
    return found[0]


def _refuse_early(day: date | None, earliest: date | None, what: str) -> None:
    if day is not None and earliest is not None and day < earliest:
        why = _("{day} is before the date of {what}, {earliest}")
        raise UserError(why.format(day=day, what=what, earliest=earliest))
