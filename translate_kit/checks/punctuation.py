"""Punctuation as the language of the translation has it."""

from collections.abc import Iterator

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.checks.usage import usage_remarks


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Punctuation.

    The marks of the translation's language: ，。“” in Chinese, 、。「」 in Japanese, «» in Russian,
    no full-width marks in English. Marks left over from the source are worse than a straight
    quotation mark. The rules and their sources are in the table marks.tsv.
    """
    yield from usage_remarks("marks", segment.pair.target, segment.target)
