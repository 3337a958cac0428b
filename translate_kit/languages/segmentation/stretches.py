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

_LINE = "\\n\\r\\t\\v\\f\\x1c-\\x1f\\x85\\u2028\\u2029"
_BOX = "□☐☑☒"
# The first character decides by look-behind which kind of layout begins: a class at the head of
# the pattern lets the regular expression engine skip letters several times faster.
_BREAK = re.compile(
    rf"[{_LINE}{BLANK}{_BOX}_.…](?:"
    rf"(?P<line>(?<=[{_LINE}])[{_LINE}]*)"
    rf"|(?P<blanks>(?<=[{BLANK}])[{BLANK}]{{3,}}|(?<=\u3000)\u3000+)"
    rf"|(?P<box>(?<=[{BLANK}][{_BOX}])(?![{_BOX}]))"
    rf"|(?P<fill>(?<=_)_[_{BLANK}]*)"
    rf"|(?P<leader>(?<=\.)\.{{4,}}[.…{BLANK}]*|(?<=…)…{{2,}}[.…{BLANK}]*))"
)

_SIGNATURE = 60  # characters of a name and office
_END_MARKS = tuple(".。;；,，?？!！")


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
    after = text[found.end() : found.end() + 1]
    match found.lastgroup:
        case "blanks":
            # Old programs justified lines with blanks between words: в  соответствии   с
            return not after.islower()
        case "fill":
            return _is_own_field(text, found.start(), found.end(), after)
        case "leader":
            return after.isdigit()  # the page in a table of contents
    return True


def _is_own_field(text: str, start: int, end: int, after: str) -> bool:
    """``Имя: ____ Дата: ____`` is a form; ``金额为____元``, ``sum of ___ dollars`` a sentence."""
    apart = text[start - 1 : start] in BLANKS and text[end - 1] in BLANKS
    while start and text[start - 1] in BLANKS:
        start -= 1
    if text[start - 1 : start] in "::：\n\r\t" or after in "\n\r\t":
        return True
    if not apart or after.islower():
        return False
    # Директор ____ И. И. Иванов: a line of signature is short and ends without a mark
    rest = text[end : end + _SIGNATURE].partition("\n")[0].rstrip()
    return len(rest) < _SIGNATURE and rest[-1:] not in _END_MARKS
