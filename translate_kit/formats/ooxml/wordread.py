"""A Word paragraph read into pieces: text with its format, containers, and objects.

Studied on what Word, WPS and LibreOffice write (ECMA-376 part 1, 17.3, 17.13, 17.16):

- Runs are cut anywhere, by spelling marks, by every editing session, by fonts for each script.
- A complex field is a row of runs, begin, code, separator, result, end, perhaps over several
  paragraphs; a simple one, a hyperlink, a content control and a tracked insertion are containers.
- ``w:del`` and ``w:moveFrom`` hold what is no longer there. They stay whole, as one object each.
- A phonetic guide (``w:ruby``) reads one word of the source; the translation keeps its base only.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from translate_kit.formats.inline import Piece, joined, shown_number
from translate_kit.formats.ooxml.fields import Field, Fields, shows_prose
from translate_kit.formats.ooxml.wordrun import Key, inked, key, on
from translate_kit.formats.xml import Element, child, kind, own

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SKIPPED = frozenset(
    ("w:pPr", "w:rPr", "w:proofErr", "w:lastRenderedPageBreak", "w:softHyphen", "w:sdtPr",
     "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:rubyPr", "")
)  # fmt: skip
_TRANSPARENT = frozenset(("w:smartTag", "w:ruby", "w:rubyBase"))
"""Wrappers whose meaning does not outlive the words: left away around a translation."""
_WRAPS = frozenset(
    ("w:hyperlink", "w:ins", "w:moveTo", "w:sdt", "w:customXml", "w:dir", "w:bdo", "w:fldSimple")
)
_CHARACTERS = {"w:tab": "\t", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A node that is kept as it is: a child of ``run``, or of the paragraph where that is None.

    Without a node, ``text`` in the format ``style``: a blank to fill in.
    """

    node: Element | None
    run: Element | None
    within: tuple[int, ...]
    text: str = ""
    style: int = 0


@dataclass(slots=True)
class Wrap:
    """A container: an element, or the runs that open and close a complex field."""

    element: Element | None = None
    opening: list[Leaf] = field(default_factory=list)
    closing: list[Leaf] = field(default_factory=list)


@dataclass(slots=True)
class Content:
    """The pieces of a paragraph, and what their numbers stand for."""

    pieces: list[Piece] = field(default_factory=list)
    styles: list[Element | None] = field(default_factory=list)
    wraps: list[Wrap] = field(default_factory=list)
    things: list[list[Leaf]] = field(default_factory=list)


def read_paragraph(paragraph: Element, fields: Fields) -> Content:
    """The content of a ``w:p``; ``fields`` are those open before it, and afterwards behind it."""
    reader = _Reader(paragraph, fields)
    reader.read(paragraph)
    reader.flush()
    content = reader.content
    content.pieces = list(_blanks(content, joined(content.pieces)))
    _renumber(content)
    return content


class _Reader:
    """Walks a paragraph once. ``hidden`` nodes gather in ``_buffer`` and become one object."""

    def __init__(self, paragraph: Element, fields: Fields) -> None:
        self.content = Content()
        self._fields = fields
        fields.next_paragraph()
        root = paragraph.getroottree().getroot()
        self._all_preserved = root.get(_XML_SPACE) == "preserve"
        self._within: tuple[int, ...] = ()
        self._buffer: list[Leaf] = []
        self._styles: dict[Key, int] = {}
        self._begun: dict[tuple[str, str | None], int] = {}
        self._whole = _fields_of_one_container(paragraph)
        self._run_kinds: dict[str, Callable[[Element, Element], None]] = {
            "w:t": self._text,
            "w:br": self._break,
            "w:fldChar": self._field_mark,
            "w:instrText": self._instruction,
            "w:ruby": lambda node, _run: self.read(node),
        }

    def read(self, parent: Element) -> None:
        for node in parent:
            name = kind(node)
            if name in _SKIPPED:
                continue
            if name == "w:r":
                self._run(node)
            elif name in _TRANSPARENT:
                self.read(node)
            elif name in _WRAPS and not self._is_value(node):
                self._container(node)
            elif name != "w:rt":
                self._thing(Leaf(node, None, self._within))

    def _is_value(self, node: Element) -> bool:
        return kind(node) == "w:fldSimple" and not shows_prose(own(node, "instr") or "")

    def _container(self, node: Element) -> None:
        """What is in it stands within it; an empty one is an object."""
        inner = child(node, "w:sdtContent") if kind(node) == "w:sdt" else node
        if inner is None or not any(kind(each) not in _SKIPPED for each in inner):
            self._thing(Leaf(node, None, self._within))
            return
        self.content.wraps.append(Wrap(node))
        outside = self._within
        self._within = (*outside, len(self.content.wraps) - 1)
        self.read(inner)
        if not self._fields.hidden:
            self.flush()
        self._within = outside

    def _run(self, run: Element) -> None:
        if on(child(run, "w:rPr"), "w:vanish") and child(run, "w:fldChar") is None:
            self._thing(Leaf(run, None, self._within))
            return
        for node in run:
            name = kind(node)
            if name in _SKIPPED:
                continue
            handle = self._run_kinds.get(name)
            if handle is not None:
                handle(node, run)
            elif name in _CHARACTERS:
                self._characters(_CHARACTERS[name], node, run)
            else:
                self._thing(Leaf(node, run, self._within))

    def _text(self, node: Element, run: Element) -> None:
        text = node.text or ""
        if node.get(_XML_SPACE) != "preserve" and not self._all_preserved:
            text = text.strip(" \t\r\n")
        self._characters(" ".join(text.splitlines()) if "\n" in text else text, node, run)

    def _break(self, node: Element, run: Element) -> None:
        if own(node, "type") in (None, "textWrapping"):
            self._characters("\n", node, run)
        else:
            self._thing(Leaf(node, run, self._within))

    def _characters(self, text: str, node: Element, run: Element) -> None:
        if self._fields.hidden:
            self._buffer.append(Leaf(node, run, self._within))
            return
        self.flush()
        self.content.pieces.append(Piece(text, self._style(run), self._within))

    def _style(self, run: Element) -> int:
        properties = child(run, "w:rPr")
        number = self._styles.setdefault(key(properties), len(self.content.styles))
        if number == len(self.content.styles):
            self.content.styles.append(properties)
        return number

    def _thing(self, leaf: Leaf) -> None:
        self._buffer.append(leaf)
        if not self._fields.hidden:
            self.flush()

    def flush(self) -> None:
        """What has gathered is one object."""
        if not self._buffer:
            return
        number = len(self.content.things)
        self.content.things.append(self._buffer)
        shown = "" if self._fields.hidden else shown_number(_value(self._buffer))
        self.content.pieces.append(Piece(shown, 0, self._buffer[0].within, number))
        mark = self._buffer[0].node
        self._buffer = []
        if mark is not None and kind(mark).endswith(("Start", "End")):
            self._range(kind(mark), own(mark, "id"), number)

    def _range(self, name: str, mark_id: str | None, number: int) -> None:
        """Tie the end of a bookmark or of a comment's stretch to its start in this paragraph."""
        if name.endswith("Start"):
            self._begun[name.removesuffix("Start"), mark_id] = number
            return
        start = self._begun.pop((name.removesuffix("End"), mark_id), None)
        if start is not None:
            self._tie(start, number)

    def _tie(self, start: int, end: int) -> None:
        pieces = self.content.pieces
        for position, piece in enumerate(pieces):
            if piece.thing in (start, end):
                partner = end if piece.thing == start else start
                pieces[position] = replace(piece, partner=partner)

    def _instruction(self, node: Element, run: Element) -> None:
        if self._fields.open:
            self._fields.open[-1].instruction += node.text or ""
        self._thing(Leaf(node, run, self._within))

    def _field_mark(self, node: Element, run: Element) -> None:
        leaf = Leaf(node, run, self._within)
        mark = own(node, "fldCharType")
        if mark == "begin" and node in self._fields.unended:
            self._thing(leaf)
        elif mark == "begin":
            self._begin(node, leaf)
        elif mark == "separate":
            self._separate(leaf)
        else:
            self._end(leaf)

    def _begin(self, node: Element, leaf: Leaf) -> None:
        if not self._fields.hidden:
            self.flush()
        self._fields.open.append(Field(whole=node in self._whole))
        self._buffer.append(leaf)

    def _separate(self, leaf: Leaf) -> None:
        self._buffer.append(leaf)
        if not self._fields.open:
            self.flush()
            return
        top = self._fields.open[-1]
        top.in_result = True
        if self._fields.hidden:
            return
        if top.whole:
            self.content.wraps.append(Wrap(opening=self._buffer))
            self._buffer = []
            top.wrap = len(self.content.wraps) - 1
            self._within = (*self._within, top.wrap)
        else:
            top.thing = len(self.content.things)
            self.flush()

    def _end(self, leaf: Leaf) -> None:
        """The end of a value closes its object, the end of prose its container."""
        top = self._fields.open.pop() if self._fields.open else None
        if top is not None and top.wrap is not None:
            self.flush()
            self._within = tuple(each for each in self._within if each != top.wrap)
            self.content.wraps[top.wrap].closing = [replace(leaf, within=self._within)]
            return
        self._buffer.append(leaf)
        if self._fields.hidden:
            return
        number = len(self.content.things)
        self.flush()
        if top is not None and top.thing is not None:
            self._tie(top.thing, number)


def _value(leaves: list[Leaf]) -> str:
    """What a field shows that is an object with its code; nothing for any other object."""
    first = leaves[0].node
    if first is None or kind(first) not in ("w:fldChar", "w:fldSimple"):
        return ""
    nodes = [leaf.node for leaf in leaves if leaf.node is not None]
    texts = [text for node in nodes for text in node.iter() if kind(text) == "w:t"]
    return "".join(text.text or "" for text in texts)


def _fields_of_one_container(paragraph: Element) -> set[Element]:
    """The begin marks of the fields that begin and end in one container of the paragraph."""
    whole: set[Element] = set()
    open_marks: list[Element] = []
    for run in paragraph.iter("{*}fldChar"):
        if kind(run) != "w:fldChar":
            continue
        mark = own(run, "fldCharType")
        if mark == "begin":
            open_marks.append(run)
        elif mark == "end" and open_marks:
            begin = open_marks.pop()
            if _container(begin) is _container(run):
                whole.add(begin)
    return whole


def _container(mark: Element) -> Element | None:
    run = mark.getparent()
    return None if run is None else run.getparent()


def _blanks(content: Content, pieces: list[Piece]) -> Iterator[Piece]:
    """Blanks take the format of the text beside them, unless they show: then they are an object.

    One blank stays in the text before such an object, to keep the words around it apart.
    """
    style = next((piece.style for piece in pieces if piece.text.strip()), 0)
    for piece in pieces:
        if not piece.text or piece.text.strip():
            style = piece.style if piece.text else style
            yield piece
            continue
        text = piece.text
        shown = piece.style != style and inked(content.styles[piece.style])
        if not shown or text == " ":
            yield replace(piece, style=style)
            continue
        yield replace(piece, text=" ", style=style)
        kept = text if "\t" in text else text[1:]
        content.things.append([Leaf(None, None, piece.within, kept, piece.style)])
        yield Piece(thing=len(content.things) - 1, within=piece.within)


def _renumber(content: Content) -> None:
    """Number the objects as they stand, so that two at one place keep their order."""
    order = [piece.thing for piece in content.pieces if piece.thing is not None]
    new = {old: number for number, old in enumerate(order)}
    content.things = [content.things[old] for old in order]
    content.pieces = [
        replace(piece, thing=_new(new, piece.thing), partner=_new(new, piece.partner))
        for piece in content.pieces
    ]


def _new(numbers: dict[int, int], old: int | None) -> int | None:
    return None if old is None else numbers[old]
