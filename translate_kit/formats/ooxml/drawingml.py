"""Paragraphs of DrawingML (``a:p``): slides, charts, SmartArt, shapes on sheets.

They are simpler than Word's: runs, breaks, and fields, whose values (slide number, date) stay. A
link is a property of a run; here it is a container, so that it keeps to its words.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from translate_kit.formats.arranging import arrange
from translate_kit.formats.inline import Piece, joined, lay_out, shown_number
from translate_kit.formats.ooxml import drawrun, fonts
from translate_kit.formats.slots import LaidOut
from translate_kit.formats.xml import Element, child, clean, kind, like
from translate_kit.model import Block

_EDGES = ("a:pPr", "a:endParaRPr")


@dataclass(slots=True)
class _Content:
    """What the numbers in the pieces stand for: properties, sets of links, nodes."""

    pieces: list[Piece] = field(default_factory=list)
    styles: list[Element | None] = field(default_factory=list)
    wraps: list[tuple[Element, ...]] = field(default_factory=list)
    things: list[Element] = field(default_factory=list)


def _read(paragraph: Element) -> _Content:
    content = _Content()
    styles: dict[drawrun.Key, int] = {}
    link_key: object = None
    for node in paragraph:
        name = kind(node)
        if name in _EDGES or not name:
            continue
        if name not in ("a:r", "a:br"):
            shown = shown_number(_text(node)) if name == "a:fld" else ""
            content.pieces.append(Piece(shown, thing=len(content.things)))
            content.things.append(node)
            continue
        properties = child(node, "a:rPr")
        links = drawrun.links(properties)
        if links and link_key != _linked(links):
            content.wraps.append(links)
        link_key = _linked(links) if links else None
        number = styles.setdefault(drawrun.key(properties), len(content.styles))
        if number == len(content.styles):
            content.styles.append(properties)
        within = (len(content.wraps) - 1,) if links else ()
        content.pieces.append(Piece(_text(node), number, within))
    content.pieces = _quiet(joined(content.pieces))
    return content


def _linked(links: tuple[Element, ...]) -> object:
    return [sorted(link.attrib.items()) for link in links]


def _text(node: Element) -> str:
    if kind(node) == "a:br":
        return "\n"
    text = child(node, "a:t")
    return "" if text is None else (text.text or "").replace("\v", "\n").replace("_x000B_", "\n")


def _quiet(pieces: list[Piece]) -> list[Piece]:
    """Blanks take the format of the text before them."""
    style: int | None = None
    quiet = []
    for piece in pieces:
        blank = piece.thing is None and not piece.text.strip()
        if piece.thing is None and not blank:
            style = piece.style
        keeps = not blank or style is None
        quiet.append(piece if keeps else Piece(piece.text, style or 0, piece.within))
    return quiet


@dataclass(slots=True)
class DrawingSlot(LaidOut):
    """An ``a:p`` whose text is a block."""

    paragraph: Element
    content: _Content

    def fill(self, block: Block, language: str) -> None:
        """Write the paragraph anew; a pending one is highlighted."""
        pieces = arrange(self.layout, block.text, block.tags)
        for node in list(self.paragraph):
            if kind(node) not in _EDGES:
                self.paragraph.remove(node)
        nodes = _Writer(self.paragraph, self.content, language, block.pending).nodes(pieces)
        first = 1 if child(self.paragraph, "a:pPr") is not None else 0
        self.paragraph[first:first] = nodes
        if language not in fonts.RIGHT_TO_LEFT and first:
            self.paragraph[0].attrib.pop("rtl", "")


def drawing_slot(paragraph: Element, part: str, where: str) -> DrawingSlot | None:
    """The slot of a paragraph; None where it has nothing to translate."""
    content = _read(paragraph)
    layout = lay_out(content.pieces)
    return None if layout is None else DrawingSlot(part, where, layout, paragraph, content)


@dataclass(slots=True)
class _Writer:
    paragraph: Element
    content: _Content
    language: str
    pending: bool

    def nodes(self, pieces: Sequence[Piece]) -> list[Element]:
        """The children of the paragraph for the pieces."""
        nodes = []
        for piece in pieces:
            if piece.thing is not None:
                nodes.append(self.content.things[piece.thing])
                continue
            for number, line in enumerate(clean(piece.text).split("\n")):
                if number:
                    nodes.append(self._node("br", piece))
                if line or not piece.text:
                    nodes.append(self._run(line, piece))
        return nodes

    def _run(self, text: str, piece: Piece) -> Element:
        run = self._node("r", piece)
        node = like(run, "t")
        node.text = text
        run.append(node)
        return run

    def _node(self, local: str, piece: Piece) -> Element:
        node = like(self.paragraph, local)
        properties = drawrun.translated(self.content.styles[piece.style], node, self.language)
        if self.pending:
            drawrun.highlight(properties)
        for wrap in piece.within:
            for link in self.content.wraps[wrap]:
                drawrun.add_link(properties, deepcopy(link))
        node.append(properties)
        return node
