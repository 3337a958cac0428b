"""The index as a whole: opened, brought up to date with the files, and searched."""

import hashlib
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from translate_kit.errors import NotKnown
from translate_kit.files.cache import cache_folder
from translate_kit.glossary.concept import Concept, Status
from translate_kit.glossary.index.asking import Questions, Row, Scope, first_concepts
from translate_kit.glossary.index.filling import concept_of, digest, put, take_out
from translate_kit.glossary.index.schema import INDEXES, TABLES, VERSION, connect
from translate_kit.glossary.loading import Stamps, stamps
from translate_kit.glossary.references import successor
from translate_kit.glossary.search import Hit, Match, best, score_of
from translate_kit.glossary.similar import Alike, alike
from translate_kit.glossary.store import Glossary, fold
from translate_kit.messages import _


class Index:
    """An index of the glossary in ``folders``, up to date when it was opened."""

    def __init__(self, path: Path, database: sqlite3.Connection) -> None:
        self.path, self._database = path, database

    @classmethod
    def open(
        cls, folders: Sequence[Path], *, building: Callable[[], None] = lambda: None
    ) -> "Index":
        """The index of the folders, made or brought up to date where needed.

        ``building`` is called before an index is made anew, which takes its time.

        Raises BadData for a malformed glossary, and OSError or sqlite3.Error where the cache can't
        be used at all.
        """
        name = hashlib.sha256("\n".join(str(f.resolve()) for f in folders).encode()).hexdigest()
        path = cache_folder() / f"glossary-{name[:16]}.sqlite3"
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return cls(path, _up_to_date(path, folders, building))
        except sqlite3.DatabaseError:  # damaged, or another version's: it is only a cache
            with suppress(FileNotFoundError):
                path.unlink()
            return cls(path, _up_to_date(path, folders, building))

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *_details: object) -> None:
        self.close()

    def search(
        self,
        query: str,
        *,
        languages: Collection[str] | None = None,
        domain: str | None = None,
        status: Status | None = None,
        limit: int = 20,
    ) -> list[Hit]:
        """As ``search.search``: the same answers in the same order.

        Where very many answer equally well, which of them are among the first ``limit`` may differ;
        so may misspelt queries that share no three letters in a row with a term.
        """
        wanted = fold(query)
        if not wanted:
            return []
        asked = Questions(self._database, wanted, Scope(languages, domain, status))
        found = self._certain(asked, limit)
        if not found:
            similar = dict(asked.similar())
            rows = sorted(similar, key=lambda row: (not Status(row.status).approved, -similar[row]))
            found = [
                self._hit(row, Match.SIMILAR, similar[row]) for row in first_concepts(rows, limit)
            ]
        return best(found, limit)

    def _certain(self, asked: Questions, limit: int) -> list[Hit]:
        """From the most certain way of answering on, until there are enough."""
        ways: Sequence[tuple[Match, Iterable[Row]]] = (
            (Match.SAME, asked.same()),
            (Match.INFLECTED, asked.singular()),
            (Match.INFLECTED, asked.inflected(whole=True)),
            (Match.BEGINNING, asked.beginning()),
            (Match.PART, asked.part()),
            (Match.PART, asked.inflected(whole=False)),
            (Match.INSIDE, asked.inside()),
        )
        hits: list[Hit] = []
        done: Match | None = None
        for match, rows in ways:
            if match is not done and len({hit.concept.id for hit in hits}) >= limit:
                break
            found = first_concepts(rows, limit)
            hits += [self._hit(row, match, score_of(match, asked.query, row.text)) for row in found]
            done = match
        return hits

    def _hit(self, row: Row, match: Match, score: float) -> Hit:
        concept = self.concept(row.concept)
        terms = concept.terms[row.language]
        return Hit(concept, next(t for t in terms if t.text == row.term), match, score)

    def concept(self, identifier: str) -> Concept:
        """The concept with this id; raises KeyError."""
        found = self._database.execute("SELECT record FROM concept WHERE id = ?", (identifier,))
        for (record,) in found:
            return concept_of(record)
        raise KeyError(identifier)

    def known_domain(self, name: str) -> str:
        """``name`` if it is a domain; raises NotKnown with the nearest."""
        if name not in self.domains:
            raise NotKnown(_("domain"), name, self.domains)
        return name

    def named(self, text: str) -> Concept:
        """The concept that an id or a term names; as ``Glossary.named``, and refused as there."""
        asked = Questions(self._database, fold(text), Scope())
        found = list(asked.same()) or [row for row, _score in asked.similar()]
        concepts = {row.concept: self.concept(row.concept) for row in found}
        with suppress(KeyError):
            identifier = text.strip().lower()
            concepts[identifier] = self.concept(identifier)
        return Glossary(concepts).named(text)

    def resolve(self, text: str) -> Concept:
        """As ``Glossary.resolve``."""
        concept, walked = self.named(text), dict[str, Concept]()
        while concept.id not in walked:
            walked[concept.id] = concept
            if concept.replaced_by:
                with suppress(KeyError):
                    concept = self.concept(concept.replaced_by)
        return successor(walked, next(iter(walked.values())))

    def alike(self, language: str, text: str) -> tuple[Alike, ...]:
        """As ``similar.alike``, among what shares a rare piece with ``text``."""
        asked = Questions(self._database, fold(text), Scope(languages=[language]))
        concepts = {row.concept: self.concept(row.concept) for row, _score in asked.similar()}
        return alike(Glossary(concepts), language, text)

    @property
    def domains(self) -> tuple[str, ...]:
        """The names of the domains, in alphabetical order."""
        found = self._database.execute("SELECT DISTINCT domain FROM concept ORDER BY domain")
        return tuple(name for (name,) in found)


def _up_to_date(
    path: Path, folders: Sequence[Path], building: Callable[[], None]
) -> sqlite3.Connection:
    database = connect(str(path))
    try:
        if not _is_ours(database):
            building()
            database.executescript(TABLES)
            database.execute("INSERT INTO meta VALUES ('version', ?)", (VERSION,))
        _refresh(database, folders)
    except BaseException:
        database.close()
        raise
    return database


def _is_ours(database: sqlite3.Connection) -> bool:
    tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not tables:
        return False
    version = database.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    if version != (VERSION,):
        raise sqlite3.DatabaseError("another version's index")
    return True


def _refresh(database: sqlite3.Connection, folders: Sequence[Path]) -> None:
    now = _stamped(stamps(folders))
    before = dict(database.execute("SELECT path, stamp FROM file"))
    if now == before:
        return
    domains = {Path(path).parent.name for path, _stamp in now.items() ^ before.items()}
    glossary = Glossary.load(folders, domains=domains)
    database.execute("BEGIN IMMEDIATE")
    try:
        _replace(database, glossary, domains)
        database.execute("DELETE FROM file")
        database.executemany("INSERT INTO file VALUES (?, ?)", now.items())
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")
    if not before:
        database.executescript(INDEXES)


def _stamped(found: Stamps) -> dict[str, str]:
    return {str(path): " ".join(map(str, stamp)) for path, stamp in found.items()}


def _replace(database: sqlite3.Connection, glossary: Glossary, domains: Collection[str]) -> None:
    marks = ", ".join("?" for _domain in domains)
    held = dict(
        database.execute(f"SELECT id, digest FROM concept WHERE domain IN ({marks})", [*domains])
    )
    new = {concept.id: digest(concept) for concept in glossary} if held else {}
    for identifier, old in held.items():
        if new.get(identifier) != old:
            take_out(database, identifier)
    put(database, _unheld(glossary, held, new))


def _unheld(glossary: Glossary, held: dict[str, bytes], new: dict[str, bytes]) -> Iterator[Concept]:
    for concept in glossary:
        if concept.id not in held or held[concept.id] != new[concept.id]:
            yield concept
