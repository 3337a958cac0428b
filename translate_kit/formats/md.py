"""Markdown: headings, paragraphs, lists, quotations, tables; links, emphasis and code stay.

Front matter, code blocks and addresses are not touched. HTML inside is read as HTML. A paragraph
over several lines becomes one line, which reads the same.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from translate_kit.formats import slots
from translate_kit.formats.encoding import read_text_file
from translate_kit.formats.htmlpage import Page
from translate_kit.formats.inline import lay_out
from translate_kit.formats.mdtext import parser, read_running
from translate_kit.formats.passages import Passage, line_end, pieces_of, rewritten
from translate_kit.formats.slots import Slot
from translate_kit.messages import _
from translate_kit.model import Block, Document

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_LABEL = re.compile(r"^[ >\t]*\[([^\]]+)\]:", re.MULTILINE)
_PIPE = re.compile(r"(?<!\\)\|")
_MARKER = re.compile(r"[^>\s]")


def read(path: Path) -> Document:
    """The texts of the file in order."""
    return slots.document([_File(read_text_file(path).text).slots])


def write(document: Document, original: Path, language: str) -> bytes:
    """The file in ``language``; see ``Format.write``."""
    source = read_text_file(original)
    file = _File(source.text)
    slots.fill([file.slots], document, language)
    return source.encode(file.rewritten())


class _File:
    """A Markdown text with its lines, as the tokens count them."""

    def __init__(self, text: str) -> None:
        self._text = text
        front = _FRONT.match(text)
        self._offset = front.end() if front else 0
        body = text[self._offset :]
        self._starts = [self._offset]
        self._starts += [self._offset + match.end() for match in re.finditer(r"\r\n|\n|\r", body)]
        self._labels = {normalizeReference(m[1]): m[1] for m in _LABEL.finditer(body)}
        self._new_line = line_end(text)
        self._passages: list[Passage] = []
        self._pages: list[tuple[int, int, Page]] = []
        self.slots: list[Slot] = []
        self._read(parser().parse(body.replace("\r\n", "\n").replace("\r", "\n")))

    def rewritten(self) -> str:
        """The text with what was filled."""
        pages = []
        for start, end, page in self._pages:
            changed = Passage(start, end, "", "", lambda _block, _language: "")
            changed.written = page.text()
            pages.append(changed)
        return rewritten(self._text, [*self._passages, *pages])

    def _line(self, number: int) -> tuple[int, str]:
        """Where a line begins, and its characters without the line end."""
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
        return start, self._text[start:end].rstrip("\r\n")

    def _read(self, tokens: Sequence[Token]) -> None:
        cells: list[Token] = []
        for before, token in pairwise([Token("", "", 0), *tokens]):
            if token.type == "tr_open":
                cells = []
            if token.type == "html_block" and token.map:
                self._html(token)
            elif token.type == "inline" and token.map:
                in_table = before.tag in ("td", "th")
                cells += [token] if in_table else []
                place = self._cell(token, len(cells)) if in_table else self._lines(token)
                if place is not None:
                    self._add(token, *place, in_table=in_table)

    def _html(self, token: Token) -> None:
        first, last = token.map or [0, 0]
        start = self._starts[first]
        end = self._starts[last] if last < len(self._starts) else len(self._text)
        page = Page(self._text[start:end])
        self._pages.append((start, end, page))
        self.slots += page.slots

    def _lines(self, token: Token) -> tuple[int, int, str] | None:
        """Where a paragraph's content begins and ends, and what its further lines begin with."""
        first = (token.map or [0])[0]
        contents = token.content.split("\n")
        start, line = self._line(first)
        at = line.rfind(contents[0].rstrip())
        last, last_line = self._line(first + len(contents) - 1)
        end = last_line.rfind(contents[-1].rstrip())
        if at < 0 or end < 0:
            return None
        prefix = _MARKER.sub(" ", line[:at])
        if len(contents) > 1:
            second_line = self._line(first + 1)[1]
            prefix = second_line[: max(0, second_line.rfind(contents[1].rstrip()))]
        return start + at, last + end + len(contents[-1].rstrip()), prefix

    def _cell(self, token: Token, number: int) -> tuple[int, int, str] | None:
        """Where the cell of that number stands in its row."""
        start, line = self._line((token.map or [0])[0])
        bars = [match.start() for match in _PIPE.finditer(line)]
        if not line.lstrip().startswith("|"):
            bars.insert(0, -1)
        bars.append(len(line))
        if number >= len(bars):
            return None
        left, right = bars[number - 1] + 1, bars[number]
        cell = line[left:right]
        at = start + left + len(cell) - len(cell.lstrip())
        return at, at + len(cell.strip()), ""

    def _add(self, token: Token, start: int, end: int, prefix: str, *, in_table: bool) -> None:
        running = read_running(token.children or [], self._labels)
        layout = lay_out(running.pieces)
        if layout is None:
            return

        def render(block: Block, language: str) -> str:
            text = running.written(pieces_of(layout, block))
            if in_table:
                return _PIPE.sub(r"\|", text).replace("\n", "<br>")
            return text.replace("\n", "\\" + self._new_line + prefix)

        line = self._text.count("\n", 0, start) + 1
        where = _("line {number}").format(number=line)
        passage = Passage(start, end, where, layout.text, render, layout.tags)
        self._passages.append(passage)
        self.slots.append(passage)
