"""The journal of a batch: which sentences are done, so that nothing is done twice or lost.

One SQLite file in the output folder. Sentences are entered while the documents are read, each once
per direction, and given a batch number at once: a run that was stopped repeats exactly the batches
it lacked, so that its result does not depend on where it was stopped. No more than one document or
one batch is in memory at a time. What ``save`` returned from outlives a power cut.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path

from translate_kit.batch.record import from_json, to_json
from translate_kit.files.database import Database
from translate_kit.messages import _
from translate_kit.model import Pair
from translate_kit.pipeline.translation import Origin, Translation

FILE = ".translate-kit-journal.sqlite3"
APPLICATION_ID = 0x746B6A6C  # "tkjl"
BATCH = 256
"""Sentences of a batch: what is redone, at most, after a crash."""

MIGRATIONS = (
    """
    CREATE TABLE segment (
        number INTEGER PRIMARY KEY,
        direction TEXT NOT NULL,
        signature TEXT NOT NULL,
        text TEXT NOT NULL,
        batch INTEGER NOT NULL,
        result TEXT,
        UNIQUE (direction, signature, text)
    );
    CREATE INDEX segment_by_batch ON segment (batch);
    CREATE INDEX segment_waiting ON segment (batch) WHERE result IS NULL;
    CREATE TABLE output (
        name TEXT PRIMARY KEY,
        source_sha256 TEXT NOT NULL,
        signature TEXT NOT NULL,
        sha256 TEXT NOT NULL
    )
    """,
    """
    ALTER TABLE output ADD COLUMN source TEXT NOT NULL DEFAULT '';
    ALTER TABLE output ADD COLUMN document TEXT NOT NULL DEFAULT '';
    ALTER TABLE output ADD COLUMN direction TEXT NOT NULL DEFAULT '';
    ALTER TABLE output ADD COLUMN answers TEXT NOT NULL DEFAULT ''
    """,
    "ALTER TABLE output ADD COLUMN columns TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE changing (
        name TEXT PRIMARY KEY,
        output TEXT NOT NULL,
        content BLOB NOT NULL
    )
    """,
)
_INSERT = "INSERT OR IGNORE INTO segment (direction, signature, text, batch) VALUES (?, ?, ?, ?)"
_NEXT = (
    "SELECT batch, direction, signature FROM segment WHERE result IS NULL AND batch > ? "
    "ORDER BY batch LIMIT 1"
)
_SENTENCES = "SELECT text FROM segment WHERE batch = ? ORDER BY number"
_ANSWER = "SELECT result FROM segment WHERE direction = ? AND signature = ? AND text = ?"
_WROTE = "INSERT OR REPLACE INTO output VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_KEEP = (
    "INSERT OR REPLACE INTO segment (direction, signature, text, batch, result) "
    "VALUES (?, ?, ?, ?, ?)"
)
_REOPEN = "UPDATE segment SET result = NULL WHERE signature = ? AND instr(result, ?)"
_NOBODY = f'"origin":"{Origin.NONE}"'
"""Where a result says so; quotation marks inside its texts are escaped."""
_ROOM = (  # only a batch that nobody has begun may still grow
    "SELECT batch, count(*) FROM segment WHERE batch = (SELECT max(batch) FROM segment "
    "WHERE direction = ? AND signature = ?) GROUP BY batch HAVING count(*) < ? "
    "AND count(result) = 0"
)


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences to translate together, in one direction."""

    number: int
    pair: Pair
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """A file that is written: of which source, under which signature, with which bytes.

    ``source`` is the path of the document as seen from the output folder, ``document`` its name
    below the folder it was found in, ``direction`` the pair, and ``answers`` the signature under
    which its sentences stand. All four are empty in journals from before they were kept.
    ``columns`` are the chosen ones of a table, divided by commas.
    """

    name: str
    source_sha256: str
    signature: str
    sha256: str
    source: str = ""
    document: str = ""
    direction: str = ""
    answers: str = ""
    columns: str = ""


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal in one file, made when first used.

    Every method raises UserError where the file is locked, damaged or can't be written.
    """

    database: Database

    @classmethod
    def of(cls, folder: Path) -> "Journal":
        """The journal of an output folder."""
        what = _("journal")
        # Not looked through at every opening: that would read all of it for each batch.
        return cls(Database(folder / FILE, what, APPLICATION_ID, MIGRATIONS, examined=False))

    def enter(self, pair: Pair, signature: str, sentences: Iterable[str]) -> None:
        """Enter the sentences of one document; those known already stay as they are."""
        with self.database.writing() as connection:
            room = connection.execute(_ROOM, (str(pair), signature, BATCH)).fetchone()
            number, filled = room or (_highest(connection) + 1, 0)
            for sentence in dict.fromkeys(sentences):
                values = (str(pair), signature, sentence, number)
                filled += connection.execute(_INSERT, values).rowcount
                if filled == BATCH:
                    number, filled = _highest(connection) + 1, 0

    def waiting(self, signatures: Iterable[str]) -> Iterator[Batch]:
        """The batches of these signatures with sentences not done, each whole."""
        wanted = frozenset(signatures)
        last = 0
        while (row := self._next(last)) is not None:
            last, direction, signature = row
            if signature in wanted:
                yield Batch(last, Pair.parse(direction), self._sentences(last))

    def _next(self, after: int) -> tuple[int, str, str] | None:
        with self.database.reading() as connection:
            row = connection.execute(_NEXT, (after,)).fetchone()
            return row and tuple(row)

    def _sentences(self, batch: int) -> tuple[str, ...]:
        with self.database.reading() as connection:
            return tuple(row["text"] for row in connection.execute(_SENTENCES, (batch,)))

    def save(self, batch: Batch, translations: Sequence[Translation]) -> None:
        """Keep the results of a batch, all of them or none."""
        rows = [
            (to_json(translation), batch.number, sentence)
            for sentence, translation in zip(batch.sentences, translations, strict=True)
        ]
        with self.database.writing() as connection:
            connection.executemany(
                "UPDATE segment SET result = ? WHERE batch = ? AND text = ?", rows
            )

    def reopen(self, signatures: Iterable[str]) -> None:
        """What nobody could translate, under these signatures, waits again, with its batch."""
        with self.database.writing() as connection:
            connection.executemany(_REOPEN, [(one, _NOBODY) for one in set(signatures)])

    def answers(
        self, pair: Pair, signature: str, sentences: Iterable[str]
    ) -> dict[str, Translation]:
        """What the sentences of a document became; those not done are left out."""
        found: dict[str, Translation] = {}
        with self.database.reading() as connection:
            for sentence in dict.fromkeys(sentences):
                row = connection.execute(_ANSWER, (str(pair), signature, sentence)).fetchone()
                if row and row["result"]:
                    found[sentence] = from_json(row["result"])
        return found

    def progress(self, signatures: Iterable[str]) -> tuple[int, int]:
        """How many sentences are done, and how many there are, of these signatures."""
        query = "SELECT count(result), count(*) FROM segment WHERE signature = ?"
        with self.database.reading() as connection:
            rows = [connection.execute(query, (one,)).fetchone() for one in set(signatures)]
        return sum(done for done, _all in rows), sum(total for _done, total in rows)

    def wrote(self, output: Output) -> None:
        """Enter a translation that is about to get its final name."""
        with self.database.writing() as connection:
            connection.execute(_WROTE, astuple(output))

    def output(self, name: str) -> Output | None:
        """What is known of the translation of that name."""
        with self.database.reading() as connection:
            query = "SELECT * FROM output WHERE name = ?"
            row = connection.execute(query, (name,)).fetchone()
            return Output(*row) if row else None

    def outputs(self) -> list[Output]:
        """Every file that was written, by name."""
        with self.database.reading() as connection:
            return [
                Output(*row) for row in connection.execute("SELECT * FROM output ORDER BY name")
            ]

    def begin_change(
        self,
        answers: Mapping[tuple[Pair, str], Iterable[Translation]],
        contents: Mapping[Output, bytes],
    ) -> None:
        """Enter new contents of outputs, all or none; they stand here until they are in place.

        ``answers`` are all sentences of the documents, by direction and signature.
        """
        with self.database.writing() as connection:
            number = _highest(connection) + 1
            for (pair, signature), made in answers.items():
                rows = ((str(pair), signature, e.source, number, to_json(e)) for e in made)
                connection.executemany(_KEEP, rows)
            connection.executemany(
                "INSERT OR REPLACE INTO changing VALUES (?, ?, ?)",
                ((o.name, json.dumps(asdict(o)), content) for o, content in contents.items()),
            )

    def changing(self) -> dict[Output, bytes]:
        """What was to be put in place by a change that somebody began."""
        with self.database.reading() as connection:
            rows = connection.execute("SELECT output, content FROM changing ORDER BY name")
            return {Output(**json.loads(row["output"])): row["content"] for row in rows}

    def end_change(self, written: Iterable[Output]) -> None:
        """The change is over; what was ``written`` stands there from now on."""
        with self.database.writing() as connection:
            connection.executemany(_WROTE, [astuple(output) for output in written])
            connection.execute("DELETE FROM changing")


def _highest(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(batch), 0) FROM segment").fetchone()[0])
