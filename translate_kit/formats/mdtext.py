"""The running text of Markdown: tokens of markdown-it read into pieces, and pieces as Markdown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from translate_kit.formats.inline import Piece, joined

_GLUED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]$")
_KEPT = re.compile(r"\[\^[^\]\s]+\]:?|\{\{.*?\}\}|\{%.*?%\}")
"""Notes by number, and the commands of site generators."""
_MARKS = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)|`|\*(?!\s)|(?<!\s)\*|(?<!\w)_|_(?!\w)|<(?=[a-zA-Z/!?])|~~"
    r"|&(?=#?\w+;)|\](?=[(\[:])"
)
_VOID = frozenset(("br", "img", "hr", "input", "wbr"))
_HTML = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?![^>]*/>)")
_LINE_MARKS = re.compile(
    r"^(\s*)(>|#{1,6}(?=\s|$)|[+-](?=\s|$)|=+\s*$|-{2,}|~~~|(\d{1,9})([.)])(?=\s|$))"
)


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough; addresses stay as they are written."""
    reader = MarkdownIt("commonmark", {"store_labels": True}).enable(["table", "strikethrough"])
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    reader.validateLink = lambda url: bool(url)  # type: ignore[method-assign]
    return reader


@dataclass(slots=True)
class Running:
    """The pieces of a paragraph, and the Markdown that their numbers stand for.

    A container is what opens and what closes it, an object its own characters.
    """

    pieces: list[Piece] = field(default_factory=list)
    wraps: list[tuple[str, str]] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    labels: Mapping[str, str] = field(default_factory=dict)

    def written(self, pieces: Sequence[Piece]) -> str:
        """The pieces as Markdown; a line break of the text is ``\\n``.

        Beside letters and full-width marks an asterisk may not be read as emphasis (CommonMark
        6.2): then HTML says it.
        """
        out = self._written(pieces)
        if _reads_as(out, pieces, self.labels):
            return out
        self.wraps = [_EMPHASIS.get(wrap[0], wrap) for wrap in self.wraps]
        return self._written(pieces)

    def _written(self, pieces: Sequence[Piece]) -> str:
        out = ""
        open_wraps: tuple[int, ...] = ()
        for piece in [*pieces, Piece()]:
            common = 0
            while piece.within[common : common + 1] == open_wraps[common : common + 1] != ():
                common += 1
            out += "".join(self.wraps[wrap][1] for wrap in reversed(open_wraps[common:]))
            out += "".join(self.wraps[wrap][0] for wrap in piece.within[common:])
            open_wraps = piece.within
            out += (
                _MARKS.sub(r"\\\g<0>", piece.text)
                if piece.thing is None
                else self.things[piece.thing]
            )
        return _LINE_MARKS.sub(_escaped_line, out)


_EMPHASIS = {
    **dict.fromkeys("*_", ("<em>", "</em>")),
    **dict.fromkeys(("**", "__"), ("<strong>", "</strong>")),
    "~~": ("<del>", "</del>"),
}


def _reads_as(source: str, pieces: Sequence[Piece], labels: Mapping[str, str]) -> bool:
    """Whether Markdown reads the same text in as many containers as meant."""
    known = {label: {"href": "x", "title": ""} for label in labels}
    tokens = parser().parseInline(source.replace("\n", "\\\n"), {"references": known})
    running = read_running(tokens[0].children or [], {}) if tokens else Running()
    meant = "".join(piece.text for piece in pieces)
    wraps = {wrap for piece in pieces for wrap in piece.within}
    return "".join(piece.text for piece in running.pieces).strip() == meant.strip() and (
        len(running.wraps) >= len(wraps)
    )


def _escaped_line(match: re.Match[str]) -> str:
    """What would begin a heading, a list or a quotation."""
    number = match[3]
    return f"{match[1]}{number}\\{match[4]}" if number else f"{match[1]}\\{match[2]}"


def read_running(tokens: Sequence[Token], labels: Mapping[str, str]) -> Running:
    """The children of an inline token; ``labels`` are the references as the file spells them."""
    reader = _Reader(labels)
    reader.read(tokens)
    reader.running.pieces = joined(reader.running.pieces)
    return reader.running


class _Reader:
    def __init__(self, labels: Mapping[str, str]) -> None:
        self.running = Running(labels=labels)
        self._labels = labels
        self._within: tuple[int, ...] = ()

    def read(self, tokens: Sequence[Token]) -> None:
        """Read in order; a plain address in angles is an object."""
        html = dict(_html_pairs(tokens))
        closing = set(html.values())
        address = ""
        for at, token in enumerate(tokens):
            if token.markup == "autolink":
                if token.nesting == -1:
                    self._thing(f"<{address}>")
            elif at and tokens[at - 1].markup == "autolink" and tokens[at - 1].nesting == 1:
                address = token.content
            elif at in html:
                self._open(token.content, tokens[html[at]].content)
            elif at in closing:
                self._within = self._within[:-1]
            else:
                self._token(token)

    def _token(self, token: Token) -> None:
        if token.type == "text":
            self._text(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            self._break(token.type)
        elif token.nesting == 1:
            self._open(*self._markup(token))
        elif token.nesting == -1:
            self._within = self._within[:-1]
        elif token.type == "image" and token.content.strip():
            self._open(*self._markup(token))
            self.read(token.children or [])
            self._within = self._within[:-1]
        elif token.type == "image":
            self._thing("".join(self._markup(token)))
        elif token.type == "code_inline":
            pad = " " if token.content.startswith("`") or token.content.endswith("`") else ""
            self._thing(f"{token.markup}{pad}{token.content}{pad}{token.markup}")
        else:
            self._thing(token.content)

    def _text(self, text: str) -> None:
        at = 0
        for kept in _KEPT.finditer(text):
            self._add(text[at : kept.start()])
            self._thing(kept[0])
            at = kept.end()
        self._add(text[at:])

    def _break(self, kind: str) -> None:
        if kind == "hardbreak":
            self._add("\n")
        else:
            last = self.running.pieces[-1].text if self.running.pieces else ""
            self._add("" if _GLUED.search(last) else " ")

    def _add(self, text: str) -> None:
        self.running.pieces.append(Piece(text, within=self._within))

    def _thing(self, source: str) -> None:
        self.running.pieces.append(Piece(thing=len(self.running.things), within=self._within))
        self.running.things.append(source)

    def _open(self, opening: str, closing: str) -> None:
        self.running.wraps.append((opening, closing))
        self._within = (*self._within, len(self.running.wraps) - 1)

    def _markup(self, token: Token) -> tuple[str, str]:
        """What stands before and behind the words of an emphasis, a link or a picture."""
        if token.type not in ("link_open", "image"):
            return token.markup, token.markup
        start = "![" if token.type == "image" else "["
        label = token.meta.get("label")
        if label is not None:
            return start, f"][{self._labels.get(label, label)}]"
        target = str(token.attrGet("src" if token.type == "image" else "href") or "")
        title = token.attrGet("title")
        if re.search(r"[\s()<>]", target) or (title and not target):
            target = f"<{target}>"
        quoted = f' "{_quoted(str(title))}"' if title else ""
        return start, f"]({target}{quoted})"


def _html_pairs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The places of HTML tags that open and close each other around other tokens."""
    open_tags: list[tuple[int, str, int]] = []
    for place, token in enumerate(tokens):
        tag = _HTML.match(token.content) if token.type == "html_inline" else None
        if tag is not None and not tag[1] and tag[2].lower() not in _VOID:
            open_tags.append((place, tag[2].lower(), token.level))
        elif tag is not None and open_tags and open_tags[-1][1:] == (tag[2].lower(), token.level):
            yield open_tags.pop()[0], place


def _quoted(title: str) -> str:
    return title.replace("\\", "\\\\").replace('"', '\\"')
