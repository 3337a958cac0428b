"""A ``w:p`` as the place of a block."""

from dataclasses import dataclass

from translate_kit.formats.arranging import arrange
from translate_kit.formats.inline import lay_out
from translate_kit.formats.ooxml import fonts
from translate_kit.formats.ooxml.fields import Fields
from translate_kit.formats.ooxml.wordread import Content, read_paragraph
from translate_kit.formats.ooxml.wordwrite import write_paragraph
from translate_kit.formats.slots import LaidOut
from translate_kit.formats.xml import Element, child
from translate_kit.model import Block


@dataclass(slots=True)
class ParagraphSlot(LaidOut):
    """A paragraph whose text is a block."""

    paragraph: Element
    content: Content

    def fill(self, block: Block, language: str) -> None:
        """Write the paragraph anew; a pending one is highlighted."""
        pieces = arrange(self.layout, block.text, block.tags)
        write_paragraph(self.paragraph, self.content, pieces, language, pending=block.pending)
        if language not in fonts.RIGHT_TO_LEFT:
            _left_to_right(self.paragraph)


def _left_to_right(paragraph: Element) -> None:
    properties = child(paragraph, "w:pPr")
    direction = None if properties is None else child(properties, "w:bidi")
    if properties is not None and direction is not None:
        properties.remove(direction)


def paragraph_slot(
    paragraph: Element, fields: Fields, part: str, where: str
) -> ParagraphSlot | None:
    """The slot of a paragraph; None where it has nothing to translate.

    ``fields`` are those open before it, and afterwards those open behind it.
    """
    content = read_paragraph(paragraph, fields)
    layout = lay_out(content.pieces)
    return None if layout is None else ParagraphSlot(part, where, layout, paragraph, content)
