"""A paragraph of OpenDocument (``text:p``, ``text:h``) as the place of a block.

Text stands between the elements; rows of blanks count as one, further ones are ``text:s``. Spans
name styles, most of them automatic ones that differ only in marks nobody sees. Fields, notes,
frames and index marks are objects; the value of a field stays as it is.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace

from translate_kit.formats.arranging import arrange
from translate_kit.formats.inline import Piece, joined, lay_out, shown_number
from translate_kit.formats.odf.styles import PENDING, Key, Styles
from translate_kit.formats.slots import LaidOut
from translate_kit.formats.xml import Element, clark, clean, kind, like
from translate_kit.model import Block

_DROPPED = frozenset(("text:soft-page-break", "text:ruby-text", ""))
_TRANSPARENT = frozenset(("text:ruby", "text:ruby-base"))
_WRAPS = frozenset(("text:a", "text:meta"))
_STYLE = clark("text:style-name")
_COUNT = clark("text:c")
_CHANGE = clark("text:change-id")
_MOST_BLANKS = 1000
_CUT = re.compile("(\n|\t| +)")


@dataclass(slots=True)
class Story:
    """What goes on over paragraphs: the part's styles, and the deletions that are open."""

    styles: Styles
    deletions: frozenset[str] = frozenset()
    gone: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Content:
    """The pieces of a paragraph, and what their numbers stand for."""

    pieces: list[Piece] = field(default_factory=list)
    styles: list[tuple[Element, ...]] = field(default_factory=list)
    wraps: list[Element] = field(default_factory=list)
    things: list[list[Element | str]] = field(default_factory=list)


class _Reader:
    def __init__(self, story: Story) -> None:
        self.content = Content()
        self._story = story
        self._spans: tuple[Element, ...] = ()
        self._within: tuple[int, ...] = ()
        self._keys: dict[Key, int] = {}
        self._blank = True
        self._begun: dict[tuple[str, str], int] = {}

    def read(self, element: Element) -> None:
        """The content of an element, in order."""
        self._characters(element.text or "")
        for node in element:
            self._node(node)
            self._characters(node.tail or "")

    def _node(self, node: Element) -> None:
        name = kind(node)
        if name in _DROPPED:
            return
        if name in ("text:change-start", "text:change-end"):
            self._change(node, name)
        elif self._story.gone:
            self._thing(node)
        elif name == "text:span":
            self._span(node)
        elif name in _TRANSPARENT:
            self.read(node)
        elif name in _WRAPS:
            self._wrap(node)
        elif name == "text:s":
            count = node.get(_COUNT, "1")
            self._add(" " * (min(int(count), _MOST_BLANKS) if count.isdecimal() else 1))
        elif name in ("text:tab", "text:line-break"):
            self._add("\t" if name == "text:tab" else "\n")
            self._blank = True
        else:
            self._thing(node)
            self._blank = False

    def _change(self, node: Element, name: str) -> None:
        change = node.get(_CHANGE, "")
        self._thing(node)
        if change in self._story.deletions:
            (self._story.gone.add if name.endswith("start") else self._story.gone.discard)(change)

    def _span(self, node: Element) -> None:
        if self._story.styles.hides(node.get(_STYLE, "")):
            self._thing(node)
            return
        outside = self._spans
        self._spans = (*outside, node)
        self.read(node)
        self._spans = outside

    def _wrap(self, node: Element) -> None:
        if not any(str(text).strip() for text in node.itertext()):
            self._thing(node)
            return
        self.content.wraps.append(node)
        outside = self._within
        self._within = (*outside, len(self.content.wraps) - 1)
        self.read(node)
        self._within = outside

    def _characters(self, text: str) -> None:
        """Blanks and line ends in the file are one blank; at the paragraph's start none."""
        if not text:
            return
        if self._story.gone:
            self._thing(text)
            return
        text = re.sub("[ \t\r\n]+", " ", text)
        if self._blank:
            text = text.lstrip(" ")
        if text:
            self._blank = text.endswith(" ")
            self._add(text)

    def _add(self, text: str) -> None:
        self.content.pieces.append(Piece(text, self._style(), self._within))

    def _style(self) -> int:
        names = [span.get(_STYLE, "") for span in self._spans]
        keys = [key for name in names if (key := self._story.styles.key(name))]
        number = self._keys.setdefault(tuple(keys), len(self.content.styles))
        if number == len(self.content.styles):
            self.content.styles.append(self._spans if keys else ())
        return number

    def _thing(self, node: Element | str) -> None:
        number = len(self.content.things)
        self.content.things.append([node])
        self.content.pieces.append(Piece(_value(node), 0, self._within, number))
        if not isinstance(node, str):
            self._range(node, number)

    def _range(self, node: Element, number: int) -> None:
        """Tie the end of a bookmark, a reference, a change or a comment to its start."""
        name = kind(node)
        known = str(next((v for k, v in node.items() if str(k).endswith(("}name", "-id"))), ""))
        stem = name.removesuffix("-start").removesuffix("-end")
        if name.endswith("-end"):
            start = self._begun.pop((stem, known), None)
            if start is not None:
                self._tie(start, number)
        elif name.endswith("-start") or name == "office:annotation":
            self._begun[stem, known] = number

    def _tie(self, start: int, end: int) -> None:
        for position, piece in enumerate(self.content.pieces):
            if piece.thing in (start, end):
                partner = end if piece.thing == start else start
                self.content.pieces[position] = replace(piece, partner=partner)


def _value(node: Element | str) -> str:
    """The number that a field shows; nothing for any other object."""
    if isinstance(node, str) or len(node) or not kind(node).startswith("text:"):
        return ""
    return shown_number(node.text or "")


@dataclass(slots=True)
class ParagraphSlot(LaidOut):
    """A paragraph whose text is a block."""

    paragraph: Element
    story: Story
    content: Content

    def fill(self, block: Block, language: str) -> None:
        """Write the paragraph anew; a pending one is highlighted."""
        if block.pending:
            self.story.styles.add_pending()
        pieces = arrange(self.layout, block.text, block.tags)
        _Writer(self.paragraph, self.content, pending=block.pending).write(pieces)


def paragraph_slot(paragraph: Element, story: Story, part: str, where: str) -> ParagraphSlot | None:
    """The slot of a paragraph; None where it has nothing to translate."""
    reader = _Reader(story)
    reader.read(paragraph)
    content = reader.content
    content.pieces = _quiet(joined(content.pieces))
    layout = lay_out(content.pieces)
    return None if layout is None else ParagraphSlot(part, where, layout, paragraph, story, content)


def _quiet(pieces: list[Piece]) -> list[Piece]:
    """A single blank takes the format of the text before it."""
    style = next((piece.style for piece in pieces if piece.text.strip()), 0)
    quiet = []
    for piece in pieces:
        if piece.text == " ":
            quiet.append(replace(piece, style=style))
            continue
        style = piece.style if piece.text else style
        quiet.append(piece)
    return quiet


class _Writer:
    """Writes mixed content: text goes behind the last child of the open element."""

    def __init__(self, paragraph: Element, content: Content, *, pending: bool) -> None:
        self._paragraph = paragraph
        self._content = content
        self._pending = pending
        self._open: list[tuple[int, Element]] = []
        self._blank = True

    def write(self, pieces: Sequence[Piece]) -> None:
        """Put the pieces in place of what the paragraph holds."""
        for node in list(self._paragraph):
            self._paragraph.remove(node)
            node.tail = None
        self._paragraph.text = None
        for piece in pieces:
            self._enter(piece.within)
            here = self._open[-1][1] if self._open else self._paragraph
            if piece.thing is not None:
                self._things(here, self._content.things[piece.thing])
            elif piece.text:
                self._text(here, piece)

    def _things(self, here: Element, nodes: list[Element | str]) -> None:
        for node in nodes:
            if isinstance(node, str):
                _append(here, node)
            else:
                node.tail = None
                here.append(node)
                self._blank = False

    def _enter(self, within: tuple[int, ...]) -> None:
        common = 0
        for (number, _element), wanted in zip(self._open, within, strict=False):
            if number != wanted:
                break
            common += 1
        del self._open[common:]
        for number in within[common:]:
            here = self._open[-1][1] if self._open else self._paragraph
            here.append(_shell(self._content.wraps[number]))
            self._open.append((number, here[-1]))

    def _text(self, here: Element, piece: Piece) -> None:
        for span in self._content.styles[piece.style]:
            here.append(_shell(span))
            here = here[-1]
        if self._pending:
            mark = like(self._paragraph, "span")
            mark.set(_STYLE, PENDING)
            here.append(mark)
            here = mark
        for part in _CUT.split(clean(piece.text)):
            if part in ("\n", "\t"):
                here.append(like(self._paragraph, "tab" if part == "\t" else "line-break"))
                self._blank = True
            elif part.startswith(" "):
                self._blanks(here, len(part))
            elif part:
                _append(here, part)
                self._blank = False

    def _blanks(self, here: Element, count: int) -> None:
        """One blank between two words is a character, any further one an element."""
        if not self._blank:
            _append(here, " ")
            count -= 1
        self._blank = True
        if count:
            node = like(self._paragraph, "s")
            if count > 1:
                node.set(_COUNT, str(count))
            here.append(node)


def _shell(element: Element) -> Element:
    """The element without its content."""
    shell = element.makeelement(element.tag)
    for name, value in element.attrib.items():
        shell.set(name, value)
    for node in element:
        if kind(node) == "office:event-listeners":
            shell.append(deepcopy(node))
    return shell


def _append(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
