"""The slots of a WordprocessingML part: its paragraphs, those in text boxes too, and what
attributes say to a reader."""

from dataclasses import dataclass, field

from translate_kit.formats.inline import Layout, arrange, lay_out
from translate_kit.formats.ooxml.fields import Fields
from translate_kit.formats.ooxml.wordread import Content, read_paragraph
from translate_kit.formats.ooxml.wordwrite import write_paragraph
from translate_kit.formats.slots import AttributeSlot, Slot, merge
from translate_kit.formats.xml import Element, kind
from translate_kit.messages import _
from translate_kit.model import Block, InlineTag

_GONE = frozenset(("w:del", "w:moveFrom", "w:instrText", "w:rPr", "w:pPr", "w:sectPr", ""))
_STORIES = frozenset(("w:txbxContent", "w:footnote", "w:endnote", "w:comment"))
_SHOWN = {
    "wp:docPr": ("descr", "title"),
    "pic:cNvPr": ("descr", "title"),
    "v:textpath": ("string",),
    "v:shape": ("alt",),
    "v:rect": ("alt",),
}
"""Attributes that a reader sees or hears, by element."""


@dataclass(slots=True)
class ParagraphSlot:
    """A ``w:p`` whose text is a block."""

    part: str
    paragraph: Element
    content: Content
    layout: Layout
    where: str
    text: str = field(init=False)
    tags: tuple[InlineTag, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.text, self.tags = self.layout.text, self.layout.tags

    def fill(self, block: Block, language: str) -> None:
        """Write the paragraph anew; a pending one is highlighted."""
        pieces = arrange(self.layout, block.text, block.tags)
        write_paragraph(self.paragraph, self.content, pieces, language, pending=block.pending)


def word_slots(root: Element, part: str, label: str) -> list[Slot]:
    """The slots of a part in reading order; ``label`` is what the reader calls the part."""
    walk = _Walk(part, label)
    walk.into(root, Fields())
    return walk.found


class _Walk:
    def __init__(self, part: str, label: str) -> None:
        self.found: list[Slot] = []
        self._part = part
        self._label = label
        self._count = 0

    def into(self, element: Element, fields: Fields) -> None:
        """Find the slots of everything in ``element``."""
        for node in element:
            name = kind(node)
            if name in _GONE:
                continue
            if name == "mc:AlternateContent":
                self._alternatives(node, fields)
                continue
            if name == "w:p":
                self._paragraph(node, fields)
            for attribute in _SHOWN.get(name, ()):
                self._attribute(node, attribute)
            self.into(node, Fields() if name in _STORIES else fields)

    def _paragraph(self, node: Element, fields: Fields) -> None:
        self._count += 1
        content = read_paragraph(node, fields)
        layout = lay_out(content.pieces)
        if layout is not None:
            where = _("{part}, paragraph {number}").format(part=self._label, number=self._count)
            self.found.append(ParagraphSlot(self._part, node, content, layout, where))

    def _attribute(self, node: Element, name: str) -> None:
        text = node.get(name, "")
        if any(character.isalpha() for character in text):
            where = _("{part}, alternative text").format(part=self._label)
            self.found.append(AttributeSlot(self._part, node, name, where))

    def _alternatives(self, node: Element, fields: Fields) -> None:
        """What is written once for new programs and once for old ones is translated once."""
        outside = self.found
        versions = []
        for version in node:
            self.found = []
            self.into(version, fields)
            versions.append(self.found)
        self.found = outside
        self.found += merge(versions)
