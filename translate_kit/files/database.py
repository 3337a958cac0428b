"""SQLite files of ours: opened, brought up to date, and every refusal of SQLite in one clear line.

A rollback journal, not WAL: the folder may be copied or synchronised as one file, and nothing is
ever left beside it. ``synchronous=EXTRA`` makes a commit wait until file and journal's end are on
the disk, so that what was said to be saved outlives a power cut too. SQLite's locks are unreliable
on many network drives: two people share a file over a terminal server or one after the other, and
never write to one on a synchronised folder at the same time.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from translate_kit.errors import BadData, CannotWrite, UserError
from translate_kit.messages import _

PATIENCE = 10.0
"""Seconds to wait for another program that is writing."""

_PRIMARY = 0xFF  # an extended error code holds the primary one in its lowest byte


@dataclass(frozen=True, slots=True)
class Database:
    """A file of one kind: ``what`` names the kind in messages, ``application_id`` in the file.

    ``migrations`` are the numbered steps by which a file of any age becomes today's: SQL, its
    statements divided by semicolons. A step that has been released is never changed; the file's
    ``user_version`` is the number of steps it has taken. ``examined`` says that the whole file is
    looked through for damage whenever it is opened: at once for a small one, too slow for a large
    one. ``patience`` is the time in seconds to wait for another writer.
    """

    path: Path
    what: str
    application_id: int
    migrations: Sequence[str]
    patience: float = PATIENCE
    examined: bool = True
    page: int = 4096

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the file; one not there yet is made."""
        with self._refusals(), closing(self._open()) as connection:
            connection.execute("BEGIN")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are saved, all of them, when the block ends without an error.

        The lock is taken at once: what the block reads nobody changes before it writes.
        """
        with self._refusals(), closing(self._open()) as connection, transaction(connection):
            yield connection

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """A connection without a transaction: for several in a row, and for what needs none."""
        with self._refusals(), closing(self._open()) as connection:
            yield connection

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=self.patience, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute(f"PRAGMA page_size = {self.page}")
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("PRAGMA foreign_keys = ON")
            self._refuse_damage(connection)
            self._bring_up_to_date(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _refuse_damage(self, connection: sqlite3.Connection) -> None:
        """Look before anything is written: a damaged file must not become more so."""
        if self.examined:
            answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if answer != "ok":
                raise self._damaged(answer)

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        if self._version(connection) == len(self.migrations):
            return
        with transaction(connection):
            # Somebody else may have done it while we waited for the lock.
            for step in self.migrations[self._version(connection) :]:
                for statement in filter(str.strip, step.split(";")):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {self.application_id}")
            connection.execute(f"PRAGMA user_version = {len(self.migrations)}")

    def _version(self, connection: sqlite3.Connection) -> int:
        """The steps that the file has taken, 0 for a new one."""
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        filled = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if filled and application != self.application_id:
            why = _("this is a database, but no {what} of translate-kit's")
            raise BadData(self.path, why.format(what=self.what))
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(self.migrations):
            raise UserError(
                _("{path} was written by a newer translate-kit; update this one").format(
                    path=self.path
                )
            )
        return version

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """Turn SQLite's errors into the line that says what the person can do."""
        try:
            yield
        except sqlite3.IntegrityError:
            raise
        except sqlite3.DatabaseError as error:
            raise self._refusal(error) from None

    def _refusal(self, error: sqlite3.DatabaseError) -> UserError:
        code = error.sqlite_errorcode & _PRIMARY
        if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            return self._damaged(str(error))
        advice = {
            sqlite3.SQLITE_BUSY: _("somebody else is writing; nothing was saved, try again"),
            sqlite3.SQLITE_LOCKED: _("somebody else is writing; nothing was saved, try again"),
            sqlite3.SQLITE_READONLY: _("the file or its folder is read-only; nothing was saved"),
            sqlite3.SQLITE_CANTOPEN: _("it can't be opened; is its folder there and writable?"),
            sqlite3.SQLITE_PERM: _("no permission; nothing was saved"),
            sqlite3.SQLITE_FULL: _("the disk is full; nothing was saved"),
            sqlite3.SQLITE_IOERR: _("the disk reports an error; nothing was saved"),
        }
        why = advice.get(code, str(error))
        return CannotWrite(
            _("the {what} {path}: {why}").format(what=self.what, path=self.path, why=why)
        )

    def _damaged(self, why: str) -> BadData:
        text = _("the {what} is damaged ({why}); nothing was changed; put back your last copy")
        return BadData(self.path, text.format(what=self.what, why=" ".join(why.split())))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All changes of the block are saved when it ends without an error, none otherwise."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
