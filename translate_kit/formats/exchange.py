"""What XLIFF and TMX share: text between inline elements, and writing it into another element."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace

from lxml import etree

from translate_kit.formats.arranging import arrange
from translate_kit.formats.inline import Layout, Piece, joined, lay_out
from translate_kit.formats.xml import Element, clean
from translate_kit.model import Block

_CLOSES = {"bpt": "ept", "bx": "ex", "sc": "ec", "sm": "em"}
"""Elements that begin and end something without holding it: their order must never turn."""


@dataclass(slots=True)
class Segment:
    """The running text of a source element: its layout, containers and objects."""

    source: Element
    layout: Layout
    wraps: list[Element]
    things: list[Element]

    def write(self, target: Element, block: Block) -> None:
        """Put the translated block into ``target`` in place of what it holds."""
        for node in list(target):
            target.remove(node)
        target.text = None
        open_nodes: list[tuple[int, Element]] = []
        for piece in arrange(self.layout, block.text, block.tags):
            common = 0
            while (
                common < min(len(open_nodes), len(piece.within))
                and open_nodes[common][0] == piece.within[common]
            ):
                common += 1
            del open_nodes[common:]
            for wrap in piece.within[common:]:
                here = open_nodes[-1][1] if open_nodes else target
                here.append(_shell(self.wraps[wrap]))
                open_nodes.append((wrap, here[-1]))
            _append(open_nodes[-1][1] if open_nodes else target, piece, self.things)


def read_segment(source: Element, wraps: frozenset[str]) -> Segment | None:
    """The text of ``source``; elements named in ``wraps`` hold text, any other is an object.

    None where there is nothing to translate. Blanks count unless they lie at the edges.
    """
    reader = _Reader(wraps)
    reader.read(source)
    layout = lay_out(joined(reader.pieces))
    return None if layout is None else Segment(source, layout, reader.wraps, reader.things)


@dataclass(slots=True)
class _Reader:
    names: frozenset[str]
    pieces: list[Piece] = field(default_factory=list)
    wraps: list[Element] = field(default_factory=list)
    things: list[Element] = field(default_factory=list)
    within: tuple[int, ...] = ()
    begun: dict[tuple[str, str], int] = field(default_factory=dict)

    def read(self, element: Element) -> None:
        self.pieces.append(Piece(element.text or "", within=self.within))
        for node in element:
            if (
                isinstance(node.tag, str)
                and etree.QName(node).localname in self.names
                and holds_text(node)
            ):
                self.wraps.append(node)
                outside = self.within
                self.within = (*outside, len(self.wraps) - 1)
                self.read(node)
                self.within = outside
            else:
                self._thing(node)
            self.pieces.append(Piece(node.tail or "", within=self.within))

    def _thing(self, node: Element) -> None:
        number = len(self.things)
        self.things.append(node)
        self.pieces.append(Piece(thing=number, within=self.within))
        local = etree.QName(node).localname if isinstance(node.tag, str) else ""
        if local in _CLOSES:
            self.begun[local, _pair_id(node, "i", "rid", "id")] = number
            return
        opening = next((each for each, closing in _CLOSES.items() if closing == local), "")
        start = self.begun.pop((opening, _pair_id(node, "i", "rid", "startRef", "id")), None)
        if start is not None:
            self._tie(start, number)

    def _tie(self, start: int, end: int) -> None:
        for position, piece in enumerate(self.pieces):
            if piece.thing in (start, end):
                partner = end if piece.thing == start else start
                self.pieces[position] = replace(piece, partner=partner)


def _pair_id(node: Element, *names: str) -> str:
    return next((node.get(name, "") for name in names if name in node.attrib), "")


def put_behind(element: Element, new: Element) -> None:
    """Add a sibling, with the blanks of an indented file before it as before ``element``."""
    parent = element.getparent()
    assert parent is not None
    before = element.getprevious()
    blanks = parent.text if before is None else before.tail
    new.tail = element.tail
    element.tail = blanks if not (blanks or "").strip() else None
    parent.insert(parent.index(element) + 1, new)


def holds_text(node: Element) -> bool:
    """Whether there is more in it than blanks and empty elements."""
    return any(str(text).strip() for text in node.itertext())


def _shell(element: Element) -> Element:
    shell = element.makeelement(element.tag)
    for name, value in element.attrib.items():
        shell.set(name, value)
    return shell


def _append(parent: Element, piece: Piece, things: Sequence[Element]) -> None:
    if piece.thing is not None:
        node = deepcopy(things[piece.thing])
        node.tail = None
        parent.append(node)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + clean(piece.text)
    else:
        parent.text = (parent.text or "") + clean(piece.text)
