"""Which of an engine's answers to one sentence to go on with."""

from collections.abc import Sequence
from dataclasses import dataclass

from translate_kit.engines.engine import Hypothesis
from translate_kit.glossary.matching import Matcher
from translate_kit.model import Pair, Span
from translate_kit.pipeline.draft import Draft
from translate_kit.pipeline.repair import wrong
from translate_kit.pipeline.terms.mention import Mention
from translate_kit.pipeline.terms.search import said

_SHORTEST, _LONGEST = 0.6, 1.6
"""Of the first answer's length; another that leaves out or adds so much is no alternative."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer taken; ``gained`` are the source spans of mentions that only it says."""

    draft: Draft
    gained: frozenset[Span] = frozenset()


def choose(
    hypotheses: Sequence[Hypothesis],
    sentence: str,
    mentions: Sequence[Mention],
    pair: Pair,
    matcher: Matcher,
) -> Choice:
    """The answer with the fewest wrong numbers and codes, then the most terms, then the best score.

    A perfect first answer ends the search. ``hypotheses`` holds at least one.
    """
    best: tuple[int, int] | None = None
    taken = Draft(hypotheses[0].text, hypotheses[0].alignment)
    first_said: frozenset[Span] | None = None
    gained = frozenset[Span]()
    for hypothesis in hypotheses:
        if not _comparable(hypothesis, hypotheses[0]):
            continue
        draft = Draft(hypothesis.text, hypothesis.alignment)
        told = _said(draft, mentions, pair, matcher)
        first_said = told if first_said is None else first_said
        cost = wrong(sentence, draft.text, pair), len(mentions) - len(told)
        if best is None or cost < best:
            best, taken, gained = cost, draft, told - first_said
        if best == (0, 0):
            break
    return Choice(taken, gained)


def _said(
    draft: Draft, mentions: Sequence[Mention], pair: Pair, matcher: Matcher
) -> frozenset[Span]:
    if not mentions:
        return frozenset()
    states = said(draft, mentions, pair.target, matcher)
    return frozenset(state.mention.source_span for state in states if state.match)


def _comparable(one: Hypothesis, first: Hypothesis) -> bool:
    length = max(len(first.text), 1)
    return one is first or _SHORTEST <= len(one.text) / length <= _LONGEST
