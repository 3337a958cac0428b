"""Where in a translation a term should stand that it lacks: the words that say it wrongly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate_kit.glossary.matching import Matcher
from translate_kit.languages.numbers import extract
from translate_kit.model import Span
from translate_kit.pipeline.draft import Draft, overlap
from translate_kit.pipeline.locating import locate, unlinked
from translate_kit.pipeline.terms.mention import ENFORCED, Mention
from translate_kit.pipeline.terms.search import wrongly_said

_STRONG, _WEAK = 0.5, 0.25


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may say a mention; ``sure`` False where that is an inference."""

    span: Span
    sure: bool


def candidates(
    draft: Draft,
    mention: Mention,
    waiting: Sequence[Mention],
    language: str,
    taken: Sequence[Span],
    matcher: Matcher,
    *,
    infer: bool = True,
) -> Iterator[Candidate]:
    """The likeliest first; without ``infer`` only those that are sure.

    A forbidden or unapproved term of the concept; what the alignment points to; the only term of
    the same field that the source does not mention (another town for this one), where no other
    mention of the field is ``waiting``; the only words that no link accounts for; and last what
    the alignment points to weakly.
    """
    wrongly = wrongly_said(draft, mention, language, taken)
    if wrongly:
        yield Candidate(wrongly.span, sure=True)
    barred = [*taken, *(number.span for number in extract(draft.text, language))]
    strong = locate(draft, mention.span, language, taken=barred, least=_STRONG)
    if strong:
        yield Candidate(strong, sure=True)
    if not infer or not mention.special:
        return  # an everyday word is said in many ways, and what is inferred may be one of them
    for inferred in (
        _intruder(draft, mention, waiting, barred, matcher),
        _unaccounted(draft, mention, waiting, language, barred),
        locate(draft, mention.span, language, taken=barred, least=_WEAK),
    ):
        if inferred and inferred != strong:
            yield Candidate(inferred, sure=False)


def _intruder(
    draft: Draft,
    mention: Mention,
    waiting: Sequence[Mention],
    taken: Sequence[Span],
    matcher: Matcher,
) -> Span | None:
    field = mention.concepts[0].domain
    if any(other is not mention and other.concepts[0].domain == field for other in waiting):
        return None
    known = {concept.id for other in waiting for concept in other.concepts}
    spans = {
        match.span
        for match in matcher.find(draft.text)
        if match.concept.domain == field
        and match.concept.id not in known
        and match.concept.part_of_speech in ENFORCED
        and not any(overlap(match.span, span) for span in taken)
    }
    return spans.pop() if len(spans) == 1 else None


def _unaccounted(
    draft: Draft,
    mention: Mention,
    waiting: Sequence[Mention],
    language: str,
    taken: Sequence[Span],
) -> Span | None:
    """By elimination: the one mention that nothing is linked to, the one run of unlinked words."""
    if not draft.alignment or _is_linked(mention, draft):
        return None
    if any(other is not mention and not _is_linked(other, draft) for other in waiting):
        return None
    runs = unlinked(draft, language, taken=taken)
    return runs[0] if len(runs) == 1 else None


def _is_linked(mention: Mention, draft: Draft) -> bool:
    return any(overlap(link.source, mention.span) for link in draft.alignment)
