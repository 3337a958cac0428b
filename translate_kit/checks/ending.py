"""How a text ends: as a question, or cut off in the middle."""

import re
from collections.abc import Iterator

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.messages import _
from translate_kit.model import Span

_CLOSING = "”’\"'」』）)】]》»… "
_STOPS = ".。．!！?？:：;；"
_QUESTION = re.compile("[?？]")
# Japanese and Chinese may ask without a question mark, Korean by its ending.
_ASKS = re.compile(
    r"[?？]|か[。」』）をに、]|か$|か(?:どうか|否か)|や。|吗|呢|是否"
    r"|(?:까|나요|가요|는지|인지|을지)(?![가-힣])|ли\b|\bif\b|whether",
    re.IGNORECASE,
)
_SALUTES = re.compile(r"\A.{1,40}[!！:：,，]\Z")
"""A salutation ends with another mark in every language: Dear Mayor, Уважаемый …! 尊敬的…："""
_HANGS = re.compile(r"[,，、：:;；—–(（\[「『«《]$")


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Ending.

    A question must stay a question, and a sentence that was closed must not end in a comma, an
    open bracket or without its stop, as the answers of a model do that was cut off.
    """
    source, target = segment.source.rstrip(), segment.target.rstrip()
    if not source or not target or (_SALUTES.search(source) and _SALUTES.search(target)):
        return
    last = Span(len(target) - 1, len(target))
    if _QUESTION.search(source.rstrip(_CLOSING)[-1:]) and not _ASKS.search(target):
        yield Remark(_("the source asks a question, the translation does not"), last)
    elif _HANGS.search(target) and not _HANGS.search(source):
        yield Remark(_("the translation breaks off in the middle"), last)
    elif _stopped(source) and not _stopped(target):
        yield Remark(_("the source ends with a stop, the translation without"), last, sure=False)


def _stopped(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in tuple(_STOPS) or text[-1:] == "…"
