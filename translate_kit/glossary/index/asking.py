"""Questions to the index, one for each way in which a spelling answers a query.

Each gives rows of ``spelling``, the best first, and stops asking when it has enough.
"""

import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from translate_kit.glossary.concept import Status
from translate_kit.glossary.index.filling import WORDS, russian_words
from translate_kit.glossary.index.grams import grams, needed
from translate_kit.glossary.index.schema import lengths
from translate_kit.glossary.inflection import singulars
from translate_kit.glossary.search import LONGEST_ENDING, SIMILAR_ENOUGH, Match, match_of

_LAST = "\U0010ffff"
_CYRILLIC = re.compile(r"[а-я]")
_RAREST = 6
"""Pieces of a misspelt query that candidates are sought by: two slips break at most six."""
_CANDIDATES = 2500
"""Spellings that are compared with a misspelt query at most, those of the rarest pieces first."""

_MANY = 2000
"""Spellings that begin alike from which not all are put in order."""

_COLUMNS = "s.text, s.concept, s.language, s.status, s.term"


@dataclass(frozen=True, slots=True)
class Row:
    """A spelling of a term, as the index has it."""

    text: str
    concept: str
    language: str
    status: str
    term: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Which spellings are looked at; None means all."""

    languages: Collection[str] | None = None
    domain: str | None = None
    status: Status | None = None

    def condition(self) -> tuple[str, list[str]]:
        """A piece of SQL that begins with AND, and its parameters."""
        parts, values = [], []
        if self.languages is not None:
            marks = ", ".join("?" for _language in self.languages)
            parts.append(f"AND s.language IN ({marks})")
            values += list(self.languages)
        if self.domain is not None:
            parts.append("AND s.domain = ?")
            values.append(self.domain)
        if self.status is not None:
            parts.append("AND s.status = ?")
            values.append(self.status.value)
        return " ".join(parts), values


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of one search, of a folded ``query``."""

    database: sqlite3.Connection
    query: str
    scope: Scope

    def same(self) -> Iterator[Row]:
        """Spellings equal to the query."""
        return self._spelt([self.query])

    def singular(self) -> Iterator[Row]:
        """English terms that the query may be the plural of."""
        return (row for row in self._spelt(singulars(self.query)) if row.language == "en")

    def inflected(self, *, whole: bool) -> Iterator[Row]:
        """Russian spellings with every word of the query in some form; ``whole``: and no other.

        None for a query that is written like a Russian term: that is what was meant.
        """
        if not _CYRILLIC.search(self.query) or any(row.language == "ru" for row in self.same()):
            return iter(())
        words = russian_words(self.query)
        groups = [self._words(word) for word in words]
        if not all(groups):
            return iter(())
        wanted = " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in groups)
        exactly = f"{_quoted(WORDS.format(count=len(words)))}"
        return self._pieces(f"words : ({wanted} {'AND' if whole else 'NOT'} {exactly})")

    def beginning(self) -> Iterator[Row]:
        """Spellings that begin with the query and go on."""
        condition, values = self.scope.condition()
        begin = "s.text > ? AND s.text < ?"
        texts = [self.query, self.query + _LAST]
        some = self.database.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM spelling AS s WHERE {begin} LIMIT ?)",
            [*texts, _MANY],
        ).fetchone()[0]
        if some == _MANY and (pieces := needed(self.query)):
            # To put all in order takes longer than to look through the best until there are enough.
            wanted = "grams : (" + " AND ".join(map(_quoted, pieces)) + ")"
            found = self._pieces(wanted)
            yield from (row for row in found if texts[0] < row.text < texts[1])
            return
        yield from self._rows(
            f"SELECT {_COLUMNS} FROM spelling AS s WHERE {begin} {condition} ORDER BY s.quality",
            [*texts, *values],
        )

    def part(self) -> Iterator[Row]:
        """Spellings with the query inside, at a word where words have spaces."""
        pieces = needed(self.query)
        if not pieces:
            return
        for row in self._pieces("grams : (" + " AND ".join(map(_quoted, pieces)) + ")"):
            if match_of(self.query, row.text) is Match.PART:
                yield row

    def inside(self) -> Iterator[Row]:
        """Spellings that the query begins with, an ending of its own following."""
        shortest = max(2, len(self.query) - LONGEST_ENDING)
        return self._spelt([self.query[:end] for end in range(shortest, len(self.query))])

    def similar(self) -> Iterator[tuple[Row, float]]:
        """Spellings like the query, and how like (0 to 100), the likest first."""
        from rapidfuzz import fuzz, process

        texts = self._candidates()
        numbers = list(texts)
        likest = process.extract(
            self.query, list(texts.values()), scorer=fuzz.ratio, score_cutoff=SIMILAR_ENOUGH,
            limit=200,
        )  # fmt: skip
        rows = self._numbered([numbers[at] for _text, _score, at in likest])
        for _text, score, at in likest:
            yield rows[numbers[at]], score

    def _numbered(self, numbers: Collection[int]) -> dict[int, Row]:
        marks = ", ".join("?" for _number in numbers)
        found = self.database.execute(
            f"SELECT s.quality, {_COLUMNS} FROM spelling AS s WHERE s.quality IN ({marks})",
            [*numbers],
        )
        return {number: Row(*cells) for number, *cells in found}

    def _candidates(self) -> dict[int, str]:
        """Spellings of about the query's length that share a rare piece with it, by number."""
        asked = set(grams(self.query))
        marks = ", ".join("?" for _piece in asked)
        rarest = self.database.execute(
            f"SELECT gram FROM frequency WHERE gram IN ({marks}) ORDER BY count LIMIT ?",
            [*asked, _RAREST],
        ).fetchall()
        share = SIMILAR_ENOUGH / (200 - SIMILAR_ENOUGH)  # of the longer's length, at the least
        shortest, longest = int(len(self.query) * share), int(len(self.query) / share) + 1
        found: dict[int, str] = {}
        for (piece,) in rarest:
            for approved in (True, False):
                within = lengths(shortest, longest, approved=approved)
                sql, values = self._with_pieces(f"grams : {_quoted(piece)}", within)
                for number, text in self.database.execute(
                    f"SELECT s.quality, s.text {sql}", values
                ):
                    if len(found) >= _CANDIDATES:
                        return found
                    found.setdefault(number, text)
        return found

    def _words(self, form: str) -> list[str]:
        found = self.database.execute("SELECT word FROM form WHERE form = ?", (form,))
        return [word for (word,) in found]

    def _spelt(self, texts: Collection[str]) -> Iterator[Row]:
        marks = ", ".join("?" for _text in texts)
        condition, values = self.scope.condition()
        return self._rows(
            f"SELECT {_COLUMNS} FROM spelling AS s WHERE s.text IN ({marks}) {condition}"
            " ORDER BY s.quality",
            [*texts, *values],
        )

    def _pieces(self, expression: str) -> Iterator[Row]:
        """The spellings whose pieces fit a full-text expression, the best first."""
        sql, values = self._with_pieces(expression)
        return self._rows(f"SELECT {_COLUMNS} {sql}", values)

    def _with_pieces(
        self, expression: str, within: tuple[int, int] | None = None
    ) -> tuple[str, list[str | int]]:
        """What such a question goes on with, and its parameters; ``within`` are row numbers."""
        condition, values = self.scope.condition()
        rows = "AND piece.rowid BETWEEN ? AND ?" if within else ""
        return (
            " FROM piece CROSS JOIN spelling AS s ON s.quality = piece.rowid"
            f" WHERE piece MATCH ? {rows} {condition} ORDER BY piece.rowid",
            [expression, *(within or ()), *values],
        )

    def _rows(self, sql: str, values: Sequence[str | int]) -> Iterator[Row]:
        for cells in self.database.execute(sql, values):
            yield Row(*cells)


def _quoted(token: str) -> str:
    return '"' + token.replace('"', '""') + '"'


def first_concepts(rows: Iterable[Row], limit: int) -> list[Row]:
    """The rows up to and with the ``limit``-th concept."""
    found: list[Row] = []
    concepts = set[str]()
    for row in rows:
        if row.concept not in concepts and len(concepts) == limit:
            break
        concepts.add(row.concept)
        found.append(row)
    return found
