"""One leg of a route: sentences of one language through an engine into another, made right."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from translate_kit.engines.engine import Engine
from translate_kit.errors import EngineFailure
from translate_kit.glossary.matching import Matcher
from translate_kit.messages import _
from translate_kit.model import Alignment, Finding, Pair, Severity, Span
from translate_kit.pipeline.asking import Answer, Question, ask
from translate_kit.pipeline.means import Means
from translate_kit.pipeline.placeholders import Marked, filled, marked
from translate_kit.pipeline.preparing import Prepared, prepare
from translate_kit.pipeline.standing_in import TRIES, StandIns, Variant, exchanged, variant
from translate_kit.pipeline.terms import Mention
from translate_kit.pipeline.terms.grammatical_number import number_of
from translate_kit.pipeline.translation import NumberRepair, TermDecision
from translate_kit.pipeline.trip import Trip, failed_trip, inferred, make_trip

CHECK = "engine"
Other = TypeVar("Other", Variant, Marked)
"""A sentence changed so that the engine may say it better."""


@dataclass(frozen=True, slots=True)
class Passenger:
    """A sentence at the beginning of a leg, and the terms that it mentions."""

    text: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A sentence at the end of a leg; ``text`` None where the engine had no answer.

    ``alignment`` links the passenger's text to this one.
    """

    text: str | None
    alignment: Alignment = ()
    terms: tuple[TermDecision, ...] = ()
    repairs: tuple[NumberRepair, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Leg:
    """An engine, its direction, the terms of the target language, and how many answers to ask.

    ``stand_ins`` knows which terms the engine translates well, ``means`` what it is good for.
    """

    engine: Engine
    pair: Pair
    matcher: Matcher
    stand_ins: StandIns
    hypotheses: int
    means: Means

    def travel(self, passengers: Sequence[Passenger]) -> list[Arrival]:
        """Every sentence translated, its numbers and terms made right; failures one by one."""
        trips = self._first(passengers, [self._prepared(each.text) for each in passengers])
        self._unprepared(passengers, trips)
        self._carried_over(passengers, trips)
        self._stand_in(passengers, trips)
        return [self._arrival(trip) for trip in trips]

    def _prepared(self, text: str) -> Prepared:
        return prepare(text, self.pair.source, figures=self.means.figures)

    def _first(self, passengers: Sequence[Passenger], prepared: Sequence[Prepared]) -> list[Trip]:
        mentions = [
            [replace(m, span=ready.prepared(m.span)) for m in each.mentions]
            for each, ready in zip(passengers, prepared, strict=True)
        ]
        answers = self._ask(prepared, mentions)
        return [
            self._trip(ready, mentioned, answer)
            for ready, mentioned, answer in zip(prepared, mentions, answers, strict=True)
        ]

    def _unprepared(self, passengers: Sequence[Passenger], trips: list[Trip]) -> None:
        """Ask for the sentence as it was where there is no answer to the prepared one."""
        lost = [place for place, trip in enumerate(trips) if trip.failure and trip.prepared.changes]
        plain = [Prepared(passengers[place].text) for place in lost]
        again = self._first([passengers[place] for place in lost], plain)
        for place, trip in zip(lost, again, strict=True):
            trips[place] = trip

    def _ask(
        self, prepared: Sequence[Prepared], mentions: Sequence[Sequence[Mention]]
    ) -> list[Answer]:
        questions = [
            Question(ready.text, [hint for m in mentioned for hint in m.hints(self.pair.target)])
            for ready, mentioned in zip(prepared, mentions, strict=True)
        ]
        answers = ask(self.engine, self.pair, questions, self.hypotheses)
        return answers if self.means.alignment else list(map(_unaligned, answers))

    def _trip(self, prepared: Prepared, mentions: Sequence[Mention], answer: Answer) -> Trip:
        said = () if isinstance(answer, EngineFailure) else answer
        said = tuple(each for each in said if each.text.strip())
        if not said:
            failure = Finding(Severity.ERROR, CHECK, _failure(answer))
            return failed_trip(prepared, mentions, failure, self.pair, self.matcher)
        trip = make_trip(prepared, mentions, said, self.pair, self.matcher)
        self.stand_ins.learn(trip.enforced.decisions)
        return trip

    def _carried_over(self, passengers: Sequence[Passenger], trips: list[Trip]) -> None:
        """Translate what has lost a term once more, with a placeholder in its place."""
        if self.means.placeholder:
            change = partial(marked, shape=self.means.placeholder)
            self._once_more(trips, self._lost(passengers, trips, change), filled)

    def _stand_in(self, passengers: Sequence[Passenger], trips: list[Trip]) -> None:
        """Translate what has lost a term once more, with other terms standing in for it.

        All sentences together. Where the first such term does not help, and the place of the lost
        one can be inferred, that will do: further ones are tried for the rest.
        """
        for number in range(TRIES if self.means.stand_ins else 0):
            change = partial(variant, stand_ins=self.stand_ins, number=number)
            self._once_more(trips, self._lost(passengers, trips, change), exchanged)
            if number == 0:
                trips[:] = map(self._settled, trips)
        trips[:] = map(self._settled, trips)

    def _lost(
        self,
        passengers: Sequence[Passenger],
        trips: Sequence[Trip],
        changed: Callable[[Trip, str], Other | None],
    ) -> Iterator[tuple[int, Other]]:
        """The places of sentences that have lost a term, and what to ask in their stead."""
        for place, (passenger, trip) in enumerate(zip(passengers, trips, strict=True)):
            other = changed(trip, passenger.text) if trip.lost() else None
            if other:
                yield place, other

    def _once_more(
        self,
        trips: list[Trip],
        tries: Iterable[tuple[int, Other]],
        taken: Callable[[Trip, Trip, Other, Pair], Trip | None],
    ) -> None:
        """Ask for all the changed sentences together; take what comes out better."""
        asked = list(tries)
        answers = self._ask([o.prepared for _p, o in asked], [o.mentions for _p, o in asked])
        for (place, other), answer in zip(asked, answers, strict=True):
            made = self._trip(other.prepared, other.mentions, answer)
            trips[place] = taken(trips[place], made, other, self.pair) or trips[place]

    def _settled(self, trip: Trip) -> Trip:
        """The trip with what it has lost put where its place is only inferred."""
        if trip.failure or not trip.lost() or trip.carried:
            return trip
        return replace(trip, enforced=inferred(trip, self.pair, self.matcher))

    def _arrival(self, trip: Trip) -> Arrival:
        if trip.failure:
            return Arrival(None, findings=(trip.failure,))
        enforced = trip.enforced
        return Arrival(
            enforced.draft.text,
            trip.prepared.alignment(enforced.draft.alignment),
            enforced.decisions,
            trip.repairs,
            enforced.findings,
        )


def _unaligned(answer: Answer) -> Answer:
    """The answer without links that are wrong more often than right."""
    if isinstance(answer, EngineFailure):
        return answer
    return tuple(replace(each, alignment=()) for each in answer)


def _failure(answer: Answer) -> str:
    if isinstance(answer, EngineFailure):
        return _("not translated, the engine failed: {why}").format(why=answer)
    return _("not translated: the engine has no answer")


def carried(passenger: Passenger, arrival: Arrival) -> Passenger:
    """The passenger of the next leg, its mentions where the pivot says them.

    A term that the pivot lost stands nowhere (0, 0), and is looked for in the target all the same.
    """
    if arrival.text is None:
        return passenger
    last = arrival.terms[len(arrival.terms) - len(passenger.mentions) :]
    return Passenger(
        arrival.text,
        tuple(
            _on_pivot(mention, decision, arrival.text)
            for mention, decision in zip(passenger.mentions, last, strict=True)
        ),
    )


def _on_pivot(mention: Mention, decision: TermDecision, text: str) -> Mention:
    if decision.target_span is None:
        return replace(mention, span=Span(0, 0), number=None)
    terms = (term for _concept, term in mention.terms(decision.pair.target))
    number = next((number_of(term, text, decision.target_span) for term in terms), None)
    return replace(mention, span=decision.target_span, number=number, verbal=False)
