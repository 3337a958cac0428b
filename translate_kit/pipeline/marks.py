"""Brackets, quotation marks and stops around the words of a text, and the same in a translation.

Chinese, Russian and English write them differently (（）《》。 () «» .); they are compared by kind.
"""

import unicodedata
from collections.abc import Iterator

from translate_kit.model import Span

_KINDS = {
    **dict.fromkeys("“”„‟«»‹›《》〈〉「」『』＂", '"'),
    **dict.fromkeys("【〔〖", "["),
    **dict.fromkeys("】〕〗", "]"),
    **dict.fromkeys("。｡", "."),
    **dict.fromkeys("、､", ","),
    **dict.fromkeys("—–―‐‑", "-"),
}


def with_marks(said: str, found: Span, text: str, within: Span) -> Span:
    """``found``, the words in ``text`` that say ``said``, with the marks that ``said`` has too.

    Only those that stand at its ends count, and none outside of ``within``.
    """
    inner = said.strip()
    lead = inner[: next((n for n, c in enumerate(inner) if c.isalnum()), 0)]
    tail = inner[::-1][: next((n for n, c in enumerate(inner[::-1]) if c.isalnum()), 0)]
    start = _across(lead[::-1], text[within.start : found.start][::-1])
    end = _across(tail[::-1], text[found.end : within.end])
    return Span(found.start - start, found.end + end)


def _across(marks: str, text: str) -> int:
    """How many characters ``text`` begins with that are ``marks``, blanks aside."""
    reached = 0
    wanted = list(_kinds(marks))
    for place, character in enumerate(text):
        if character.isspace():
            continue
        if not wanted or _kind(character) != wanted[0]:
            break
        del wanted[0]
        reached = place + 1
    return reached


def find_marks(marks: str, text: str, within: Span, near: int) -> Span | None:
    """The same marks in ``text``, those nearest to the place ``near``; None where it has none."""
    wanted = list(_kinds(marks))
    length = len(wanted)
    places = [
        start
        for start in range(within.start, within.end - length + 1)
        if [_kind(each) for each in text[start : start + length]] == wanted
    ]
    best = min(places, key=lambda start: abs(start - near), default=None)
    return None if best is None else Span(best, best + length)


def _kinds(marks: str) -> Iterator[str]:
    return (_kind(mark) for mark in marks if not mark.isspace())


def _kind(mark: str) -> str:
    return _KINDS.get(mark) or unicodedata.normalize("NFKC", mark)
