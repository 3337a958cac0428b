"""The paragraphs of an incoming letter, whatever program it was written with."""

from collections.abc import Callable, Iterator
from pathlib import Path

from translate_kit.files.workbook import workbook_lines
from translate_kit.formats import format_of, pdf
from translate_kit.formats.encoding import read_text_file
from translate_kit.letters.incoming.office import docx_lines, odt_lines


def paragraphs_of(file: Path) -> tuple[str, ...]:
    """The paragraphs and table rows in reading order, letterhead and foot included.

    Raises UserError for a file that can't be read as a letter.
    """
    lines = _LINES.get(file.suffix.lower())
    if lines is not None:
        return tuple(lines(file))
    blocks = format_of(file).read(file).blocks
    return tuple(line for block in blocks for line in block.text.split("\n"))


def _text_lines(file: Path) -> Iterator[str]:
    """A mail saved as text, in whatever encoding it came."""
    yield from read_text_file(file).text.splitlines()


def _sheet_lines(file: Path) -> Iterator[str]:
    for _number, cells in workbook_lines(file):
        yield " | ".join(cell for cell in cells if cell)


_LINES: dict[str, Callable[[Path], Iterator[str]]] = {
    "": _text_lines,
    ".txt": _text_lines,
    ".text": _text_lines,
    ".docx": docx_lines,
    ".docm": docx_lines,
    ".odt": odt_lines,
    ".xlsx": _sheet_lines,
    ".pdf": pdf.paragraphs,
}
"""Programs whose files hold lines that are nothing to translate, of figures alone."""
