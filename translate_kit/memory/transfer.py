"""Files of units into the memory and out of it: TMX, and tables in CSV, TSV and XLSX."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from translate_kit.errors import BadData, NotKnown
from translate_kit.files.writing import open_whole
from translate_kit.memory import tables, tmx
from translate_kit.memory.store import Added, Store
from translate_kit.memory.tally import Tally
from translate_kit.memory.unit import Origin, Unit
from translate_kit.messages import _

IMPORTED = (".tmx", ".csv", ".tsv", ".xlsx")
_WRITERS: Mapping[str, Callable[[Iterable[Unit], BinaryIO], int]] = {
    ".tmx": tmx.write,
    ".tsv": tables.write_tsv,
    ".xlsx": tables.write_workbook,
}
EXPORTED = tuple(_WRITERS)


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a file is taken over.

    ``penalty`` is taken from every score of its units; ``domain`` is the kind of letter where the
    file names none. ``approved_by`` makes its units a person's approval rather than an import.
    """

    penalty: int = 0
    domain: str = ""
    approved_by: str = ""


def import_file(
    store: Store, path: Path, terms: Terms, done: Callable[[Added], None] | None = None
) -> tuple[Added, Tally]:
    """Enter the units of a file; returns how many, and what was left out.

    The whole file is read through before anything is saved, so that a broken one leaves nothing;
    interrupted later, the import goes on where it was when the same file is imported again.
    Raises BadData for a file that is no such table or TMX, or without a single unit of ours.
    """
    tally = Tally()
    if not sum(1 for _unit in _units(path, tally, terms)):
        raise BadData(path, _nothing(tally))
    return store.add(_units(path, Tally(), terms), done), tally


def export_file(units: Iterable[Unit], path: Path, *, overwrite: bool = False) -> int:
    """Write units to a TMX, TSV or XLSX file, whole or not at all; returns how many.

    A TMX file keeps everything; a table keeps texts, kind of letter, note, approver and date.
    """
    write = _WRITERS[_suffix(path, EXPORTED)]
    with open_whole(path, overwrite=overwrite) as file:
        return write(units, file)


def _units(path: Path, tally: Tally, terms: Terms) -> Iterator[Unit]:
    read: Callable[..., Iterator[Unit]] = (
        tmx.read if _suffix(path, IMPORTED) == ".tmx" else tables.read_foreign
    )
    for unit in read(path, tally, penalty=terms.penalty, domain=terms.domain):
        if not terms.approved_by:
            yield unit
            continue
        provenance = replace(unit.provenance, origin=Origin.PERSON, by=terms.approved_by, at="")
        yield replace(unit, provenance=provenance)


def _suffix(path: Path, known: tuple[str, ...]) -> str:
    suffix = path.suffix.lower()
    if suffix not in known:
        raise NotKnown(_("kind of memory file"), suffix or path.name, known)
    return suffix


def _nothing(tally: Tally) -> str:
    found = "; ".join(tally.lines())
    why = _("the file has no unit with texts in two of our languages")
    return f"{why} ({found})" if found else why
