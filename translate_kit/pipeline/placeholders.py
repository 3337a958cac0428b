"""A term that an engine gets wrong, carried through it by a placeholder such as XA1.

Only for models that were measured to bring placeholders over whole (``means``): most lose them.
"""

from dataclasses import dataclass, replace

from translate_kit.model import Pair, Span
from translate_kit.pipeline.preparing import Prepared, rewritten
from translate_kit.pipeline.standing_in import exchange, worth_it
from translate_kit.pipeline.terms import Enforced, Mention
from translate_kit.pipeline.translation import Rung, TermDecision
from translate_kit.pipeline.trip import Trip


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with placeholders, ready for the engine; ``mentions`` are those of its other
    terms, ``marks`` the placeholder of each that is carried, by its source span."""

    prepared: Prepared
    mentions: tuple[Mention, ...]
    marks: dict[Span, str]


def marked(trip: Trip, original: str, shape: str) -> Marked | None:
    """The sentence with the terms that got lost as placeholders of that shape; None without any."""
    lost = worth_it(trip)
    if not lost or any(shape.format(n=n) in original for n in range(1, len(lost) + 1)):
        return None
    ready = trip.prepared
    marks = {each.source_span: shape.format(n=n) for n, each in enumerate(lost, 1)}
    changes = [(change.span, change.prepared.of(ready.text)) for change in ready.changes]
    changes += [(ready.original(each.span), marks[each.source_span]) for each in lost]
    prepared = rewritten(original, changes)
    others = (each for each in trip.mentions if each.source_span not in marks)
    mentions = tuple(
        replace(each, span=prepared.prepared(ready.original(each.span))) for each in others
    )
    return Marked(prepared, mentions, marks)


def filled(trip: Trip, made: Trip, marked: Marked, pair: Pair) -> Trip | None:
    """``made``, of the marked sentence, with the terms in place of their placeholders.

    None where one did not come over once and whole, or anything else came out worse.
    """
    left = len(trip.lost()) - len(marked.marks)
    if made.failure or len(made.lost()) > left or made.wrong(pair) > trip.wrong(pair):
        return None
    enforced = made.enforced
    for mention in trip.mentions:
        if mention.source_span not in marked.marks:
            continue
        filled = _filled(enforced, mention, marked.marks[mention.source_span], pair)
        if filled is None:
            return None
        enforced = filled
    order = [each.source_span for each in trip.mentions]
    decisions = sorted(enforced.decisions, key=lambda each: order.index(each.source_span))
    enforced = replace(enforced, decisions=tuple(decisions))
    return replace(made, mentions=trip.mentions, enforced=enforced)


def _filled(enforced: Enforced, mention: Mention, mark: str, pair: Pair) -> Enforced | None:
    text = enforced.draft.text
    if text.count(mark) != 1:
        return None
    span = Span(text.index(mark), text.index(mark) + len(mark))
    concept, _term = next(mention.terms(pair.target))
    key = mention.source_span
    standing = TermDecision(concept.id, mention.source, key, mark, span, Rung.PLACEHOLDER, pair)
    known = replace(enforced, decisions=(*enforced.decisions, standing))
    return exchange(known, mention, span, pair)
