"""The workspace's own units, in one SQLite file. What a method returned from is on the disk."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from translate_kit.errors import CannotWrite
from translate_kit.files.database import PATIENCE, Database, transaction
from translate_kit.languages.placeables import Kind
from translate_kit.memory import rows, search
from translate_kit.memory.frame import Frame, folded
from translate_kit.memory.migrations import INDEX, MIGRATIONS
from translate_kit.memory.unit import RANKS, Origin, Unit
from translate_kit.messages import _

FILE = "memory.sqlite3"
"""The name of the memory in a workspace."""
APPLICATION_ID = 0x746B6D65  # "tkme"
LARGE = 50_000
"""Units entered at once from which compacting the file is worth its time."""
BATCH = 500
"""Units that are saved together, within a second or so: then others get their turn."""
DOUBT = 10
"""Points taken from a unit that waits for a reviewer."""
_CACHE = 65_536  # KiB of pages in memory while units are entered, so that none is read twice


@dataclass(frozen=True, slots=True)
class Added:
    """How many units were entered, and how many were there already."""

    new: int = 0
    known: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(self.new + other.new, self.known + other.known)


@dataclass(frozen=True, slots=True)
class Store:
    """A shelf on disk, made when first written to.

    Every method opens and closes the file, and raises UserError where it is locked for longer than
    ``patience`` seconds, damaged, or can't be written.
    """

    path: Path
    patience: float = PATIENCE

    def __len__(self) -> int:
        with self.reading() as connection:
            if connection is None:
                return 0
            return int(connection.execute("SELECT total(units) FROM provenance").fetchone()[0])

    @property
    def revision(self) -> str:
        """Another one after every change: the last unit's number and that of the last removal."""
        query = (
            "SELECT (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'unit'), "
            "(SELECT coalesce(max(turn), 0) FROM removed)"
        )
        with self.reading() as connection:
            row = connection.execute(query).fetchone() if connection else (0, 0)
            return f"{row[0]}.{row[1]}"

    def same(self, text: str, language: str) -> Sequence[Unit]:
        wanted = folded(text)
        found = self._hashed(rows.words_hash(text, language))
        return [unit for unit in found if folded(unit.texts.get(language, "")) == wanted]

    def alike(self, asked: Frame, language: str) -> Sequence[Unit]:
        if any(each.kind is Kind.NAME for each in asked.placeables):
            # The frames of the file know nothing of the names that somebody passes.
            return self.near(asked.text, language)
        return self._hashed(rows.frame_hash(asked.words, language))

    def near(self, text: str, language: str) -> Sequence[Unit]:
        with self.reading() as connection:
            return search.near(connection, text, language) if connection else ()

    def holding(self, words: str, language: str | None) -> Iterator[Unit]:
        with self.reading() as connection:
            if connection is not None:
                yield from search.holding(connection, words, language)

    def each(self, page: int = 1_000) -> Iterator[Unit]:
        """All units in the order in which they were entered; none is held up meanwhile."""
        last = 0
        while True:
            with self.reading() as connection:
                found = rows.after(connection, last, page) if connection else []
            if not found:
                return
            yield from found
            last = found[-1].number

    def add(self, units: Iterable[Unit], done: Callable[[Added], None] | None = None) -> Added:
        """Enter units, ``BATCH`` at a time: of a batch all are saved, or none.

        A unit that is there already, from somebody as trustworthy, is not entered again; what a
        person approves is, unless it is that person's sentence as it stands. ``done`` is told how
        far it got.
        """
        total = Added()
        remaining = iter(units)
        with self._file.alone() as connection:
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            while batch := list(islice(remaining, BATCH)):
                with transaction(connection):
                    total += _enter_all(connection, batch)
                if done is not None:
                    done(total)
        return total

    def remove(self, numbers: Sequence[int], why: str) -> int:
        """Take units out, all or none; they are kept aside for ``restore``. Returns how many."""
        with self.writing() as connection:
            found = rows.numbered(connection, numbers)
            turn = _last_turn(connection) + 1
            spread: Counter[str] = Counter()
            for unit in found:
                connection.execute(
                    "INSERT INTO removed (turn, at, why, unit) VALUES (?, ?, ?, ?)",
                    (turn, now(), why, rows.record(unit)),
                )
                rows.delete(connection, unit, spread)
            rows.count(connection, spread)
        return len(found)

    def doubt(self, numbers: Sequence[int], why: str, penalty: int = DOUBT) -> list[Unit]:
        """Let units wait for a reviewer: no score of theirs is full any more, so that none stands
        for exactly what was asked, and their notes say why.

        Returns those that now wait; one that had a penalty already waits as it did.
        """
        with self.writing() as connection:
            found = [u for u in rows.numbered(connection, numbers) if not u.provenance.penalty]
            spread: Counter[str] = Counter()
            for unit in found:
                rows.delete(connection, unit, spread)
                rows.insert(connection, _doubted(unit, why, penalty), spread)
            rows.count(connection, spread)
        return found

    def restore(self) -> int:
        """Put back what was removed last; returns how many units, 0 where nothing is left."""
        with self.writing() as connection:
            turn = _last_turn(connection)
            listed = connection.execute("SELECT unit FROM removed WHERE turn = ?", (turn,))
            units = [rows.from_record(row["unit"]) for row in listed.fetchall()]
            spread: Counter[str] = Counter()
            for unit in units:
                rows.insert(connection, unit, spread)
            rows.count(connection, spread)
            connection.execute("DELETE FROM removed WHERE turn = ?", (turn,))
        return len(units)

    def compact(self) -> bool:
        """Give back the room of what was removed, and put together what was entered piecemeal.

        Takes as much room again for the time being; after a large import it saves a tenth. False
        where somebody else is at work or the disk too full: then it waits for another time.
        """
        try:
            with self.writing() as connection:
                connection.execute("INSERT INTO word (word) VALUES ('optimize')")
            with self._file.alone() as connection:
                connection.execute("VACUUM")
        except CannotWrite:
            return False
        return True

    def _hashed(self, hash_: int) -> list[Unit]:
        with self.reading() as connection:
            return rows.with_hash(connection, hash_) if connection else []

    @property
    def _file(self) -> Database:
        """Not examined at every opening: a million units would take seconds."""
        return Database(
            self.path,
            _("translation memory"),
            APPLICATION_ID,
            MIGRATIONS,
            self.patience,
            examined=False,
            page=8192,
        )

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """None where there is no file yet: looking something up makes none."""
        if not self.path.exists():
            yield None
            return
        with self._file.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        with self._file.writing() as connection:
            _follow_the_rules(connection)
            yield connection


def _doubted(unit: Unit, why: str, penalty: int) -> Unit:
    note = "; ".join(filter(None, (unit.note, why)))
    return replace(unit, note=note, provenance=replace(unit.provenance, penalty=penalty))


def now() -> str:
    """The present moment as units bear it, in universal time."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _enter_all(connection: sqlite3.Connection, batch: Sequence[Unit]) -> Added:
    _follow_the_rules(connection)
    spread: Counter[str] = Counter()
    entered = sum(_enter(connection, unit, spread) for unit in batch)
    rows.count(connection, spread)
    return Added(entered, len(batch) - entered)


def _enter(connection: sqlite3.Connection, unit: Unit, spread: "Counter[str]") -> bool:
    """Whether the unit was entered and not there already."""
    language, text = next(iter(unit.texts.items()))
    same = rows.with_hash(connection, rows.words_hash(text, language))
    if _is_known(unit, [each for each in same if each.texts.get(language) == text]):
        return False
    at = unit.provenance.at or now()
    rows.insert(connection, replace(unit, provenance=replace(unit.provenance, at=at)), spread)
    return True


def _is_known(unit: Unit, same: Sequence[Unit]) -> bool:
    """A person's newest approval holds; one that says what an older one said is new."""
    if unit.provenance.origin is Origin.PERSON:
        of_persons = [u for u in same if u.provenance.origin is Origin.PERSON]
        # One that waits for a reviewer doesn't keep that reviewer's approval out.
        approved = [u for u in of_persons if u.provenance.penalty <= unit.provenance.penalty]
        newest = max(approved, key=lambda u: (u.provenance.at, u.number), default=None)
        return newest is not None and newest.texts == unit.texts
    return any(
        unit.texts.items() <= each.texts.items()
        and RANKS[each.provenance.origin] <= RANKS[unit.provenance.origin]
        and each.provenance.penalty <= unit.provenance.penalty
        for each in same
    )


def _last_turn(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT max(turn) FROM removed").fetchone()[0] or 0)


def _follow_the_rules(connection: sqlite3.Connection) -> None:
    """Make the indexes anew where their rules have changed since they were made."""
    if connection.execute("SELECT made_by FROM rules").fetchone()[0] == INDEX:
        return
    connection.execute("DELETE FROM frame")
    connection.execute("DELETE FROM spread")
    connection.execute("INSERT INTO word (word) VALUES ('delete-all')")
    last = 0
    while found := rows.after(connection, last, BATCH):
        spread: Counter[str] = Counter()
        for unit in found:
            rows.index(connection, unit.number, unit, spread)
        rows.count(connection, spread)
        last = found[-1].number
    connection.execute("UPDATE rules SET made_by = ?", (INDEX,))
