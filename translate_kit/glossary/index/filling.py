"""Putting concepts into the index and taking them out again."""

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count, islice

from translate_kit.glossary.concept import Concept, Term
from translate_kit.glossary.fields import (
    CONCEPT_COLUMNS,
    OPTIONAL_COLUMNS,
    OPTIONAL_TERM_COLUMNS,
    TERM_COLUMNS,
    concept_cells,
    read_concept,
    read_term,
    term_cells,
)
from translate_kit.glossary.index.grams import grams
from translate_kit.glossary.index.schema import quality
from translate_kit.glossary.search import spellings
from translate_kit.glossary.store import fold

WORDS = "n{count}"
"""The token that says how many words a Russian spelling has."""

_BATCH = 50_000


def put(database: sqlite3.Connection, concepts: Iterable[Concept]) -> None:
    """Add concepts that the index doesn't hold.

    In batches sorted by row, because the full-text table writes each batch of ascending rows at
    once and begins anew at every row that goes back.
    """
    serials = count(_last_serial(database) + 1)
    spelt = _rows(database, concepts, serials)
    forms = _Forms(database)
    while batch := sorted(islice(spelt, _BATCH)):
        frequency: Counter[str] = Counter()
        pieces = []
        for row, text, _concept, _domain, language, *_rest in batch:
            own = set(grams(text))
            frequency.update(own)
            pieces.append((row, " ".join(own), _words(language, text)))
            if language == "ru":
                forms.put(text)
        database.executemany("INSERT INTO spelling VALUES (?, ?, ?, ?, ?, ?, ?)", batch)
        database.executemany("INSERT INTO piece (rowid, grams, words) VALUES (?, ?, ?)", pieces)
        database.executemany(
            "INSERT INTO frequency VALUES (?, ?)"
            " ON CONFLICT (gram) DO UPDATE SET count = count + excluded.count",
            frequency.items(),
        )
    _put_serial(database, next(serials))


_Spelling = tuple[int, str, str, str, str, str, str]
"""A row of ``spelling``."""


def _rows(
    database: sqlite3.Connection, concepts: Iterable[Concept], serials: Iterator[int]
) -> Iterator[_Spelling]:
    """Enter the concepts themselves; gives the rows of their spellings."""
    for concept in concepts:
        database.execute("INSERT INTO concept VALUES (?, ?, ?, ?)", _row(concept))
        for term, text in _spelt(concept):
            row = _place(term, text, next(serials))
            status = term.status.value
            yield row, text, concept.id, concept.domain, term.language, status, term.text


def take_out(database: sqlite3.Connection, identifier: str) -> None:
    """Remove a concept and its spellings; forms and frequencies stay, they do no harm."""
    rows = database.execute(
        "SELECT quality, language, text FROM spelling WHERE concept = ?", (identifier,)
    ).fetchall()
    for row, language, text in rows:
        database.execute(
            "INSERT INTO piece (piece, rowid, grams, words) VALUES ('delete', ?, ?, ?)",
            (row, " ".join(set(grams(text))), _words(language, text)),
        )
    database.execute("DELETE FROM spelling WHERE concept = ?", (identifier,))
    database.execute("DELETE FROM concept WHERE id = ?", (identifier,))


def _words(language: str, text: str) -> str:
    words = russian_words(text) if language == "ru" else []
    return " ".join([*map(token, words), WORDS.format(count=len(words))]) if words else ""


def russian_words(text: str) -> list[str]:
    """The words of a Russian spelling without the marks around them."""
    return [word for each in text.split() if (word := each.strip("«»(),.!")) and token(word)]


def token(word: str) -> str:
    """A word as the full-text table takes it: letters and figures only."""
    return "".join(character for character in word if character.isalnum())


def digest(concept: Concept) -> bytes:
    """What shows that a concept has changed."""
    return hashlib.blake2b(repr(_record(concept)).encode(), digest_size=12).digest()


def _row(concept: Concept) -> tuple[str, str, bytes, str]:
    record = json.dumps(_record(concept), ensure_ascii=False, separators=(",", ":"))
    return concept.id, concept.domain, digest(concept), record


def _record(concept: Concept) -> list[object]:
    own = [text for _column, text in concept_cells(concept).items()]
    terms = [
        [language, *list(term_cells("", term).values())[1:]]
        for language, each in concept.terms.items()
        for term in each
    ]
    return [concept.domain, own, terms]


def concept_of(record: str) -> Concept:
    """The concept that a row holds."""
    domain, own, rows = json.loads(record)
    names = (*CONCEPT_COLUMNS, *OPTIONAL_COLUMNS)
    columns = (*TERM_COLUMNS[1:], *OPTIONAL_TERM_COLUMNS)
    terms: dict[str, list[Term]] = {}
    for language, *cells in rows:
        term = read_term(dict(zip(columns, cells, strict=True)), language)
        terms.setdefault(language, []).append(term)
    return read_concept(dict(zip(names, own, strict=True)), domain, terms)


def _spelt(concept: Concept) -> Iterator[tuple[Term, str]]:
    for terms in concept.terms.values():
        for term in terms:
            for text in dict.fromkeys(spellings(term)):
                yield term, text


def _place(term: Term, text: str, serial: int) -> int:
    status = term.status
    return quality(approved=status.approved, length=len(text), rank=status.rank, serial=serial)


def _last_serial(database: sqlite3.Connection) -> int:
    found = database.execute("SELECT value FROM meta WHERE key = 'serial'").fetchone()
    return int(found[0]) if found else 0


def _put_serial(database: sqlite3.Connection, serial: int) -> None:
    database.execute("INSERT OR REPLACE INTO meta VALUES ('serial', ?)", (str(serial),))


class _Forms:
    """Enters the forms of Russian words, those of each word once."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._known = set[str]()

    def put(self, text: str) -> None:
        for word in russian_words(text):
            if word not in self._known:
                self._known.add(word)
                rows = [(form, token(word)) for form in _forms(word)]
                self._database.executemany("INSERT OR IGNORE INTO form VALUES (?, ?)", rows)


def _forms(word: str) -> set[str]:
    """Every form of every dictionary entry that the word may belong to, itself among them."""
    from translate_kit.languages.ru.morphology import analyzer

    found = {word}
    for parse in analyzer().parse(word):
        found |= {fold(str(form.word)) for form in parse.lexeme}
    return found
