"""Units from tables: the shipped starter memory and what the office's staff add beside it."""

from collections.abc import Iterator
from pathlib import Path

from translate_kit.files import Row, read_table
from translate_kit.memory.unit import Origin, Provenance, Unit
from translate_kit.model import LANGUAGES

COLUMNS = ("id", "letter_type", "register", *LANGUAGES)


def read_units(path: Path, origin: Origin = Origin.WORKSPACE) -> Iterator[Unit]:
    """The units of one file; a sentence of Chinese and at least one other language each."""
    for row in read_table(path, required=("id", "zh"), known=COLUMNS):
        domain = row.cells.get("letter_type", "")
        yield Unit(
            row.cells["id"],
            _texts(row),
            Provenance(origin, source=path.name, domain=domain),
        )


def _texts(row: Row) -> dict[str, str]:
    return {code: row.cells[code] for code in LANGUAGES if row.cells.get(code)}
