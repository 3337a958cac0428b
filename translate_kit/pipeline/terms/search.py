"""Which mentions of a sentence its translation says already, in any form of an approved term."""

from collections.abc import Sequence
from dataclasses import dataclass

from translate_kit.glossary.concept import Status
from translate_kit.glossary.matching import Matcher, TermMatch, occurrences
from translate_kit.model import Span
from translate_kit.pipeline.draft import Draft, overlap
from translate_kit.pipeline.terms.mention import Mention

_WRONG = frozenset(Status) - {status for status in Status if status.approved} - {Status.REJECTED}


@dataclass(frozen=True, slots=True)
class Said:
    """A mention and the words of the translation that say it; None where none do.

    ``within`` is a longer term of another concept that the source does not mention, in which the
    words stand: 口罩 rendered as "medical masks".
    """

    mention: Mention
    match: TermMatch | None
    within: TermMatch | None = None


def said(draft: Draft, mentions: Sequence[Mention], language: str, matcher: Matcher) -> list[Said]:
    """For each mention, in their order, the words that say it; no words serve two of them.

    The longer terms take their words first.
    """
    found: dict[Span, Said] = {}
    longest = sorted(mentions, key=lambda each: _length(each, language), reverse=True)
    known = matcher.find(draft.text) if mentions else []
    for mention in longest:
        taken = [each.match.span for each in found.values() if each.match]
        match = _best(draft, mention, language, taken)
        found[mention.source_span] = Said(mention, match, _longer(match, mention, known))
    return [found[mention.source_span] for mention in mentions]


def wrongly_said(
    draft: Draft, mention: Mention, language: str, taken: Sequence[Span]
) -> TermMatch | None:
    """A forbidden, deprecated or unapproved term of the mention's concept; None for none."""
    return _nearest(
        draft,
        mention,
        [
            match
            for concept in mention.concepts
            for match in occurrences(concept, draft.text, language, _WRONG)
            if not any(overlap(match.span, span) for span in taken)
        ],
    )


def _best(draft: Draft, mention: Mention, language: str, taken: list[Span]) -> TermMatch | None:
    return _nearest(
        draft,
        mention,
        [
            match
            for concept in mention.concepts
            for match in occurrences(concept, draft.text, language)
            if not any(overlap(match.span, span) for span in taken)
        ],
    )


def _nearest(draft: Draft, mention: Mention, matches: list[TermMatch]) -> TermMatch | None:
    """The match that the alignment links to the mention most; otherwise the longest, first one."""

    def linked(match: TermMatch) -> int:
        return sum(
            overlap(link.target, match.span) and overlap(link.source, mention.span)
            for link in draft.alignment
        )

    return max(
        matches,
        key=lambda each: (linked(each), each.span.end - each.span.start, -each.span.start),
        default=None,
    )


def _longer(match: TermMatch | None, mention: Mention, known: list[TermMatch]) -> TermMatch | None:
    if match is None:
        return None
    own = {concept.id for concept in mention.concepts}
    around = [
        each
        for each in known
        if each.span.start <= match.span.start
        and match.span.end <= each.span.end
        and each.span != match.span
    ]
    return next(iter(around), None) if all(each.concept.id not in own for each in around) else None


def _length(mention: Mention, language: str) -> tuple[int, int]:
    longest = max((len(term.text) for _concept, term in mention.terms(language)), default=0)
    return longest, mention.span.end - mention.span.start
