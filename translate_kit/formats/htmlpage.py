"""The texts of an HTML page or fragment as slots, and the page put out again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape

from translate_kit.formats.arranging import arrange
from translate_kit.formats.htmltext import Token, pairs, tokens
from translate_kit.formats.inline import Piece, has_letters, joined, lay_out
from translate_kit.formats.slots import LaidOut, Slot
from translate_kit.messages import _
from translate_kit.model import Block, InlineTag

_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "del", "dfn", "em", "font", "i",
     "ins", "label", "mark", "nobr", "q", "s", "small", "span", "strike", "strong", "sub", "sup",
     "time", "tt", "u")
)  # fmt: skip
_OBJECTS = frozenset(("img", "input", "audio", "video", "embed", "object", "canvas", "script",
                      "svg", "math"))  # fmt: skip
_CODE = frozenset(("code", "kbd", "samp", "var"))
_DROPPED = frozenset(("wbr", "ruby", "rb"))
_READINGS = frozenset(("rt", "rp"))
_BLANK = re.compile("[ \t\r\n\f]+")

_SPOKEN = ("alt", "title", "placeholder", "aria-label", "label", "summary")
_BUTTONS = frozenset(("submit", "button", "reset"))
_META = frozenset(
    (
        "description",
        "keywords",
        "og:title",
        "og:description",
        "twitter:title",
        "twitter:description",
    )
)


class Page:
    """The tokens of a page and the slots of what a reader sees of it."""

    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self._regions = list(_regions(self.tokens))
        self.slots: list[Slot] = [*self._regions, *_attributes(self.tokens)]

    def text(self) -> str:
        """The page as it now is."""
        rewritten = {region.first: region for region in self._regions if region.rendered}
        put_out: list[str] = []
        at = 0
        while at < len(self.tokens):
            region = rewritten.get(at)
            if region is None:
                put_out.append(self.tokens[at].source)
                at += 1
            else:
                put_out += [
                    each if isinstance(each, str) else each.source for each in region.rendered
                ]
                at = region.last + 1
        return "".join(put_out)


@dataclass(slots=True)
class AttributeSlot:
    """What an attribute says to a reader."""

    token: Token
    name: str
    where: str
    text: str
    part: str = "page"
    tags: tuple[InlineTag, ...] = ()

    def fill(self, block: Block, language: str) -> None:
        """Set the attribute."""
        self.token.set(self.name, block.text)


def _attributes(found: list[Token]) -> Iterator[AttributeSlot]:
    for token in found:
        for name, value in token.attributes.items():
            if has_letters(value) and _is_shown(token, name):
                where = _("attribute {name}").format(name=name)
                yield AttributeSlot(token, name, where, value)


def _is_shown(token: Token, name: str) -> bool:
    if token.name == "meta":
        attributes = token.attributes
        known = attributes.get("name", attributes.get("property", "")).lower()
        return name == "content" and known in _META
    if name == "value":
        return token.name == "input" and token.attributes.get("type", "").lower() in _BUTTONS
    return name in _SPOKEN and token.name not in ("link", "style")


@dataclass(slots=True)
class RegionSlot(LaidOut):
    """Tokens from ``first`` to ``last`` that are one running text."""

    first: int
    last: int
    wraps: list[tuple[Token, Token]]
    things: list[list[Token]]
    new_line: str
    rendered: list[Token | str] = field(default_factory=list, init=False)

    def fill(self, block: Block, language: str) -> None:
        """Render the tokens anew; a pending text is marked yellow."""
        open_wraps: tuple[int, ...] = ()
        out: list[Token | str] = ['<mark style="background:#ff0">'] if block.pending else []
        for piece in [*arrange(self.layout, block.text, block.tags), Piece()]:
            common = 0
            while piece.within[common : common + 1] == open_wraps[common : common + 1] != ():
                common += 1
            out += [self.wraps[wrap][1] for wrap in reversed(open_wraps[common:])]
            out += [self.wraps[wrap][0] for wrap in piece.within[common:]]
            open_wraps = piece.within
            if piece.thing is not None:
                out += self.things[piece.thing]
            else:
                out.append(self._escaped(piece.text))
        self.rendered = [*out, "</mark>"] if block.pending else out

    def _escaped(self, text: str) -> str:
        written = escape(text, quote=False).replace("\u00a0", "&nbsp;")
        return written.replace("\n", self.new_line)


def _regions(found: list[Token]) -> Iterator[RegionSlot]:
    """The running texts of the page; a tag that is not inline ends one."""
    where = _("text")
    start: int | None = None
    ends = _skipped(found)
    at = 0
    while at <= len(found):
        token = found[at] if at < len(found) else None
        if token is not None and at not in ends and _runs_on(token):
            start = at if start is None else start
            at = _behind(found, at)
            continue
        if start is not None:
            slot = _region(found, start, at - 1, where)
            if slot is not None:
                yield slot
            start = None
        if token is not None and not token.closes and not token.is_text:
            where = f"<{token.name}>" if token.name else where
        at = ends.get(at, at) + 1


def _runs_on(token: Token) -> bool:
    return (
        token.is_text
        or not token.name
        or token.name in _INLINE | _OBJECTS | _CODE | _DROPPED | _READINGS
        or token.name == "br"
    )


def _behind(found: list[Token], at: int) -> int:
    """The place behind an element that is taken as a whole, or behind the token."""
    token = found[at]
    if token.name in _CODE | _READINGS | _OBJECTS and not token.closes:
        for place in range(at + 1, len(found)):
            if found[place].name == token.name and found[place].closes:
                return place + 1
            if token.name in ("img", "input", "embed") or not _runs_on(found[place]):
                break
    return at + 1


def _skipped(found: list[Token]) -> dict[int, int]:
    """Elements that are not translated: place of the opening tag -> that of the closing one."""
    names = frozenset(token.name for token in found if _is_left_alone(token))
    return {first: last for first, last in pairs(found, names) if _is_left_alone(found[first])}


def _is_left_alone(token: Token) -> bool:
    classes = token.attributes.get("class", "").split()
    says_no = token.attributes.get("translate", "").lower() == "no"
    return token.name == "pre" or says_no or "notranslate" in classes


def _region(found: list[Token], first: int, last: int, where: str) -> RegionSlot | None:
    """The slot of a running text without the blanks around it; None where it has no words."""
    while first <= last and not found[first].source.strip():
        first += 1
    while last >= first and not found[last].source.strip():
        last -= 1
    reader = _Reader(found, first, last)
    layout = lay_out(reader.read())
    if layout is None:
        return None
    breaks = [token.source for token in found[first : last + 1] if token.name == "br"]
    new_line = breaks[0] if breaks else "<br>"
    return RegionSlot("page", where, layout, first, last, reader.wraps, reader.things, new_line)


class _Reader:
    """Reads tokens into pieces; a row of blanks counts as one."""

    def __init__(self, found: list[Token], first: int, last: int) -> None:
        self.wraps: list[tuple[Token, Token]] = []
        self.things: list[list[Token]] = []
        self._found, self._first, self._last = found, first, last
        self._within: tuple[int, ...] = ()
        self._pieces: list[Piece] = []

    def read(self) -> list[Piece]:
        """The pieces of the region."""
        run = self._found[self._first : self._last + 1]
        closing = {self._first + a: self._first + b for a, b in pairs(run, _INLINE)}
        at = self._first
        while at <= self._last:
            token = self._found[at]
            behind = min(_behind(self._found, at), self._last + 1)
            if token.is_text:
                self._text(token, at)
            elif token.name == "br":
                self._pieces.append(Piece("\n", within=self._within))
            elif at in closing:
                self.wraps.append((token, self._found[closing[at]]))
                self._within = (*self._within, len(self.wraps) - 1)
            elif self._within and self.wraps[self._within[-1]][1] is token:
                self._within = self._within[:-1]
            elif token.name not in _DROPPED | _READINGS:
                self._thing(self._found[at:behind])
            at = behind
        return joined(_without_double_blanks(self._pieces))

    def _thing(self, nodes: list[Token]) -> None:
        self._pieces.append(Piece(thing=len(self.things), within=self._within))
        self.things.append(nodes)

    def _text(self, token: Token, at: int) -> None:
        """The text; blanks at the region's edges are kept as they are."""
        source = token.source
        head = source[: len(source) - len(source.lstrip())] if at == self._first else ""
        tail = source[len(source.rstrip()) :] if at == self._last else ""
        if head:
            self._thing([Token(head)])
        body = source[len(head) : len(source) - len(tail)]
        text = _BLANK.sub(" ", unescape(body)).replace("\u00ad", "")
        self._pieces.append(Piece(text, within=self._within))
        if tail:
            self._thing([Token(tail)])


def _without_double_blanks(pieces: list[Piece]) -> Iterator[Piece]:
    blank = False
    for piece in pieces:
        text = piece.text
        if blank and text.startswith(" "):
            text = text[1:]
        if text or piece.thing is not None:
            blank = text.endswith((" ", "\n"))
            yield Piece(text, 0, piece.within, piece.thing)
