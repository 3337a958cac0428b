"""The seam between document formats and everything above them."""

from pathlib import Path
from typing import Protocol

from translate_kit.model import Document


class Format(Protocol):
    """One kind of file. Both functions raise UserError for a file that can't be used."""

    def read(self, path: Path) -> Document:
        """The texts of the file, the same blocks with the same ids at every reading."""

    def write(self, document: Document, original: Path, language: str) -> bytes:
        """The content of ``original`` with the blocks of ``document`` in place of its own.

        Blocks are matched by id; a block that ``document`` lacks keeps its text, so that a
        document without blocks gives the original's content back. ``language`` is the language of
        the new texts, for language tags and fonts. The same input gives the same bytes.
        """
