"""Boilerplate: what a model has read too often on the web, and says where nothing was said."""

from collections.abc import Iterator

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.checks.words import lost
from translate_kit.messages import _


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Boilerplate.

    Sentences that translation models invent because their training texts were full of them:
    “(Applause)”, “contact us”, “we use cookies”, Wikipedia, makers of subtitles. A remark where
    the source says nothing of the kind. The table boilerplate.tsv holds them.
    """
    languages = (segment.pair.target, segment.pair.source)
    for said in lost("boilerplate", segment.target, segment.source, languages):
        text = said.span.of(segment.target)
        message = _("“{text}” is invented; the source says nothing of the kind")
        yield Remark(message.format(text=text), said.span)
