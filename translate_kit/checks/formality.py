"""Speech level: polite and plain sentences must not take turns within a document."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.files import read_table
from translate_kit.messages import _
from translate_kit.model import Span

_FILE = Path(__file__).parent / "data" / "levels.tsv"
_COLUMNS = ("language", "level", "endings", "note")
_CLEAR = 0.8
"""The part of a document's sentences that must be of one level for the others to stand out."""
_STOP = r"(?=[.。!！?？]*[”’」』\"')）]*$)"


def check(segments: Sequence[Segment], knowledge: Knowledge) -> Iterator[tuple[int, Remark]]:
    """Speech level.

    A Korean or Japanese document keeps one level of speech: 합니다 or 한다, です・ます or である.
    Where nearly all sentences are of one, the others are remarked on.
    """
    found = {index: match for index, segment in enumerate(segments) if (match := _level(segment))}
    if not found:
        return
    usual, times = Counter(match.lastgroup for match in found.values()).most_common(1)[0]
    if times < _CLEAR * len(found):
        return
    for index, match in found.items():
        if match.lastgroup != usual:
            message = _("“{ending}” is of another speech level than the rest of the document")
            yield index, Remark(message.format(ending=match[0]), Span(*match.span()), sure=False)


def _level(segment: Segment) -> re.Match[str] | None:
    pattern = _levels().get(segment.pair.target)
    return pattern.search(segment.target.rstrip()) if pattern else None


@cache
def _levels() -> Mapping[str, re.Pattern[str]]:
    """The endings of each language that has levels, a named group for each level."""
    groups: dict[str, list[str]] = {}
    for row in read_table(_FILE, required=_COLUMNS, known=_COLUMNS):
        group = f"(?P<{row.cells['level']}>{row.cells['endings']})"
        groups.setdefault(row.cells["language"], []).append(group)
    return {code: re.compile(f"(?:{'|'.join(found)}){_STOP}") for code, found in groups.items()}
