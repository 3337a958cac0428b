"""Negation: a "not" that was lost on the way."""

from collections.abc import Iterator

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.checks.words import lost
from translate_kit.messages import _


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Negation lost.

    A sentence that says “not” must not become one that says yes. Languages say no in many ways
    (without, fail to, hardly, 难以), so only a translation without any of them is remarked on.
    """
    languages = (segment.pair.source, segment.pair.target)
    for said in lost("negation", segment.source, segment.target, languages):
        text = said.span.of(segment.source)
        message = _("“{text}” denies something; nothing in the translation does")
        yield Remark(message.format(text=text), source_span=said.span, sure=False)
