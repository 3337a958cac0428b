"""The text of a segment, without the codes that another program's formatting left in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_TEXT = ("hi",)
"""Inline elements whose content is text; all others hold the native code of some format."""
_STANDING = ("ph", "ut", "x")
"""Codes that stand for something between words: a picture, a break, a field."""
_LETTER = re.compile(r"[A-Za-z\u00c0-\u024fА-Яа-яЁё0-9가-힣]")
_INDENTED = re.compile(r"[ \t]*\n(?:[ \t]{2,}|\t)")
_PAIRED = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]{2}")


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment's ``text``; ``codes`` says how many inline codes were taken out of it."""

    text: str
    codes: int


def segment_text(seg: etree._Element, *, verbatim: bool) -> Segment:
    """The text of a ``seg`` element.

    Highlighted text stays, native code goes; where a code between two words would glue them
    together a blank takes its place. A line break with an indent after it is the file's own layout
    and becomes a blank, unless the file is to be taken ``verbatim``. Raises ValueError with the
    name of an entity that the file does not explain.
    """
    pieces = list(_pieces(seg))
    text = ""
    for position, piece in enumerate(pieces):
        if piece is not None:
            text += piece
            continue
        rest = next((p for p in pieces[position + 1 :] if p), "")
        if _LETTER.match(text[-1:]) and _LETTER.match(rest[:1]):
            text += " "
    codes = sum(1 for each in seg.iter() if each is not seg)
    return Segment(text if verbatim else _unfolded(text), codes)


def _pieces(element: etree._Element) -> Iterator[str | None]:
    """Stretches of text; None where a code stands between words."""
    yield element.text or ""
    for child in element:
        if isinstance(child, etree._Entity):
            raise ValueError(child.name)
        name = etree.QName(child).localname
        if name in _TEXT:
            yield from _pieces(child)
        elif name in _STANDING:
            yield None
        yield child.tail or ""


def _unfolded(text: str) -> str:
    def blank(layout: re.Match[str]) -> str:
        around = text[: layout.start()][-1:] + text[layout.end() :][:1]
        return "" if _PAIRED.fullmatch(around) else " "

    return _INDENTED.sub(blank, text)
