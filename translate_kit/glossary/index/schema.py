"""The tables of the index, and how a number says how good a spelling is as an answer."""

import sqlite3

VERSION = "2"

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (path TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE concept (
    id TEXT PRIMARY KEY, domain TEXT NOT NULL, digest BLOB NOT NULL, record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE spelling (
    quality INTEGER PRIMARY KEY, text TEXT NOT NULL, concept TEXT NOT NULL,
    domain TEXT NOT NULL, language TEXT NOT NULL, status TEXT NOT NULL, term TEXT NOT NULL
);
CREATE TABLE form (form TEXT, word TEXT, PRIMARY KEY (form, word)) WITHOUT ROWID;
CREATE TABLE frequency (gram TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE piece USING fts5(
    grams, words, content='', detail=column, columnsize=0, tokenize='unicode61 remove_diacritics 0'
);
"""

INDEXES = """
CREATE INDEX spelling_text ON spelling (text);
CREATE INDEX spelling_concept ON spelling (concept);
"""

_LENGTHS = 1 << 10
_RANKS = 1 << 3
_SERIALS = 1 << 40


def quality(*, approved: bool, length: int, rank: int, serial: int) -> int:
    """The row of a spelling: the smaller, the better an answer to any query that it answers at all.

    Approved terms first, then short ones, then by status; ``serial`` makes it unique. So the best
    of many answers are the first that the tables give.
    """
    whole = (0 if approved else 1) * _LENGTHS + min(length, _LENGTHS - 1)
    return (whole * _RANKS + rank) * _SERIALS + serial


def lengths(first: int, last: int, *, approved: bool) -> tuple[int, int]:
    """The rows of the approved (or other) spellings of ``first`` to ``last`` characters."""
    return (
        quality(approved=approved, length=first, rank=0, serial=0),
        quality(approved=approved, length=last + 1, rank=0, serial=0) - 1,
    )


def connect(path: str) -> sqlite3.Connection:
    """A connection in which transactions are begun and ended by hand."""
    connection = sqlite3.connect(path, timeout=10, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")  # a cache: what a power cut breaks is made anew
    return connection
