"""Plain text: encoding, byte order mark and line ends are kept.

A line is a paragraph, unless the file is wrapped by hand: then the lines of a paragraph are one
block, and the translation is wrapped to the same width.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from translate_kit.formats import slots
from translate_kit.formats.encoding import read_text_file
from translate_kit.formats.inline import has_letters
from translate_kit.formats.passages import (
    Passage,
    line_end,
    rewritten,
    width,
    wrapped,
)
from translate_kit.messages import _
from translate_kit.model import Block, Document

_NARROWEST, _WIDEST = 50, 100
"""Columns of a file that somebody or a mail program wrapped."""
_GLUED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]$")
_ITEM = re.compile(r"\s*([-*•·●○]|\d+[.)、]|[(（]?[一二三四五六七八九十\d]+[)）、])")


def read(path: Path) -> Document:
    """The paragraphs of the file."""
    return slots.document([list(passages(read_text_file(path).text))])


def write(document: Document, original: Path, language: str) -> bytes:
    """The text in ``language``; see ``Format.write``."""
    file = read_text_file(original)
    found = list(passages(file.text))
    slots.fill([found], document, language)
    return file.encode(rewritten(file.text, found))


def passages(text: str) -> Iterator[Passage]:
    """The paragraphs that have a letter."""
    lines = [(match.start(), match[0]) for match in re.finditer(r"[^\r\n]+|\r\n|\r|\n", text)]
    full = [line for _start, line in lines if line.strip()]
    columns = max(map(width, full), default=0)
    hand_wrapped = _NARROWEST <= columns <= _WIDEST
    new_line = line_end(text)
    number = 0
    for group in _paragraphs(lines):
        for part in _wrapped_parts(group, columns) if hand_wrapped else [[line] for line in group]:
            number += 1
            if has_letters("".join(line for _start, line in part)):
                yield _passage(part, columns, number, new_line)


def _paragraphs(lines: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Neighbouring lines that are not blank; line ends are items of ``lines`` themselves."""
    group: list[tuple[int, str]] = []
    ends = 0
    for start, line in lines:
        if line in ("\r\n", "\r", "\n"):
            ends += 1
            continue
        if (ends > 1 or not line.strip()) and group:
            yield group
            group = []
        ends = 0
        if line.strip():
            group.append((start, line))
    if group:
        yield group


def _wrapped_parts(group: list[tuple[int, str]], columns: int) -> Iterator[list[tuple[int, str]]]:
    """The lines of a paragraph together where each is full: the next word had no room."""
    part = group[:1]
    for (_start, line), (start, following) in pairwise(group):
        if _is_full(line, following, columns):
            part.append((start, following))
        else:
            yield part
            part = [(start, following)]
    yield part


def _is_full(line: str, following: str, columns: int) -> bool:
    word = wrapped(following.strip(), 1)[0]
    return not _ITEM.match(following) and width(line.rstrip()) + 1 + width(word) > columns


def _passage(part: list[tuple[int, str]], columns: int, number: int, new_line: str) -> Passage:
    first, last = part[0], part[-1]
    start = first[0] + len(first[1]) - len(first[1].lstrip())
    end = last[0] + len(last[1].rstrip())
    joined = part[0][1].strip()
    for _start, line in part[1:]:
        joined += ("" if _GLUED.search(joined[-1:]) else " ") + line.strip()
    margin = first[1][: len(first[1]) - len(first[1].lstrip())]
    indent = last[1][: len(last[1]) - len(last[1].lstrip())] if len(part) > 1 else ""

    def render(block: Block, language: str) -> str:
        lines = block.text.split("\n")
        if len(part) > 1:
            widths = columns - width(indent), columns - width(margin)
            lines = wrapped(" ".join(lines), *widths)
        return (new_line + indent).join(lines)

    where = _("paragraph {number}").format(number=number)
    return Passage(start, end, where, joined, render)
