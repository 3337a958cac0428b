"""One sentence on one leg: what the engine saw, what it said, and what has been made of that."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from translate_kit.engines.engine import Hypothesis
from translate_kit.glossary.matching import Matcher
from translate_kit.model import Finding, Pair, Span
from translate_kit.pipeline.choice import comparable, is_perfect, said_in
from translate_kit.pipeline.draft import Draft
from translate_kit.pipeline.preparing import Prepared
from translate_kit.pipeline.repair import repair, wrong
from translate_kit.pipeline.terms import Enforced, Mention, enforce
from translate_kit.pipeline.translation import NumberRepair, Rung


@dataclass(frozen=True, slots=True)
class Trip:
    """The sentence ``prepared`` with its ``mentions`` (their spans in it), and the results.

    ``draft`` is the answer taken with its numbers repaired, ``enforced`` the same with its terms;
    ``gained`` are the source spans of the mentions for whose sake that answer was taken.
    """

    prepared: Prepared
    mentions: tuple[Mention, ...]
    draft: Draft
    repairs: tuple[NumberRepair, ...]
    gained: frozenset[Span]
    enforced: Enforced
    failure: Finding | None = None
    """Why there is no answer; the draft is empty then, and all is lost."""

    def lost(self) -> tuple[Mention, ...]:
        """The mentions that are in the translation by no means, but for possible verbs."""
        flagged = {decision.source_span for decision in self.enforced.flagged}
        return tuple(m for m in self.mentions if m.source_span in flagged and not m.verbal)

    @property
    def carried(self) -> bool:
        """Whether a lost term came by something that stood in for it: ``draft`` is of that."""
        return any(each.rung is Rung.PLACEHOLDER for each in self.enforced.decisions)

    def cost(self, pair: Pair) -> tuple[int, int]:
        """What is still wrong, and how much was changed."""
        put_in = sum(each.rung is Rung.SUBSTITUTED for each in self.enforced.decisions)
        return self.wrong(pair) + len(self.lost()), put_in + len(self.repairs)

    def wrong(self, pair: Pair) -> int:
        """How many numbers, dates and codes are still wrong."""
        return wrong(self.prepared.text, self.enforced.draft.text, pair)


def failed_trip(
    prepared: Prepared, mentions: Sequence[Mention], failure: Finding, pair: Pair, matcher: Matcher
) -> Trip:
    """The trip of a sentence without an answer."""
    enforced = enforce(Draft(""), prepared.text, mentions, pair, matcher, infer=False)
    return Trip(prepared, tuple(mentions), Draft(""), (), frozenset(), enforced, failure)


def make_trip(
    prepared: Prepared,
    mentions: Sequence[Mention],
    answers: Sequence[Hypothesis],
    pair: Pair,
    matcher: Matcher,
) -> Trip:
    """The best of the answers, of which there is one at least, made right where that is certain.

    The first that is right as it stands; otherwise the one with the least wrong after repair, of
    equals the one with the fewest changes.
    """
    drafts = list(comparable(answers))
    spans = [said_in(draft, mentions, pair, matcher) for draft in drafts]
    for draft, there in zip(drafts, spans, strict=True):
        if is_perfect(draft, prepared.text, there, len(mentions), pair):
            return _repaired(prepared, mentions, draft, there - spans[0], pair, matcher)
    best: Trip | None = None
    for draft, there in zip(drafts, spans, strict=True):
        if best is None or _may_cost(draft, prepared, mentions, there, pair) < best.cost(pair):
            trip = _repaired(prepared, mentions, draft, there - spans[0], pair, matcher)
            if best is None or trip.cost(pair) < best.cost(pair):
                best = trip
    assert best is not None, "the first answer is comparable with itself"
    return best


def _may_cost(
    draft: Draft,
    prepared: Prepared,
    mentions: Sequence[Mention],
    there: Collection[Span],
    pair: Pair,
) -> tuple[int, int]:
    """No more than what the trip will cost: most answers need not be repaired to be passed over.

    A term that is not there will be put in or lost, and something wrong repaired or left.
    """
    missing = sum(not m.verbal and m.source_span not in there for m in mentions)
    return 0, missing + (wrong(prepared.text, draft.text, pair) > 0)


def _repaired(
    prepared: Prepared,
    mentions: Sequence[Mention],
    draft: Draft,
    gained: frozenset[Span],
    pair: Pair,
    matcher: Matcher,
) -> Trip:
    done = repair(draft, prepared.text, pair)
    enforced = enforce(
        done.draft, prepared.text, mentions, pair, matcher, chosen=gained, infer=False
    )
    return Trip(prepared, tuple(mentions), done.draft, done.repairs, gained, enforced)


def inferred(trip: Trip, pair: Pair, matcher: Matcher) -> Enforced:
    """The terms of a trip once more, now also at places that are only inferred."""
    return enforce(trip.draft, trip.prepared.text, trip.mentions, pair, matcher, chosen=trip.gained)
