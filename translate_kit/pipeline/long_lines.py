"""Lines that no sentence is so long as: tables pasted without breaks, a book on one line.

They are cut where it hurts least, so that no work grows with the square of their length.
"""

import re
from collections.abc import Iterable, Iterator

from translate_kit.model import Span

LONGEST = 1000
"""Characters; the longest sentences of treaties have about 600."""

_MARKS = (re.compile(r"[。．.!?！？;；][”’」』）)»\"]*\s*"), re.compile(r"[,，、:：]\s*|\s+"))


def cut_long(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, those longer than ``LONGEST`` in pieces without blanks at their ends."""
    for span in spans:
        start = span.start
        while span.end - start > LONGEST:
            end = _end(text, start)
            yield from _trimmed(text, start, end)
            start = end
        yield from _trimmed(text, start, span.end)


def _end(text: str, start: int) -> int:
    """After the last strong mark of the second half, else the last weak one, else anywhere."""
    half = start + LONGEST // 2
    for marks in _MARKS:
        ends = [found.end() for found in marks.finditer(text, half, start + LONGEST)]
        if ends:
            return ends[-1]
    return start + LONGEST


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip())
    if inside.strip():
        yield Span(start + left, start + len(inside.rstrip()))
