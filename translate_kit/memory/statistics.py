"""What the workspace's own memory holds: how much, from where, and where it contradicts itself."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from translate_kit.memory.store import Store
from translate_kit.memory.unit import Origin
from translate_kit.model import LANGUAGES


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of units: ``total``, by origin, by language that they have, by domain and by source.

    ``contradictions`` counts, for each language, the Chinese texts that a person approved with more
    than one translation into it; ``removed`` is what can be brought back. ``size`` is the file's,
    in bytes.
    """

    total: int
    origins: Mapping[str, int]
    languages: Mapping[str, int]
    domains: Mapping[str, int]
    sources: Mapping[str, int]
    contradictions: Mapping[str, int]
    removed: int
    size: int


def statistics(store: Store) -> Statistics:
    """Count the units of a store."""
    with store.reading() as connection:
        if connection is None:
            return Statistics(0, {}, {}, {}, {}, {}, 0, 0)
        return Statistics(
            total=_number(connection, "SELECT total(units) FROM provenance"),
            origins=_grouped(connection, "origin"),
            languages=_languages(connection),
            domains=_grouped(connection, "domain"),
            sources=_grouped(connection, "source"),
            contradictions={
                code: n for code in LANGUAGES[1:] if (n := _contradictions(connection, code))
            },
            removed=_number(connection, "SELECT count(*) FROM removed"),
            size=store.path.stat().st_size,
        )


def _grouped(connection: sqlite3.Connection, column: str) -> dict[str, int]:
    """Value -> number of units, the most frequent first; units that say nothing are left out."""
    found = connection.execute(
        f"SELECT {column} AS value, sum(units) AS n FROM provenance"
        f" WHERE {column} <> '' AND units > 0 GROUP BY {column} ORDER BY n DESC, {column}"
    )
    return {row["value"]: row["n"] for row in found}


def _languages(connection: sqlite3.Connection) -> dict[str, int]:
    counted = ", ".join(f"count({code}) AS {code}" for code in LANGUAGES)
    row = connection.execute(f"SELECT {counted} FROM unit").fetchone()
    return {code: row[code] for code in LANGUAGES}


def _contradictions(connection: sqlite3.Connection, language: str) -> int:
    return _number(
        connection,
        "SELECT count(*) FROM (SELECT zh FROM unit"
        " JOIN provenance ON provenance.number = unit.provenance"
        f" WHERE origin = ? AND zh IS NOT NULL AND {language} IS NOT NULL"
        f" GROUP BY zh HAVING count(DISTINCT {language}) > 1)",
        Origin.PERSON.value,
    )


def _number(connection: sqlite3.Connection, question: str, *values: str) -> int:
    return int(connection.execute(question, values).fetchone()[0])
