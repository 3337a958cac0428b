"""The tags of a block where a reviewer put them; what is missing is put back, never lost."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.formats.interchange import Mark, MarkKind, ReturnedSegment, placed_marks
from translate_kit.messages import _
from translate_kit.model import Block, Finding, InlineTag, Severity, Span
from translate_kit.pipeline import Origin, Projected, TranslatedText, project
from translate_kit.pipeline.tags import CHECK

_Ends = list[tuple[int, Mark]]
"""The marks of one tag, each with the number of its sentence, from 0."""


def settled(
    file: Path,
    block: Block,
    text: TranslatedText,
    marks: Sequence[Sequence[Mark]],
    segments: Mapping[int, ReturnedSegment],
) -> Projected:
    """The tags of ``block`` in its translation; ``marks`` are the reviewer's, by sentence.

    A tag that the reviewer left out stands where it seems to belong, with a finding; of one that
    was copied the first counts. Raises BadData for a tag that the block does not have.
    """
    known = {tag.id for tag in block.tags}
    for number, found in enumerate(marks, 1):
        strange = next((mark.id for mark in found if mark.id not in known), None)
        if strange is not None:
            why = _("segment u{unit}s{number}: tag “{tag}” is none of this paragraph's")
            one = segments[number]
            told = why.format(unit=one.unit, number=number, tag=strange)
            raise BadData(file, told, line=one.line)
    default = {tag.id: tag for tag in project(block.tags, text).tags}
    given = _by_tag(marks)
    tags = [_tag(tag, given.get(tag.id, []), default[tag.id], text) for tag in block.tags]
    return Projected(_in_order(tags), tuple(_findings(block, text, given, default)))


def _by_tag(marks: Sequence[Sequence[Mark]]) -> dict[str, _Ends]:
    found: dict[str, _Ends] = {}
    for number, of_sentence in enumerate(marks):
        for mark in of_sentence:
            found.setdefault(mark.id, []).append((number, mark))
    return found


def _tag(tag: InlineTag, ends: _Ends, default: InlineTag, text: TranslatedText) -> InlineTag:
    """Where the reviewer has it, the default where that is the same place or there is none."""
    spans = [each.target for each in text.sentences]
    if _same_place(default, ends, spans):
        return default
    span = _span(tag, ends, spans)
    return default if span is None else replace(tag, span=span)


def _same_place(default: InlineTag, ends: _Ends, spans: Sequence[Span]) -> bool:
    ours = [
        (number, mark)
        for number, marks in enumerate(placed_marks([default], spans))
        for mark in marks
    ]
    return ours == ends


def _span(tag: InlineTag, ends: _Ends, spans: Sequence[Span]) -> Span | None:
    """The stretch between the first opening and its closing; None where one is missing."""
    places = {
        kind: [spans[number].start + mark.at for number, mark in ends if mark.kind is kind]
        for kind in MarkKind
    }
    if not tag.paired:
        return Span(points[0], points[0]) if (points := places[MarkKind.POINT]) else None
    if not places[MarkKind.OPEN]:
        return None
    start = places[MarkKind.OPEN][0]
    end = next((at for at in places[MarkKind.CLOSE] if at >= start), None)
    return None if end is None else Span(start, end)


def _findings(
    block: Block,
    text: TranslatedText,
    given: Mapping[str, _Ends],
    default: Mapping[str, InlineTag],
) -> Iterator[Finding]:
    spans = [each.target for each in text.sentences]
    expected = placed_marks(block.tags, [each.source for each in text.sentences])
    translated = [each.translation.origin is not Origin.NONE for each in text.sentences]
    wanted = {m.id for done, marks in zip(translated, expected, strict=True) if done for m in marks}
    waiting = {m.id for done, ms in zip(translated, expected, strict=True) if not done for m in ms}
    for tag in block.tags:
        ends = given.get(tag.id, [])
        if tag.id in wanted - waiting and _span(tag, ends, spans) is None:
            why = _("a tag was missing here; the formatting or mark was put back by guess")
            yield Finding(Severity.WARNING, CHECK, why, span=default[tag.id].span)
        kinds = Counter(mark.kind for _number, mark in ends)
        if any(count > 1 for count in kinds.values()):
            why = _("a tag was copied here; the document has it once, in the first place")
            yield Finding(Severity.WARNING, CHECK, why, span=default[tag.id].span)


def _in_order(tags: Sequence[InlineTag]) -> tuple[InlineTag, ...]:
    """As they open; of tags that open together the longer first, otherwise as they were."""
    return tuple(sorted(tags, key=lambda tag: (tag.span.start, -tag.span.end)))
