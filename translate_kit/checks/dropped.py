"""Dropped: a sentence that the translation leaves out."""

import re
from collections.abc import Iterator

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.length import surprise
from translate_kit.checks.segment import Remark, Segment
from translate_kit.languages.segmentation import split
from translate_kit.messages import _

_SHORT = -0.47
_MANY = re.compile(r"[.。！？!?…].*\w", re.DOTALL)
_WESTERN_STOP = re.compile(r"(?<=[\u3041-\u9FFF])(?:\.(?=\s|$)|[ ](?=[\u3041-\u9FFF]))")
"""How engines end Chinese sentences: with a stop of the West, or with a blank."""


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Dropped sentence.

    The source has more sentences than the translation, and the translation is short as well.
    Translators join sentences; they don't grow shorter by it.
    """
    if not _MANY.search(segment.source) or surprise(segment) >= _SHORT:
        return
    ours = _sentences(segment.source, segment.pair.source)
    theirs = _sentences(segment.target, segment.pair.target)
    if ours > theirs:
        message = _("{source} sentences in the source, but {target} in a short translation")
        yield Remark(message.format(source=ours, target=theirs))


def _sentences(text: str, language: str) -> int:
    """How many sentences a text has."""
    return len(split(_WESTERN_STOP.sub("。", text), language))
