"""Merging two versions of one file of the glossary, row by row and field by field.

Two people who change different fields, even of one term, are both right. Only where they wrote
different things into the same field, or where one took away what the other changed, must a person
choose: there both rows stand in the file between git's marks.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_kit.errors import UserError
from translate_kit.files import read_table
from translate_kit.glossary.concept import Status
from translate_kit.glossary.fields import (
    CONCEPT_COLUMNS,
    OPTIONAL_COLUMNS,
    OPTIONAL_TERM_COLUMNS,
    TERM_COLUMNS,
)
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

OURS, BETWEEN, THEIRS = "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n"

_Cells = Mapping[str, str]
_Key = tuple[str, ...]
_NOTHING: _Cells = {}


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged file, and a line for each place where a person must choose."""

    content: bytes
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What kind of file it is: its columns, and those that name a row."""

    columns: tuple[str, ...]
    optional: tuple[str, ...]
    key: tuple[str, ...]


_CONCEPTS = _Kind(CONCEPT_COLUMNS, OPTIONAL_COLUMNS, ("id",))
_TERMS = _Kind(TERM_COLUMNS, OPTIONAL_TERM_COLUMNS, ("concept", "term"))


@dataclass(frozen=True, slots=True)
class _Row:
    """What is to stand for one key: one row, or two versions to choose from; empty for none."""

    ours: _Cells
    theirs: _Cells

    @property
    def clash(self) -> bool:
        return self.ours != self.theirs


def merge_files(base: Path, ours: Path, theirs: Path, name: str) -> Merged:
    """The merge of two versions that both come from ``base``; ``name`` is the file's real name.

    Raises UserError for the name of no file of the glossary, BadData for one that can't be read.
    """
    kind = _kind(name)
    old, one, two = (_read(path, kind) for path in (base, ours, theirs))
    keys = dict.fromkeys((*one, *two, *old))
    merged = {key: _merge(*(side.get(key, _NOTHING) for side in (old, one, two))) for key in keys}
    if kind is _TERMS:
        _set_apart_preferred(merged, one, two)
    conflicts = tuple(" ".join(key) for key, row in merged.items() if row.clash)
    return Merged(_content(kind, merged), conflicts)


def _kind(name: str) -> _Kind:
    stem = Path(name).stem
    if Path(name).suffix == ".csv" and (stem == "concepts" or stem in LANGUAGES):
        return _CONCEPTS if stem == "concepts" else _TERMS
    raise UserError(_("{name} is no file of the glossary").format(name=name))


def _read(path: Path, kind: _Kind) -> dict[_Key, _Cells]:
    """Key -> cells that aren't empty; an empty file is one that there was not yet."""
    if not path.stat().st_size:
        return {}
    rows = read_table(path, required=kind.key, known=(*kind.columns, *kind.optional))
    return {
        tuple(row.cells[column] for column in kind.key): {
            column: cell for column, cell in row.cells.items() if cell
        }
        for row in rows
    }


def _merge(old: _Cells, ours: _Cells, theirs: _Cells) -> _Row:
    if ours == theirs or theirs == old:
        return _Row(ours, ours)
    if ours == old:
        return _Row(theirs, theirs)
    if not ours or not theirs:  # one took away what the other changed
        return _Row(ours, theirs)
    cells: dict[str, str] = {}
    for column in dict.fromkeys((*ours, *theirs, *old)):
        was, one, two = (side.get(column, "") for side in (old, ours, theirs))
        if one != two and was not in (one, two):
            return _Row(ours, theirs)
        cells[column] = one if two == was else two
    kept = {column: cell for column, cell in cells.items() if cell}
    return _Row(kept, kept)


def _set_apart_preferred(
    merged: dict[_Key, _Row], ours: Mapping[_Key, _Cells], theirs: Mapping[_Key, _Cells]
) -> None:
    """Where both made another term the preferred one of the same readers, let a person choose."""
    preferred: dict[tuple[str, str], list[_Key]] = {}
    for key, row in merged.items():
        if row.ours.get("status") == Status.PREFERRED.value:
            for country in row.ours.get("country", "").split("|"):
                preferred.setdefault((key[0], country), []).append(key)
    for keys in preferred.values():
        for key in keys if len(keys) > 1 else ():
            merged[key] = _Row(ours.get(key, _NOTHING), theirs.get(key, _NOTHING))


def _content(kind: _Kind, merged: Mapping[_Key, _Row]) -> bytes:
    sides = [side for row in merged.values() for side in (row.ours, row.theirs)]
    used = (column for column in kind.optional if any(side.get(column) for side in sides))
    header = (*kind.columns, *used)
    text = io.StringIO()
    text.write(_lines(header, [dict(zip(header, header, strict=True))]))
    for row in sorted(merged.values(), key=lambda row: _place(kind, row.ours or row.theirs)):
        if row.clash:
            one, two = (_lines(header, [side] if side else []) for side in (row.ours, row.theirs))
            text.write(OURS + one + BETWEEN + two + THEIRS)
        elif row.ours:
            text.write(_lines(header, [row.ours]))
    return text.getvalue().encode("utf-8")


def _place(kind: _Kind, cells: _Cells) -> tuple[str, int, bool, str]:
    """The order of the canonical file: by concept, then by status and term."""
    status = cells.get("status", "")
    rank = Status(status).rank if status in set(Status) else 0
    variant = bool(cells.get("country"))
    return cells.get(kind.key[0], ""), rank, variant, cells.get(kind.key[-1], "")


def _lines(header: Sequence[str], rows: Iterable[_Cells]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([row.get(column, "") for column in header] for row in rows)
    return text.getvalue()


def tell(conflicts: Sequence[str], name: str) -> Iterator[str]:
    """What a person is told of a merge that is not finished."""
    for conflict in conflicts:
        said = _("{name}: {row}: changed on both sides; choose between the marks <<<<<<< >>>>>>>")
        yield said.format(name=name, row=conflict)
