"""A term that an engine gets wrong, translated by another that stands in for it.

Placeholders such as XA1 leave most models helpless. A term of the same field, which the engine is
known to translate by its approved term (口罩 for 熔喷布), does not: the sentence is translated
with it, and in the translation it is found and exchanged, its form showing the form to take. Of
two that would do, the one of the same gender and counter serves better.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from translate_kit.glossary.concept import Concept
from translate_kit.glossary.store import Glossary
from translate_kit.languages.fitting import Place, fit
from translate_kit.model import Finding, Noun, Pair, Severity, Span
from translate_kit.pipeline.draft import shifted
from translate_kit.pipeline.preparing import Prepared, rewritten
from translate_kit.pipeline.terms import Enforced, Mention
from translate_kit.pipeline.terms.ladder import CHECK, form_unsure
from translate_kit.pipeline.terms.placing import Placed, fitted, put_in, stands
from translate_kit.pipeline.translation import Rung, TermDecision
from translate_kit.pipeline.trip import Trip

TRIES = 4
"""Terms that may stand in for one, each tried once."""


@dataclass(frozen=True)
class StandIns:
    """Who may stand in for whom in one direction; ``proven`` counts what came out right."""

    glossary: Glossary
    pair: Pair
    proven: Counter[str] = field(default_factory=Counter)

    def learn(self, decisions: Sequence[TermDecision]) -> None:
        """Remember the terms that the engine said by itself."""
        self.proven.update(each.concept for each in decisions if each.rung is Rung.ALREADY)

    def of(self, mention: Mention, barred: frozenset[str]) -> list[Concept]:
        """Concepts to stand in for the mention's, the likeliest first, at most ``TRIES``."""
        lost = mention.concepts[0]
        neighbours = self._fields.get(lost.domain, ())
        known = [each for each in neighbours if self._may(each, lost, barred)]
        known.sort(key=lambda each: self._rank(each, lost))
        return known[:TRIES]

    @cached_property
    def _fields(self) -> Mapping[str, Sequence[Concept]]:
        fields: defaultdict[str, list[Concept]] = defaultdict(list)
        for concept in self.glossary:
            fields[concept.domain].append(concept)
        return fields

    def _may(self, other: Concept, lost: Concept, barred: frozenset[str]) -> bool:
        if other.part_of_speech != lost.part_of_speech or other.id in barred:
            return False
        texts = [other.preferred(self.pair.source), other.preferred(self.pair.target)]
        return all(text and not any(map(str.isdecimal, text.text)) for text in texts)

    def _rank(self, other: Concept, lost: Concept) -> tuple[bool, bool, int, int]:
        """The less, the better."""
        ours, theirs = (each.preferred(self.pair.target) for each in (lost, other))
        gender = ours and theirs and ours.grammar.get("gender") == theirs.grammar.get("gender")
        source = other.preferred(self.pair.source)
        return (
            not gender,
            other.counter != lost.counter,
            -min(self.proven[other.id], TRIES),
            len(source.text) if source else 0,
        )


@dataclass(frozen=True, slots=True)
class Variant:
    """A sentence with stand-ins, ready for the engine. ``standing`` are source spans of mentions
    with the concept that stands there now."""

    prepared: Prepared
    mentions: tuple[Mention, ...]
    standing: dict[Span, Concept]


def variant(trip: Trip, original: str, stand_ins: StandIns, number: int) -> Variant | None:
    """The sentence with other terms in place of those that got lost, the ``number``-th try.

    None where there are no more that could stand in for all, each for one: not for a term that got
    lost twice, which would have the same at both places.
    """
    lost = worth_it(trip)
    if len({mention.concepts[0].id for mention in lost}) < len(lost):
        return None
    barred = frozenset(c.id for mention in trip.mentions for c in mention.concepts)
    choices = {mention.source_span: stand_ins.of(mention, barred) for mention in lost}
    standing = {span: known[number] for span, known in choices.items() if number < len(known)}
    different = len({concept.id for concept in standing.values()})
    if not lost or not len(lost) == len(standing) == different:
        return None
    return _variant(trip, original, standing, stand_ins.pair.source)


def worth_it(trip: Trip) -> list[Mention]:
    """The lost terms that another may stand in for; an everyday word is said in other ways."""
    return [m for m in trip.lost() if m.special and m.span.start < m.span.end]


def _variant(trip: Trip, original: str, standing: dict[Span, Concept], language: str) -> Variant:
    ready = trip.prepared
    changes = [(change.span, change.prepared.of(ready.text)) for change in ready.changes]
    for mention in trip.mentions:
        concept = standing.get(mention.source_span)
        term = concept.preferred(language) if concept else None
        if term:
            span = ready.original(mention.span)
            place = Place.of(original, span, mention.number)
            changes.append((span, fit(Noun(term.text, term.grammar), place, language).term))
    prepared = rewritten(original, changes)
    mentions = tuple(
        replace(
            mention,
            span=prepared.prepared(ready.original(mention.span)),
            concepts=(standing[mention.source_span],)
            if mention.source_span in standing
            else mention.concepts,
        )
        for mention in trip.mentions
    )
    return Variant(prepared, mentions, standing)


def exchanged(trip: Trip, made: Trip, variant: Variant, pair: Pair) -> Trip | None:
    """``made``, of the variant, with the lost terms of ``trip`` where the others stood in.

    None where a stand-in did not come out by itself, or anything else came out worse.
    """
    decisions = {each.source_span: each for each in made.enforced.decisions}
    by_itself = (Rung.ALREADY, Rung.HYPOTHESIS)
    right = all(
        decisions[span].rung in by_itself and decisions[span].target_span
        for span in variant.standing
    )
    left = len(trip.lost()) - len(variant.standing)
    if made.failure or not right or len(made.lost()) > left or made.wrong(pair) > trip.wrong(pair):
        return None
    enforced = made.enforced
    for mention in trip.lost():
        if mention.source_span not in variant.standing:
            continue
        stood = variant.standing[mention.source_span]
        changed = _exchange(enforced, mention, stood, pair)
        if changed is None:
            return None
        enforced = changed
    return replace(made, mentions=trip.mentions, enforced=enforced)


def _exchange(enforced: Enforced, mention: Mention, stood: Concept, pair: Pair) -> Enforced | None:
    stands_at = (d for d in enforced.decisions if d.source_span == mention.source_span)
    span = next(stands_at).target_span
    assert span is not None, f"{stood.id} was found"
    return exchange(enforced, mention, span, pair)


def exchange(enforced: Enforced, mention: Mention, span: Span, pair: Pair) -> Enforced | None:
    """The mention's term in place of what stood in for it at ``span``; None where it can't stand
    there. ``enforced`` has a decision for it already."""
    key = mention.source_span
    concept, term = next(mention.terms(pair.target))
    made = fitted(enforced.draft.text, span, concept, term, mention.number, pair.target)
    placed = put_in(enforced.draft, span, made, mention.span)
    if not stands(placed, concept, pair.target):
        return None
    decisions = tuple(
        replace(
            each,
            concept=concept.id,
            target=placed.words,
            target_span=placed.at,
            rung=Rung.PLACEHOLDER,
        )
        if each.source_span == key
        else _shifted(each, placed)
        for each in enforced.decisions
    )
    findings = tuple(each for each in enforced.findings if each.source_span != key)
    if not placed.sure:
        remark = Finding(Severity.NOTE, CHECK, form_unsure(placed.words), "", placed.at, key)
        findings = (*findings, remark)
    return Enforced(placed.draft, decisions, findings)


def _shifted(decision: TermDecision, placed: Placed) -> TermDecision:
    if decision.target_span is None:
        return decision
    span = shifted(decision.target_span, placed.changed, placed.length)
    return replace(decision, target_span=span)
