"""Consistency: one thing said in two ways within a document."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.glossary.matching import TermMatch, occurrences
from translate_kit.messages import _

_Use = tuple[int, TermMatch, TermMatch]
"""The segment, the term in its source, the term in its translation."""


def check(segments: Sequence[Segment], knowledge: Knowledge) -> Iterator[tuple[int, Remark]]:
    """Consistency.

    Within a document, one term of the glossary should have one rendering and a repeated sentence
    one translation. The rarer rendering is remarked on, of two the later.
    """
    yield from _terms(segments, knowledge)
    yield from _sentences(segments)


def _terms(segments: Sequence[Segment], knowledge: Knowledge) -> Iterator[tuple[int, Remark]]:
    uses: defaultdict[str, list[_Use]] = defaultdict(list)
    for index, segment in enumerate(segments):
        for concept, use in _uses(index, segment, knowledge):
            uses[concept].append(use)
    for found in uses.values():
        usual, _times = Counter(theirs.term.text for _i, _o, theirs in found).most_common(1)[0]
        for index, ours, theirs in found:
            if theirs.term.text != usual:
                message = _("“{source}” is “{target}” here, but “{usual}” elsewhere")
                text = message.format(
                    source=ours.span.of(segments[index].source),
                    target=theirs.span.of(segments[index].target),
                    usual=usual,
                )
                yield index, Remark(text, span=theirs.span, source_span=ours.span)


def _uses(index: int, segment: Segment, knowledge: Knowledge) -> Iterator[tuple[str, _Use]]:
    matcher = knowledge.terms(segment.pair)
    for ours in matcher.find(segment.source) if matcher else ():
        language = segment.pair.target
        found = occurrences(ours.concept, segment.target, language)
        renderings = {match.term.text: match for match in found if not match.term.text.isupper()}
        if len(renderings) == 1:  # abbreviations may take turns with what they stand for
            yield ours.concept.id, (index, ours, next(iter(renderings.values())))


def _sentences(segments: Sequence[Segment]) -> Iterator[tuple[int, Remark]]:
    first: dict[str, str] = {}
    for index, segment in enumerate(segments):
        source, target = segment.source.strip(), segment.target.strip()
        if not (source and target):
            continue
        if first.setdefault(source, target) != target:
            message = _("the same source is translated otherwise elsewhere: “{text}”")
            text = message.format(text=_shortened(first[source]))
            yield index, Remark(text, sure=False)


def _shortened(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
