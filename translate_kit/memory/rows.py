"""Units as rows of the database, and the two indexes that go with every row."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from hashlib import blake2b
from typing import Any

from translate_kit.memory.frame import folded, frame
from translate_kit.memory.tokens import tokens
from translate_kit.memory.unit import Origin, Provenance, Unit
from translate_kit.model import LANGUAGES

COLUMNS = f"unit.number, name, {', '.join(LANGUAGES)}, at, note, attributes, provenance"
_ALL = f"SELECT {COLUMNS} FROM unit"
_ALIKE = 500
_CHUNK = 500  # of numbers in one question; SQLite allows at least 999 parameters


def insert(connection: sqlite3.Connection, unit: Unit, spread: "Counter[str]") -> int:
    """Enter a unit; returns the number it now has. ``spread`` counts its tokens."""
    texts = [unit.texts.get(code) for code in LANGUAGES]
    extra = json.dumps(unit.attributes, ensure_ascii=False) if unit.attributes else ""
    provenance = _provenance(connection, unit.provenance, 1)
    cursor = connection.execute(
        f"INSERT INTO unit (name, {', '.join(LANGUAGES)}, provenance, at, note, attributes)"
        f" VALUES (?, {', '.join('?' * len(LANGUAGES))}, ?, ?, ?, ?)",
        (
            unit.id,
            *texts,
            provenance,
            unit.provenance.at,
            unit.note,
            extra,
        ),
    )
    number = cursor.lastrowid
    assert number is not None
    index(connection, number, unit, spread)
    return number


def index(connection: sqlite3.Connection, number: int, unit: Unit, spread: "Counter[str]") -> None:
    """Make a unit findable; ``spread`` counts its tokens."""
    connection.executemany(
        "INSERT INTO frame VALUES (?, ?)", [(each, number) for each in _hashes(unit)]
    )
    words = _words(unit)
    connection.execute("INSERT INTO word (rowid, tokens) VALUES (?, ?)", (number, " ".join(words)))
    spread.update(words)


def delete(connection: sqlite3.Connection, unit: Unit, spread: "Counter[str]") -> None:
    """Take a unit out, and what leads to it; its tokens are counted out of ``spread``."""
    number = unit.number
    _provenance(connection, unit.provenance, -1)
    connection.execute("DELETE FROM unit WHERE number = ?", (number,))
    connection.executemany(
        "DELETE FROM frame WHERE hash = ? AND unit = ?", [(each, number) for each in _hashes(unit)]
    )
    words = _words(unit)
    connection.execute(
        "INSERT INTO word (word, rowid, tokens) VALUES ('delete', ?, ?)", (number, " ".join(words))
    )
    spread.subtract(words)


def count(connection: sqlite3.Connection, spread: "Counter[str]") -> None:
    """Add up what ``insert`` and ``delete`` have counted."""
    connection.executemany(
        "INSERT INTO spread VALUES (?, ?)"
        " ON CONFLICT (token) DO UPDATE SET units = units + excluded.units",
        spread.items(),
    )
    if min(spread.values(), default=0) < 0:
        connection.execute("DELETE FROM spread WHERE units <= 0")


def with_hash(connection: sqlite3.Connection, hash_: int) -> list[Unit]:
    """The units that have a text of this hash, newest first; of very many the newest."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM frame JOIN unit ON unit.number = frame.unit"
        " WHERE hash = ? ORDER BY unit.number DESC LIMIT ?",
        (hash_, _ALIKE),
    )
    return units(connection, rows)


def numbered(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Unit]:
    """The units of these numbers, in the order of the numbers given."""
    found: dict[int, Unit] = {}
    for start in range(0, len(numbers), _CHUNK):
        chunk = tuple(numbers[start : start + _CHUNK])
        listed = ", ".join("?" * len(chunk))
        rows = connection.execute(f"{_ALL} WHERE number IN ({listed})", chunk)
        found |= {unit.number: unit for unit in units(connection, rows)}
    return [found[number] for number in numbers if number in found]


def texts(connection: sqlite3.Connection, numbers: Sequence[int], language: str) -> dict[int, str]:
    """Number -> text in a language, of those units that have it."""
    found: dict[int, str] = {}
    for start in range(0, len(numbers), _CHUNK):
        chunk = tuple(numbers[start : start + _CHUNK])
        listed = ", ".join("?" * len(chunk))
        rows = connection.execute(
            f"SELECT number, {language} FROM unit WHERE number IN ({listed})", chunk
        )
        found |= {number: text for number, text in rows if text}
    return found


def after(connection: sqlite3.Connection, number: int, limit: int) -> list[Unit]:
    """Units with numbers above ``number``, in order: a walk through all, page by page."""
    rows = connection.execute(f"{_ALL} WHERE number > ? ORDER BY number LIMIT ?", (number, limit))
    return units(connection, rows)


def units(connection: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> list[Unit]:
    """Rows with ``COLUMNS`` as units."""
    listed = list(rows)
    known = _provenances(connection, {row["provenance"] for row in listed})
    return [_unit(row, known[row["provenance"]]) for row in listed]


def record(unit: Unit) -> str:
    """A unit as JSON that ``from_record`` reads again."""
    return json.dumps(asdict(unit), ensure_ascii=False)


def from_record(text: str) -> Unit:
    """The unit of a record."""
    fields: dict[str, Any] = json.loads(text)
    provenance = fields.pop("provenance")
    provenance["origin"] = Origin(provenance["origin"])
    return Unit(provenance=Provenance(**provenance), **fields)


def words_hash(text: str, language: str) -> int:
    """The number under which the words of a text are kept."""
    return _hash(language, folded(text))


def frame_hash(words: str, language: str) -> int:
    """The number under which a frame is kept; without placeables it is that of the words."""
    return _hash(language, words)


def _hash(language: str, text: str) -> int:
    """48 bits: SQLite keeps such numbers in six bytes, and whoever asks compares the texts."""
    content = f"{language}\0{text}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(content, digest_size=6).digest(), "big", signed=True)


def _hashes(unit: Unit) -> set[int]:
    of_words = {words_hash(text, code) for code, text in unit.texts.items()}
    return of_words | {
        frame_hash(frame(text, code).words, code) for code, text in unit.texts.items()
    }


def _words(unit: Unit) -> list[str]:
    return sorted(set().union(*(tokens(text, code) for code, text in unit.texts.items())))


def _provenance(connection: sqlite3.Connection, one: Provenance, more: int) -> int:
    """The number of a provenance, whose time is the unit's own; it has so many ``more`` units."""
    row = connection.execute(
        "INSERT INTO provenance (origin, person, source, domain, penalty, units)"
        " VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET units = units + excluded.units RETURNING number",
        (one.origin.value, one.by, one.source, one.domain, one.penalty, more),
    ).fetchone()
    return int(row["number"])


def _provenances(connection: sqlite3.Connection, numbers: set[int]) -> dict[int, sqlite3.Row]:
    rows = (
        connection.execute("SELECT * FROM provenance WHERE number = ?", (number,)).fetchone()
        for number in numbers
    )
    return {row["number"]: row for row in rows}


def _unit(row: sqlite3.Row, known: sqlite3.Row) -> Unit:
    provenance = Provenance(
        Origin(known["origin"]),
        known["person"],
        row["at"],
        known["source"],
        known["domain"],
        known["penalty"],
    )
    return Unit(
        row["name"] or f"m{row['number']}",
        {code: row[code] for code in LANGUAGES if row[code]},
        provenance,
        row["note"],
        row["number"],
        json.loads(row["attributes"]) if row["attributes"] else {},
    )
