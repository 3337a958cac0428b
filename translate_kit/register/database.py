"""The register's file: opened, brought up to date, and every refusal of SQLite in one clear line.

A rollback journal, not WAL: the folder may be copied or synchronised as one file, and nothing is
ever left beside it. ``synchronous=EXTRA`` makes a commit wait until file and journal's end are on
the disk, so that what was said to be saved outlives a power cut too. SQLite's locks are unreliable
on many network drives: two people share a register over a terminal server or one after the other,
and never write to one on a synchronised folder at the same time.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from translate_kit.errors import BadData, CannotWrite, UserError
from translate_kit.messages import _
from translate_kit.register.migrations import MIGRATIONS

APPLICATION_ID = 0x746B7267  # "tkrg"
PATIENCE = 10.0
"""Seconds to wait for another program that is writing."""

_PRIMARY = 0xFF  # an extended error code holds the primary one in its lowest byte


@contextmanager
def reading(path: Path, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
    """A connection that sees one state of the register; a file not there yet is made."""
    with _refusals(path), closing(_open(path, patience)) as connection:
        connection.execute("BEGIN")
        yield connection


@contextmanager
def writing(path: Path, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
    """A connection whose changes are saved, all of them, when the block ends without an error.

    The lock is taken at once: what the block reads nobody changes before it writes.
    """
    with _refusals(path), closing(_open(path, patience)) as connection, _transaction(connection):
        yield connection


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _open(path: Path, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA foreign_keys = ON")
        _refuse_damage(path, connection)
        _bring_up_to_date(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_damage(path: Path, connection: sqlite3.Connection) -> None:
    """Look before anything is written: a damaged file must not become more so."""
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        raise _damaged(path, answer)


def _bring_up_to_date(path: Path, connection: sqlite3.Connection) -> None:
    if _version(path, connection) == len(MIGRATIONS):
        return
    with _transaction(connection):
        # Somebody else may have done it while we waited for the lock.
        for step in MIGRATIONS[_version(path, connection) :]:
            for statement in filter(str.strip, step.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _version(path: Path, connection: sqlite3.Connection) -> int:
    """The steps that the file has taken, 0 for a new one."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    filled = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if filled and application != APPLICATION_ID:
        raise BadData(path, _("this is a database, but no register of translate-kit's"))
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise UserError(
            _("{path} was written by a newer translate-kit; update this one").format(path=path)
        )
    return version


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into the line that says what the person can do."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        raise _refusal(path, error) from None


def _refusal(path: Path, error: sqlite3.DatabaseError) -> UserError:
    code = error.sqlite_errorcode & _PRIMARY
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return _damaged(path, str(error))
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
    return CannotWrite(_("the register {path}: {why}").format(path=path, why=why))


def _damaged(path: Path, why: str) -> BadData:
    text = _("the register is damaged ({why}); nothing was changed; put back your last copy of it")
    return BadData(path, text.format(why=" ".join(why.split())))
