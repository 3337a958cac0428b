"""The pieces of a translated paragraph written back into a ``w:p``."""

import re
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from translate_kit.formats.inline import Piece
from translate_kit.formats.ooxml.wordread import Content, Leaf, Wrap
from translate_kit.formats.ooxml.wordrun import highlight, translated
from translate_kit.formats.xml import Element, child, clean, kind, like

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen"}
_CUT = re.compile("([\t\n\u2011])")
_LASTING = frozenset(("w:hyperlink", "w:sdt", "w:fldSimple", "w:customXml"))
"""Containers that stay even when no word of the translation stands in them."""
_PROPERTIES = frozenset(("w:sdtPr", "w:sdtEndPr", "w:customXmlPr", "w:smartTagPr", "w:fldData"))


def write_paragraph(
    paragraph: Element, content: Content, pieces: Sequence[Piece], language: str, *, pending: bool
) -> None:
    """Put ``pieces`` in place of what the paragraph holds besides its properties."""
    for node in list(paragraph):
        if kind(node) != "w:pPr":
            paragraph.remove(node)
    writer = _Writer(paragraph, content, language, pending=pending)
    for piece in pieces:
        writer.add(piece)
    writer.leave(0)


class _Writer:
    """Appends to the paragraph, opening and closing containers as the pieces ask for them."""

    def __init__(
        self, paragraph: Element, content: Content, language: str, *, pending: bool
    ) -> None:
        self._paragraph = paragraph
        self._content = content
        self._language = language
        self._pending = pending
        self._open: list[tuple[int, Element]] = []
        self._used: set[int] = set()
        self._placed: set[int] = set()
        self._run: tuple[Element, Element] | None = None

    def add(self, piece: Piece) -> None:
        if piece.thing is not None:
            for leaf in self._content.things[piece.thing]:
                self._leaf(leaf)
        elif piece.text:
            self._enter(piece.within)
            self._text(piece.text, piece.style)
        elif _lasting(self._content.wraps[piece.within[-1]]):
            self._enter(piece.within)

    @property
    def _here(self) -> Element:
        return self._open[-1][1] if self._open else self._paragraph

    def _enter(self, within: tuple[int, ...]) -> None:
        common = 0
        for (number, _element), wanted in zip(self._open, within, strict=False):
            if number != wanted:
                break
            common += 1
        self.leave(common)
        for number in within[common:]:
            self._open_wrap(number)

    def _open_wrap(self, number: int) -> None:
        wrap = self._content.wraps[number]
        if wrap.element is None:
            for leaf in wrap.opening:
                self._node(leaf)
            self._open.append((number, self._here))
        else:
            shell, inner = _shell(wrap.element, again=number in self._used)
            self._here.append(shell)
            self._open.append((number, inner))
        self._run = None
        self._used.add(number)

    def leave(self, depth: int) -> None:
        """Close containers until only ``depth`` are open."""
        while len(self._open) > depth:
            number, _element = self._open.pop()
            self._run = None
            for leaf in self._content.wraps[number].closing:
                self._node(leaf)

    def _leaf(self, leaf: Leaf) -> None:
        self._enter(leaf.within)
        if leaf.node is None:
            self._text(leaf.text, leaf.style)
        else:
            self._node(leaf)

    def _node(self, leaf: Leaf) -> None:
        """The node itself where it first stands, a copy where a container is repeated."""
        assert leaf.node is not None
        node = deepcopy(leaf.node) if id(leaf.node) in self._placed else leaf.node
        node.tail = None
        self._placed.add(id(leaf.node))
        if leaf.run is None:
            self._here.append(node)
            self._run = None
            return
        if self._run is None or self._run[0] is not leaf.run:
            new = like(leaf.run, "r")
            properties = child(leaf.run, "w:rPr")
            if properties is not None:
                new.append(deepcopy(properties))
            self._here.append(new)
            self._run = (leaf.run, new)
        self._run[1].append(node)

    def _text(self, text: str, style: int) -> None:
        run = like(self._paragraph, "r")
        properties = translated(run, self._content.styles[style], self._language)
        if self._pending:
            highlight(properties)
        run.append(properties)
        for part in _CUT.split(clean(text)):
            if part in _MARKS:
                run.append(like(run, _MARKS[part]))
            elif part:
                node = like(run, "t")
                node.text = part
                node.set(_XML_SPACE, "preserve")
                run.append(node)
        self._here.append(run)
        self._run = None


def _lasting(wrap: Wrap) -> bool:
    return wrap.element is None or kind(wrap.element) in _LASTING


def _shell(element: Element, *, again: bool) -> tuple[Element, Element]:
    """The container without its content, and the element that content goes into.

    A content control must not share its number with another one.
    """
    shell = like(element, etree.QName(element).localname)
    for name, value in element.attrib.items():
        shell.set(name, value)
    for node in element:
        if kind(node) in _PROPERTIES:
            shell.append(deepcopy(node))
    if kind(element) != "w:sdt":
        return shell, shell
    if again and (properties := child(shell, "w:sdtPr")) is not None:
        number = child(properties, "w:id")
        if number is not None:
            properties.remove(number)
    inner = like(element, "sdtContent")
    shell.append(inner)
    return shell, inner
