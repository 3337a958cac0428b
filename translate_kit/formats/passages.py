"""Formats that are text with some markup: passages of it are blocks, the rest stays as it is."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from translate_kit.formats.arranging import arrange
from translate_kit.formats.inline import Layout, Piece
from translate_kit.model import Block, InlineTag

UNSPACED = frozenset(("zh", "ja"))
"""Languages that put no blank between words."""


@dataclass(slots=True)
class Passage:
    """The characters from ``start`` to ``end`` of a text as the place of a block.

    ``render`` makes the new characters from the block and its language.
    """

    start: int
    end: int
    where: str
    text: str
    render: Callable[[Block, str], str]
    tags: tuple[InlineTag, ...] = ()
    part: str = "text"
    written: str | None = field(default=None, init=False)

    def fill(self, block: Block, language: str) -> None:
        """Note the new characters."""
        self.written = self.render(block, language)


def rewritten(text: str, passages: Iterable[Passage]) -> str:
    """The text with the filled passages in place; they must not overlap."""
    pieces = []
    at = 0
    for passage in sorted(passages, key=lambda each: each.start):
        if passage.written is not None:
            pieces += [text[at : passage.start], passage.written]
            at = passage.end
    return "".join([*pieces, text[at:]])


def line_end(text: str) -> str:
    """The line end that the text uses most."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def pieces_of(layout: Layout, block: Block) -> list[Piece]:
    """The pieces of a translated passage."""
    return arrange(layout, block.text, block.tags)


def width(text: str) -> int:
    """Columns on a screen of fixed letters, where 直 takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


_UNITS = re.compile(
    "[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
    "[」』）】》〉”’、。，．：；？！」]*|[^\\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+"
)
"""What may stand alone on a line: a word, an East Asian character with the marks after it."""


def wrapped(text: str, columns: int, first: int | None = None) -> list[str]:
    """The text in lines of at most ``columns``, cut where its language allows it.

    ``first`` is the width of the first line where it is another.
    """
    widest = columns if first is None else first
    lines = [""]
    at = 0
    for unit in _UNITS.finditer(text):
        gap = text[at : unit.start()]
        at = unit.end()
        if lines[-1] and width(lines[-1] + gap + unit[0]) > widest:
            lines.append(unit[0])
            widest = columns
        else:
            lines[-1] += (gap if lines[-1] else "") + unit[0]
    return lines
