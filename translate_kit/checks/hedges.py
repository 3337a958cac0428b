"""Hedges: words that keep a statement from being harder than it was."""

from collections.abc import Iterator

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.checks.words import lost
from translate_kit.messages import _


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Hedges lost.

    Words that limit a statement must survive: 近三十家 is not thirty, 据说 is no fact, 如果同意 no
    consent, 计划 nothing done, at least and at most no exact figure. The words of each meaning are
    in the table hedges.tsv.
    """
    languages = (segment.pair.source, segment.pair.target)
    for said in lost("hedges", segment.source, segment.target, languages):
        text = said.span.of(segment.source)
        message = _("the reservation “{text}” is missing; the translation says it as a plain fact")
        yield Remark(message.format(text=text), source_span=said.span, sure=False)
