"""Stretches of a text that no layout interrupts: a sentence never reaches beyond its stretch.

A line break or a tab always ends a sentence. Joining lines that a mail program or a PDF has
wrapped is the work of the format that reads them, which knows the width of the page.
"""

import re
from collections.abc import Iterator

BLANK = " \u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
"""Blanks within a line, zero-width ones too, as the inside of a character class."""

BLANKS = frozenset(filter(re.compile(f"[{BLANK}]").match, map(chr, range(0x10000))))
"""The same as a set."""

_BREAK = re.compile(
    "(?P<line>[\\n\\r\\t\\v\\f\\x1c-\\x1f\\x85\\u2028\\u2029]+)"
    rf"|(?P<blanks>[{BLANK}]{{3,}}|\u3000{{2,}})"
    rf"|(?P<fill>[{BLANK}]*_{{2,}}[_{BLANK}]*)"
    rf"|(?P<leader>(?:\.{{5,}}|…{{3,}})[.…{BLANK}]*)"
)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch, in order; some may be empty or hold no letter."""
    start = 0
    for found in _BREAK.finditer(text):
        if _breaks(text, found):
            yield start, found.start()
            start = found.end()
    yield start, len(text)


def _breaks(text: str, found: re.Match[str]) -> bool:
    """Whether this layout stands between sentences and not within one."""
    before = text[found.start() - 1 : found.start()]
    after = text[found.end() : found.end() + 1]
    match found.lastgroup:
        case "blanks":
            # Old programs justified lines with blanks between words: в  соответствии   с
            return not after.islower()
        case "fill":
            return _is_own_field(found.group(), before, after)
        case "leader":
            return after.isdigit()  # the page in a table of contents
    return True


def _is_own_field(fill: str, before: str, after: str) -> bool:
    """``Имя: ____ Дата: ____`` is a form; ``金额为____元``, ``sum of ___ dollars`` a sentence."""
    if before in "::：\n\r\t" or after in "\n\r\t":
        return True
    apart = not fill.startswith("_") and not fill.endswith("_")
    return apart and not after.islower()
