"""The register's tables, as the numbered steps by which a file of any age becomes today's.

A step that has been released is never changed: a new one is added at the end. ``user_version`` of
the file is the number of steps it has taken. Dates are ISO 8601, quantities decimal text, because
SQLite's own numbers would round them.
"""

MIGRATIONS = (
    """
    CREATE TABLE letter (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        state TEXT NOT NULL,
        reference TEXT NOT NULL,
        date TEXT NOT NULL,
        contact TEXT NOT NULL,
        contact_kind TEXT NOT NULL,
        organisation TEXT NOT NULL,
        own_name TEXT NOT NULL,
        country TEXT NOT NULL,
        kind TEXT NOT NULL,
        languages TEXT NOT NULL,
        reply_by TEXT,
        note TEXT NOT NULL,
        recorded TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE TABLE letter_goods (
        letter INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
        concept TEXT NOT NULL,
        name TEXT NOT NULL,
        quantity TEXT NOT NULL,
        unit TEXT NOT NULL,
        hedge TEXT NOT NULL
    );
    CREATE TABLE letter_file (
        letter INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
        name TEXT NOT NULL
    );
    CREATE INDEX letter_by_date ON letter (date);
    CREATE INDEX goods_of_letter ON letter_goods (letter);
    CREATE INDEX files_of_letter ON letter_file (letter);
    """,
    """
    CREATE TABLE reply (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        letter INTEGER NOT NULL REFERENCES letter,
        date TEXT NOT NULL,
        result TEXT NOT NULL,
        sender TEXT NOT NULL,
        file TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        summary TEXT NOT NULL,
        content BLOB,
        recorded TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE TABLE promise (
        reply INTEGER NOT NULL REFERENCES reply,
        concept TEXT NOT NULL,
        name TEXT NOT NULL,
        quantity TEXT NOT NULL,
        unit TEXT NOT NULL,
        hedge TEXT NOT NULL,
        date TEXT
    );
    CREATE INDEX reply_of_letter ON reply (letter);
    CREATE INDEX promise_of_reply ON promise (reply);
    """,
    """
    CREATE TABLE sample (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        letter INTEGER NOT NULL REFERENCES letter,
        concept TEXT NOT NULL,
        name TEXT NOT NULL,
        quantity TEXT NOT NULL,
        unit TEXT NOT NULL,
        hedge TEXT NOT NULL,
        arrived TEXT,
        tested TEXT,
        place TEXT NOT NULL,
        verdict TEXT NOT NULL,
        note TEXT NOT NULL,
        recorded TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE INDEX sample_of_letter ON sample (letter);
    """,
)
