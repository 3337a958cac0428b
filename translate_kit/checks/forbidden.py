"""Terms that the glossary forbids."""

from collections.abc import Iterator, Sequence

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.checks.terms import Place, places
from translate_kit.glossary.concept import Status
from translate_kit.glossary.matching import TermMatch, occurrences
from translate_kit.messages import _
from translate_kit.model import Span

_FAULTS = (Status.FORBIDDEN, Status.DEPRECATED)


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Forbidden terms.

    A rendering that the glossary forbids for a term of the source must not stand in the
    translation, and none that it calls outdated should: 外办 is no Ministry of Foreign Affairs,
    忠州 not 清州.
    """
    found = list(places(segment, knowledge))
    right = [span for place in found for span in place.spans(segment.target)]
    for place in found:
        for fault in _faults(place, segment, right):
            message = _("“{target}” is not to be used for “{source}”; write “{wanted}”")
            text = message.format(
                source=place.span.of(segment.source),
                target=fault.span.of(segment.target),
                wanted=place.wanted or "…",
            )
            # Beside the right word a wrong one may well translate something else.
            sure = fault.term.status is Status.FORBIDDEN and not place.said(segment.target)
            yield Remark(text, span=fault.span, source_span=place.span, sure=sure)


def _faults(place: Place, segment: Segment, right: Sequence[Span]) -> Iterator[TermMatch]:
    """Wrong renderings, but for what is right for another term of the sentence, or quoted."""
    for concept in place.concepts:
        for match in occurrences(concept, segment.target, segment.pair.target, _FAULTS):
            inside = any(s.start <= match.span.start and match.span.end <= s.end for s in right)
            if not inside and match.span.of(segment.target) not in segment.source:
                yield match
