"""Subtitles (SubRip): numbers and times are kept, the lines of a cue are one text.

Formatting (``<i>``, ``{\\an8}``) stays; a translation gets as many lines as the cue had, about
equally long, and what two people say stays on two lines.
"""

import re
from dataclasses import replace
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.formats import slots
from translate_kit.formats.encoding import read_text_file
from translate_kit.formats.inline import Layout, Piece, joined, lay_out
from translate_kit.formats.passages import (
    Passage,
    line_end,
    pieces_of,
    rewritten,
    width,
    wrapped,
)
from translate_kit.messages import _
from translate_kit.model import Block, Document, Span

_CUE = re.compile(
    r"^[ \t]*(?P<time>\d+:\d+:\d+[,.]\d+[ \t]*-->[^\r\n]*)(?P<end>\r\n|\n|\r)"
    r"(?P<text>(?:[^\r\n]*\S[^\r\n]*(?:\r\n|\n|\r|\Z))*)",
    re.MULTILINE,
)
_MARKUP = re.compile(r"<(/?)([a-zA-Z][\w.]*)[^<>\r\n]*>|\{[^{}\r\n]*\}")
_SPEAKER = re.compile(r"(?:\s|<[^>]*>|\{[^}]*\})*[-–—]\s*\S")
_GLUED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]$")


def read(path: Path) -> Document:
    """The cues of the file; raises BadData where it has none."""
    return slots.document([_passages(path, read_text_file(path).text)])


def write(document: Document, original: Path, language: str) -> bytes:
    """The subtitles in ``language``; see ``Format.write``."""
    file = read_text_file(original)
    found = _passages(original, file.text)
    slots.fill([found], document, language)
    return file.encode(rewritten(file.text, found))


def _passages(path: Path, text: str) -> list[Passage]:
    cues = list(_CUE.finditer(text))
    if not cues and text.strip():
        raise BadData(path, _("no subtitles in it; is it a SubRip file?"))
    new_line = line_end(text)
    return [passage for cue in cues if (passage := _passage(cue, new_line)) is not None]


def _passage(cue: re.Match[str], new_line: str) -> Passage | None:
    body = cue["text"].rstrip()
    lines = body.splitlines()
    speakers = len(lines) > 1 and all(map(_SPEAKER.match, lines))
    pieces, sources = _read("\n".join(lines) if speakers else _one_line(lines))
    layout = lay_out(pieces)
    if layout is None:
        return None
    time = cue["time"].partition("-->")[0].strip()

    def render(block: Block, language: str) -> str:
        lined = block if speakers else _in_lines(block, len(lines))
        return new_line.join(_written(layout, lined, sources).split("\n"))

    start = cue.start("text")
    where = _("subtitle at {time}").format(time=time)
    return Passage(start, start + len(body), where, layout.text, render, layout.tags)


def _one_line(lines: list[str]) -> str:
    text = ""
    for line in lines:
        text += ("" if not text or _GLUED.search(text) else " ") + line.strip()
    return text


def _read(text: str) -> tuple[list[Piece], list[tuple[str, str]]]:
    """The pieces of a cue, and the markup that their containers and objects stand for."""
    ends = _closed(text)
    sources: list[tuple[str, str]] = []
    pieces: list[Piece] = []
    within: tuple[int, ...] = ()
    at = 0
    for mark in _MARKUP.finditer(text):
        pieces.append(Piece(text[at : mark.start()], within=within))
        at = mark.end()
        if mark.start() in ends:
            sources.append((mark[0], ends[mark.start()]))
            within = (*within, len(sources) - 1)
        elif mark[1] and within and sources[within[-1]][1] == mark[0]:
            within = within[:-1]
        else:
            sources.append((mark[0], ""))
            pieces.append(Piece(thing=len(sources) - 1, within=within))
    return joined([*pieces, Piece(text[at:], within=within)]), sources


def _closed(text: str) -> dict[int, str]:
    """Where a tag begins that is closed again in proper order -> the closing tag."""
    found: dict[int, str] = {}
    open_tags: list[re.Match[str]] = []
    for mark in _MARKUP.finditer(text):
        if mark[2] and not mark[1]:
            open_tags.append(mark)
        elif mark[2] and open_tags and open_tags[-1][2] == mark[2]:
            found[open_tags.pop().start()] = mark[0]
    return found


def _written(layout: Layout, block: Block, sources: list[tuple[str, str]]) -> str:
    text = ""
    open_wraps: tuple[int, ...] = ()
    for piece in [*pieces_of(layout, block), Piece()]:
        common = 0
        while open_wraps[common : common + 1] and open_wraps[common] in piece.within:
            common += 1
        text += "".join(sources[wrap][1] for wrap in reversed(open_wraps[common:]))
        text += "".join(sources[wrap][0] for wrap in piece.within[common:])
        open_wraps = piece.within
        text += piece.text if piece.thing is None else sources[piece.thing][0]
    return text


def _in_lines(block: Block, most: int) -> Block:
    """The text in at most so many lines, as narrow as that allows, its tags on the same words."""
    columns = -(-width(block.text) // most)
    while len(lines := wrapped(block.text, columns)) > most:
        columns += 1
    text, tags = lines[0], block.tags
    at = len(lines[0])
    for line in lines[1:]:
        gap = block.text.index(line, at) - at if line else 0
        if not gap:  # no blank to give up: what follows moves on by the line break
            tags = tuple(replace(tag, span=_moved(tag.span, len(text))) for tag in tags)
        text += "\n" + " " * (gap - 1) + line
        at += gap + len(line)
    return replace(block, text=text, tags=tags)


def _moved(span: Span, at: int) -> Span:
    return Span(span.start + (span.start >= at), span.end + (span.end > at))
