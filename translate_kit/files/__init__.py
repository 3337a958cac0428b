"""Files: reading what office programs left, and writing that is whole or not at all.

What we write ourselves is UTF-8 with LF.
"""

from translate_kit.files.overlay import Overlay
from translate_kit.files.reading import (
    read_bytes,
    read_office_text,
    read_text,
    read_toml,
    sha256_of,
)
from translate_kit.files.table import Row, read_lines, read_table
from translate_kit.files.writing import open_whole, write_files

__all__ = [
    "Overlay",
    "Row",
    "open_whole",
    "read_bytes",
    "read_lines",
    "read_office_text",
    "read_table",
    "read_text",
    "read_toml",
    "sha256_of",
    "write_files",
]
