"""The paragraphs of an incoming letter, whatever program it was written with."""

from pathlib import Path

from translate_kit.files.encoding import read_foreign_text
from translate_kit.formats import format_of

_TEXT = (".txt", ".text", "")


def paragraphs_of(file: Path) -> tuple[str, ...]:
    """The paragraphs in reading order, letterhead and foot included.

    Raises UserError for a file that can't be read as a letter.
    """
    if file.suffix.lower() in _TEXT:  # in whatever encoding it came
        return tuple(read_foreign_text(file).split("\n"))
    blocks = format_of(file).read(file).blocks
    return tuple(line for block in blocks for line in block.text.split("\n"))
