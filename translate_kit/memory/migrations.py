"""The memory's tables, as the numbered steps by which a file of any age becomes today's.

``unit`` holds the texts, ``provenance`` where they come from and how many units each has. ``frame``
leads from the hash of a text's words, and of its frame, to the units that have it; ``word`` leads
from the words and pairs of characters of a text to its unit, and keeps neither texts nor places;
``spread`` says how many units have each of these tokens. These three can be made again from
``unit`` (``INDEX`` says by which rules they were made). What is removed goes to ``removed`` whole,
so that nothing is lost.
"""

MIGRATIONS = (
    """
    CREATE TABLE provenance (
        number INTEGER PRIMARY KEY,
        origin TEXT NOT NULL,
        person TEXT NOT NULL,
        source TEXT NOT NULL,
        domain TEXT NOT NULL,
        penalty INTEGER NOT NULL,
        units INTEGER NOT NULL DEFAULT 0,
        UNIQUE (origin, person, source, domain, penalty)
    );
    CREATE TABLE unit (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        zh TEXT,
        en TEXT,
        ru TEXT,
        ko TEXT,
        ja TEXT,
        provenance INTEGER NOT NULL REFERENCES provenance,
        at TEXT NOT NULL,
        note TEXT NOT NULL,
        attributes TEXT NOT NULL
    );
    CREATE TABLE frame (
        hash INTEGER NOT NULL,
        unit INTEGER NOT NULL,
        PRIMARY KEY (hash, unit)
    ) WITHOUT ROWID;
    CREATE VIRTUAL TABLE word USING fts5(
        tokens, content='', detail=none, columnsize=0, tokenize='ascii'
    );
    CREATE TABLE spread (
        token TEXT PRIMARY KEY,
        units INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE removed (
        number INTEGER PRIMARY KEY,
        turn INTEGER NOT NULL,
        at TEXT NOT NULL,
        why TEXT NOT NULL,
        unit TEXT NOT NULL
    );
    CREATE INDEX removed_by_turn ON removed (turn);
    CREATE TABLE rules (made_by INTEGER NOT NULL);
    INSERT INTO rules VALUES (1);
    """,
)

INDEX = 1
"""The rules of ``frame`` and ``tokens``: raise it when they change, and files are indexed anew."""
