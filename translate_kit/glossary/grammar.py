"""The grammar cell of a term: ``gender=m; gen_pl=масок`` to a mapping and back."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

_KEY = re.compile(r"[a-z][a-z0-9_]*")
_NONE: Mapping[str, str] = MappingProxyType({})


@lru_cache(maxsize=4096)
def parse(cell: str) -> Mapping[str, str]:
    """The notes of a cell; raises ValueError with the piece that is not ``key=value``.

    Cached because most of the thousands of cells are alike (``gender=f``).
    """
    if not cell:
        return _NONE
    notes: dict[str, str] = {}
    for piece in cell.split(";"):
        key, equals, value = (part.strip() for part in piece.partition("="))
        if not (equals and value and _KEY.fullmatch(key)) or key in notes:
            raise ValueError(piece.strip())
        notes[key] = value
    return MappingProxyType(notes)


def serialize(notes: Mapping[str, str]) -> str:
    """The cell of some notes, keys in alphabetical order; ``parse`` gives the same notes back."""
    return "; ".join(f"{key}={notes[key]}" for key in sorted(notes))
