"""In which format a file comes in, where nobody names it: by its name, and tables by their columns.

A table may be our own sheet saved as CSV, a list for DeepL or one for OmegaT.
"""

from pathlib import Path

from translate_kit.errors import UserError
from translate_kit.files import read_lines
from translate_kit.glossary.sheet import is_head
from translate_kit.messages import _

_BY_SUFFIX = {
    ".xlsx": "xlsx", ".xlsm": "xlsx", ".tbx": "tbx", ".xml": "tbx", ".martif": "tbx",
    ".tmx": "tmx", ".txt": "omegat", ".utf8": "omegat", ".tab": "omegat",
}  # fmt: skip
_TABLES = (".csv", ".tsv")
_HEAD_ROWS = 5
_OMEGAT = 3
_LIST = 4
"""Columns that a list of words has at most."""


def recognized(path: Path) -> str:
    """The name of the format; raises UserError where the file doesn't tell."""
    suffix = path.suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix not in _TABLES:
        raise UserError(_("{path}: say in which format it is, with --format").format(path=path))
    return _of_table(path)


def _of_table(path: Path) -> str:
    """Our sheet if a row has the names of its columns, else a list by how many columns it has."""
    widest = 0
    for number, cells in read_lines(path):
        if is_head(cells):
            return "csv"
        widest = max(widest, len(cells))
        if number >= _HEAD_ROWS:
            break
    if not 1 < widest <= _LIST:
        return "csv"
    return "omegat" if widest == _OMEGAT and path.suffix.lower() == ".tsv" else "deepl"
