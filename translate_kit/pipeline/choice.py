"""Which of an engine's answers to one sentence to go on with."""

from collections.abc import Iterator, Sequence

from translate_kit.engines.engine import Hypothesis
from translate_kit.glossary.matching import Matcher
from translate_kit.model import Pair, Span
from translate_kit.pipeline.draft import Draft
from translate_kit.pipeline.repair import wrong
from translate_kit.pipeline.terms.mention import Mention
from translate_kit.pipeline.terms.search import said

_SHORTEST, _LONGEST = 0.6, 1.6
"""Of the first answer's length; another that leaves out or adds so much is no alternative."""


def comparable(hypotheses: Sequence[Hypothesis]) -> Iterator[Draft]:
    """The first answer and those about as long, as drafts."""
    length = max(len(hypotheses[0].text), 1)
    for hypothesis in hypotheses:
        if hypothesis is hypotheses[0] or _SHORTEST <= len(hypothesis.text) / length <= _LONGEST:
            yield Draft(hypothesis.text, hypothesis.alignment)


def said_in(
    draft: Draft, mentions: Sequence[Mention], pair: Pair, matcher: Matcher
) -> frozenset[Span]:
    """The source spans of the mentions that the draft says by an approved term."""
    if not mentions:
        return frozenset()
    states = said(draft, mentions, pair.target, matcher)
    return frozenset(state.mention.source_span for state in states if state.match)


def is_perfect(draft: Draft, sentence: str, spans: frozenset[Span], count: int, pair: Pair) -> bool:
    """Whether all terms (``spans``, of ``count``), numbers and codes are right as they are."""
    return len(spans) == count and not wrong(sentence, draft.text, pair)
