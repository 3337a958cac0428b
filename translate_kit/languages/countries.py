"""Countries by their codes of ISO 3166-1 alpha-2, several written ``CA|GB``.

The table (``data/countries.csv``) holds the officially assigned codes, and what people write
instead of some of them (UK, USA).
"""

import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.messages import _

_FILE = Path(__file__).parent / "data" / "countries.csv"
_BETWEEN = re.compile(r"[|,;/\s｜，；、]+")


class NoCountry(ValueError):  # noqa: N818 - a code that no country has
    """Something else stands where the code of a country should; says what to write."""


def read_countries(cell: str) -> tuple[str, ...]:
    """The codes of a cell, each once, in alphabetical order; raises NoCountry.

    Lower case and other marks between them are forgiven.
    """
    codes = {code.upper() for code in _BETWEEN.split(cell) if code}
    for code in sorted(codes - known_countries()):
        raise NoCountry(_advice(code))
    return tuple(sorted(codes))


def write_countries(codes: Collection[str]) -> str:
    """The codes as a cell; ``read_countries`` gives them back."""
    return "|".join(codes)


def known_countries() -> frozenset[str]:
    """Every code that is assigned."""
    return frozenset(code for code, meant in _table().items() if not meant)


def _advice(code: str) -> str:
    meant = _table().get(code)
    if meant:
        return _("“{code}” is no country; write {meant}").format(code=code, meant=meant)
    why = _("“{code}” is no country; write codes of two letters such as CA, several as CA|GB")
    return why.format(code=code)


@cache
def _table() -> Mapping[str, str]:
    columns = ("code", "meant")
    rows = read_table(_FILE, required=columns, known=columns)
    return {row.cells["code"]: row.cells["meant"] for row in rows}
