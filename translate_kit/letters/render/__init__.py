"""The renderers: a ``Sheet`` written as docx, html, txt or pdf.

A format is one module and one row of ``FORMATS`` (or an entry point of the group
``translate_kit.letter_formats``): a function from sheets to the bytes of a file each.
"""

from collections.abc import Sequence
from typing import Protocol, cast

from translate_kit.letters.layout.sheet import Sheet
from translate_kit.plugins import Table

FORMATS = Table(
    "letter_formats",
    "letter format",
    {
        "docx": "translate_kit.letters.render.docx:render",
        "html": "translate_kit.letters.render.html:render",
        "txt": "translate_kit.letters.render.text:render",
        "pdf": "translate_kit.letters.render.pdf:render",
    },
)
"""Name, which is the file's suffix too -> the function that writes it."""


class Renderer(Protocol):
    """Writes letters in one format, several at once because some (pdf) start slowly."""

    def __call__(self, sheets: Sequence[Sheet]) -> list[bytes]: ...


def render(sheets: Sequence[Sheet], file_format: str) -> list[bytes]:
    """One file's content per sheet; raises NotKnown for an unknown format."""
    return cast(Renderer, FORMATS.load(file_format))(sheets)
