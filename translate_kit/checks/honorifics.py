"""Honorifics: how the other side is addressed."""

from collections.abc import Iterator

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.checks.usage import usage_remarks
from translate_kit.checks.words import lost, words
from translate_kit.messages import _

_TABLE = "honorifics"


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Honorifics.

    Respect must not get lost: 贵市, 尊敬的, a title before a name. Where the source addresses
    somebody with respect, the translation must not use forms that offend (각하, 様御中, «ты»).
    The tables honorifics.tsv and address.tsv hold the words.
    """
    languages = (segment.pair.source, segment.pair.target)
    for said in lost(_TABLE, segment.source, segment.target, languages):
        text = said.span.of(segment.source)
        message = _("the respect of “{text}” is lost").format(text=text)
        yield Remark(message, source_span=said.span)
    if words(_TABLE, segment.pair.source).asked(segment.source):
        yield from usage_remarks("address", segment.pair.target, segment.target)
