"""Brackets and quotation marks that open and do not close, or close and did not open."""

import re
from collections import Counter
from collections.abc import Iterator

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.messages import _
from translate_kit.model import Span

_CLOSING = {"(": ")", "[": "]", "«": "»", "„": "“", "“": "”", "「": "」", "『": "』",
            "《": "》", "〈": "〉", "【": "】", "〔": "〕"}  # fmt: skip
_CLOSERS = frozenset(_CLOSING.values())
_ANY = re.compile("[" + re.escape("".join((*_CLOSING, *_CLOSERS, '"', "（）［］"))) + "]")
_NARROW = str.maketrans("（）［］", "()[]")
_ITEM = re.compile(r"(?:^|(?<=[\s、;；。]))(?:[0-9]{1,3}|[A-Za-zа-я]|[ivx]{1,4})\)", re.M)
"""The bracket after a number in a list: 1) 2) а)."""


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Brackets and quotation marks.

    Every bracket and quotation mark that opens must close. What is unpaired in the source already
    is passed over.
    """
    allowed = Counter(mark for mark, _place in _unpaired(segment.source))
    for mark, place in _unpaired(segment.target):
        if sum(allowed.values()) > 0:
            allowed.subtract({next(iter(+allowed)): 1})
            continue
        message = _("“{mark}” has no partner").format(mark=mark)
        yield Remark(message, Span(place, place + 1))


def _unpaired(text: str) -> list[tuple[str, int]]:
    """The marks without a partner and their places, in the order of the text."""
    if not _ANY.search(text):
        return []
    plain = text.translate(_NARROW)
    items = {found.end() - 1 for found in _ITEM.finditer(plain)}
    opened: list[tuple[str, int]] = []
    stray: list[tuple[str, int]] = []
    for found in _ANY.finditer(plain):
        mark, place = found[0], found.start()
        if opened and mark == _CLOSING[opened[-1][0]]:
            opened.pop()
        elif mark in _CLOSING:
            opened.append((mark, place))
        elif mark in _CLOSERS and place not in items:
            stray.append((mark, place))
    if plain.count('"') % 2:
        stray.append(('"', plain.rindex('"')))
    return sorted(stray + opened, key=lambda found: found[1])
