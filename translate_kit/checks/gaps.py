"""Gaps: two blanks where a word fell out."""

import re
from collections.abc import Iterator

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.messages import _
from translate_kit.model import Span

# Behind a stop two blanks are an old typist's habit.
_GAP = re.compile(r"(?<=[^\s.!?…:\"”])[ \u00A0]{2,}(?=\S)")


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Gaps.

    Two blanks in the middle of a sentence: the place where a translation model dropped a word that
    it could not write. Where the source has them too they are layout.
    """
    found = _GAP.search(segment.target)
    if found and not _GAP.search(segment.source):
        yield Remark(_("two blanks: a word may be missing here"), Span(*found.span()))
