"""Quotations, brackets and titles: stretches within which no sentence ends.

Marks are matched by depth within one line. A mark without its partner counts for nothing, so that
a forgotten quotation mark never swallows the rest of a text.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What kind of marks enclose."""

    QUOTE = "quote"
    BRACKET = "bracket"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """From the opening mark at ``start`` to the closing one at ``end``."""

    start: int
    end: int
    shape: Shape


_QUOTES = {"“": "”", "‘": "’", "«": "»", "‹": "›", "「": "」", "『": "』", "„": "“", "｢": "｣"}
_BRACKETS = {"(": ")", "[": "]", "【": "】", "〔": "〕", "{": "}", "〖": "〗"}
_TITLES = {"《": "》", "〈": "〉"}
_WIDE = str.maketrans("（）［］｛｝＂", '()[]{}"')
_CLOSING = {**_QUOTES, **_BRACKETS, **_TITLES, '"': '"'}
_SHAPES = {
    **dict.fromkeys((*_QUOTES, '"'), Shape.QUOTE),
    **dict.fromkeys(_BRACKETS, Shape.BRACKET),
    **dict.fromkeys(_TITLES, Shape.TITLE),
}
OPENERS = "".join(_CLOSING) + "（［｛＂'"
CLOSERS = "".join(set(_CLOSING.values()) - {'"', "“"}) + "）］｝"
QUOTE_CLOSERS = "".join(set(_QUOTES.values())) + "\"'＂"
_MARK = re.compile(f"[{re.escape(OPENERS + CLOSERS + '”“')}]")


def enclosures(text: str, start: int, stop: int, longest: int) -> list[Enclosure]:
    """The outermost enclosures between two places, in order, none longer than ``longest``.

    A longer quotation is a text of its own, in which sentences end as anywhere.
    """
    if not _MARK.search(text, start, stop):
        return []
    found = sorted(_matched(text, start, stop), key=lambda pair: pair.start)
    outermost: list[Enclosure] = []
    for pair in found:
        nested = outermost and pair.start < outermost[-1].end
        if pair.end - pair.start <= longest and not nested:
            outermost.append(pair)
    return outermost


def _matched(text: str, start: int, stop: int) -> Iterator[Enclosure]:
    waiting: list[tuple[str, int, str]] = []  # closing mark awaited, place, opening mark
    awaited: Counter[str] = Counter()
    for found in _MARK.finditer(text, start, stop):
        place, mark = found.start(), found.group().translate(_WIDE)
        closing = _closes(text, place, mark, awaited)
        if closing:
            opened, opening = _partner(closing, waiting, awaited)
            yield Enclosure(opened, place, _SHAPES[opening])
        elif mark in _CLOSING and not _is_inch(text, place, mark):
            waiting.append((_CLOSING[mark], place, mark))
            awaited[_CLOSING[mark]] += 1


def _partner(
    closing: str, waiting: list[tuple[str, int, str]], awaited: Counter[str]
) -> tuple[int, str]:
    """The opening mark that awaits this closing one; what was opened since has no partner."""
    while True:
        mark, opened, opening = waiting.pop()
        awaited[mark] -= 1
        if mark == closing:
            return opened, opening


def _closes(text: str, place: int, mark: str, awaited: Counter[str]) -> str:
    """The awaited mark that this one stands for, or nothing where it closes nothing.

    People mix “ and ", so that either may close what the other has opened.
    """
    if mark == "’" and _is_apostrophe(text, place):
        return ""
    if mark == '"' and _opens_only(text, place):
        return ""
    if awaited[mark]:
        return mark
    other = {'"': "”", "”": '"'}.get(mark, "")
    return other if awaited[other] else ""


def _is_apostrophe(text: str, place: int) -> bool:
    """``city’s`` closes no quotation."""
    after = text[place + 1 : place + 2]
    return text[place - 1].isalnum() and after.isascii() and after.isalpha()


def _opens_only(text: str, place: int) -> bool:
    """A straight mark with a blank before it and none after it."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (not before or before.isspace() or before in _CLOSING) and after.isalnum()


def _is_inch(text: str, place: int, mark: str) -> bool:
    """``5" pipe`` opens no quotation, nor does a straight mark with a blank after it alone."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if mark != '"' or not before:
        return False
    return before.isdigit() or (after.isspace() and not before.isspace())
