"""Repetition: the loops that a translation model falls into."""

import re
from collections.abc import Iterator

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.messages import _
from translate_kit.model import Span

# Up to eight words, or up to sixteen characters without blanks, three times or more in a row.
_WORDS = re.compile(r"\b(\w++(?:\W++\w++){0,7}?)(?:\W++\1\b){2,}", re.IGNORECASE)
_CHARACTERS = re.compile(r"([^\W\d_]\S{1,15}?)(?:[、，,]?\1){2,}")

_ALPHABETS = ("en", "ru")


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Repetition loops.

    The same words three times in a row, where the source has no such repetition: a translation
    model that has got stuck.
    """
    found = _loop(segment.target, segment.pair.target)
    if found and not _loop(segment.source, segment.pair.source):
        text = found[1]
        message = _("“{text}” stands there again and again").format(text=text)
        yield Remark(message, Span(*found.span()))


def _loop(text: str, language: str) -> re.Match[str] | None:
    found = _WORDS.search(text)
    return found if found or language in _ALPHABETS else _CHARACTERS.search(text)
