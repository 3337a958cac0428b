"""Putting notes into Anki's package."""

import hashlib
import io
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from translate_kit.glossary.exchange.cards.schema import (
    CONFIGURATION,
    DECK_OPTIONS,
    TABLES,
    VERSION,
)

_BETWEEN_FIELDS = "\x1f"
_TWENTY_TWENTY = 1_577_836_800_000
"""Ids of notes are milliseconds in Anki; ours begin here, before those of any person."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note: ``key`` is the same in every export, so that Anki brings it up to date."""

    key: str
    deck: str
    fields: Sequence[str]
    tags: Sequence[str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notes: its fields, and for each card the template of front and back."""

    name: str
    fields: Sequence[str]
    cards: Sequence[tuple[str, str, str]]
    style: str


def package_bytes(kind: Kind, notes: Sequence[Note], now: datetime) -> bytes:
    """The ``.apkg`` file of the notes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection.anki2"
        with closing(sqlite3.connect(path)) as database, database:
            database.executescript(TABLES)
            _fill(database, kind, notes, int(now.timestamp()))
        content = path.read_bytes()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", content)
        archive.writestr("media", "{}")
    return packed.getvalue()


def _fill(database: sqlite3.Connection, kind: Kind, notes: Sequence[Note], now: int) -> None:
    model = _number(kind.name)
    decks = {name: _number(name) for name in _with_parents(note.deck for note in notes)}
    database.execute(
        "INSERT INTO col VALUES (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, '{}')",
        (
            now, now * 1000, now * 1000, VERSION,
            json.dumps(CONFIGURATION | {"curModel": str(model)}),
            json.dumps({str(model): _model(model, kind, now)}),
            json.dumps({"1": _deck(1, "Default", now)}
                       | {str(number): _deck(number, name, now) for name, number in decks.items()}),
            json.dumps(DECK_OPTIONS),
        ),
    )  # fmt: skip
    for place, note in enumerate(notes):
        number = _TWENTY_TWENTY + _number(note.key)
        _note(database, number, model, note, now)
        for card in range(len(kind.cards)):
            row = (number * 4 + card, number, decks[note.deck], card, now, place)
            database.execute(
                "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                row,
            )


def _note(database: sqlite3.Connection, number: int, model: int, note: Note, now: int) -> None:
    first = note.fields[0]
    checksum = int(hashlib.sha1(first.encode(), usedforsecurity=False).hexdigest()[:8], 16)
    tags = f" {' '.join(note.tags)} " if note.tags else ""
    guid = hashlib.sha256(note.key.encode()).hexdigest()[:16]
    database.execute(
        "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
        (number, guid, model, now, tags, _BETWEEN_FIELDS.join(note.fields), first, checksum),
    )


def _with_parents(names: Any) -> dict[str, None]:
    """The decks and those they lie in: ``a::b`` lies in ``a``."""
    found: dict[str, None] = {}
    for name in names:
        parts = name.split("::")
        for end in range(1, len(parts) + 1):
            found["::".join(parts[:end])] = None
    return found


def _number(name: str) -> int:
    """The same id for the same name, in every export."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:5], "big") + 2


def _deck(number: int, name: str, now: int) -> dict[str, Any]:
    return {
        "id": number, "name": name, "desc": "", "mod": now, "usn": -1, "conf": 1, "dyn": 0,
        "collapsed": False, "extendNew": 0, "extendRev": 0,
        "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0],
    }  # fmt: skip


def _model(number: int, kind: Kind, now: int) -> dict[str, Any]:
    fields = [
        {"name": name, "ord": place, "font": "Arial", "size": 20, "media": [], "rtl": False,
         "sticky": False}
        for place, name in enumerate(kind.fields)
    ]  # fmt: skip
    templates = [
        {"name": name, "ord": place, "qfmt": front, "afmt": back, "bqfmt": "", "bafmt": "",
         "did": None}
        for place, (name, front, back) in enumerate(kind.cards)
    ]  # fmt: skip
    return {
        "id": number, "name": kind.name, "type": 0, "mod": now, "usn": -1, "sortf": 0, "did": 1,
        "flds": fields, "tmpls": templates, "css": kind.style, "latexPre": "", "latexPost": "",
        "tags": [], "vers": [], "req": [[place, "any", [place]] for place in range(len(templates))],
    }  # fmt: skip
