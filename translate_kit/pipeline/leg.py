"""One leg of a route: sentences of one language through an engine into another, made right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate_kit.engines.engine import Engine, Hypothesis
from translate_kit.errors import EngineFailure
from translate_kit.glossary.matching import Matcher
from translate_kit.messages import _
from translate_kit.model import Alignment, Finding, Pair, Severity, Span
from translate_kit.pipeline.choice import choose
from translate_kit.pipeline.preparing import Prepared, prepare
from translate_kit.pipeline.repair import repair
from translate_kit.pipeline.terms import Mention, enforce
from translate_kit.pipeline.terms.grammatical_number import number_of
from translate_kit.pipeline.translation import NumberRepair, TermDecision

CHECK = "engine"


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
    """An engine, its direction, the terms of the target language, and how many answers to ask."""

    engine: Engine
    pair: Pair
    matcher: Matcher
    hypotheses: int

    def travel(self, passengers: Sequence[Passenger]) -> list[Arrival]:
        """Every sentence translated, its numbers and terms made right; failures one by one."""
        prepared = [prepare(each.text, self.pair.source) for each in passengers]
        answers = self._ask([each.text for each in prepared])
        return [
            self._arrive(passenger, ready, answer)
            for passenger, ready, answer in zip(passengers, prepared, answers, strict=True)
        ]

    def _ask(self, sentences: Sequence[str]) -> list[tuple[Hypothesis, ...] | EngineFailure]:
        """The answers; where the engine fails on all together, each sentence by itself."""
        try:
            return list(self.engine.translate(sentences, self.pair, hypotheses=self.hypotheses))
        except EngineFailure as failure:
            if len(sentences) == 1:
                return [failure]
        return [answer for sentence in sentences for answer in self._ask([sentence])]

    def _arrive(
        self,
        passenger: Passenger,
        prepared: Prepared,
        answer: tuple[Hypothesis, ...] | EngineFailure,
    ) -> Arrival:
        if isinstance(answer, EngineFailure) or not answer or not answer[0].text.strip():
            return Arrival(None, findings=(_failed(answer),))
        mentions = [replace(m, span=prepared.prepared(m.span)) for m in passenger.mentions]
        chosen = choose(answer, prepared.text, mentions, self.pair, self.matcher)
        repaired = repair(chosen.draft, prepared.text, self.pair)
        enforced = enforce(
            repaired.draft,
            prepared.text,
            mentions,
            self.pair,
            self.matcher,
            chosen=chosen.gained,
        )
        return Arrival(
            enforced.draft.text,
            prepared.alignment(enforced.draft.alignment),
            enforced.decisions,
            repaired.repairs,
            enforced.findings,
        )


def _failed(answer: tuple[Hypothesis, ...] | EngineFailure) -> Finding:
    if isinstance(answer, EngineFailure):
        why = _("not translated, the engine failed: {why}").format(why=answer)
    else:
        why = _("not translated: the engine has no answer")
    return Finding(Severity.ERROR, CHECK, why)


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
    return replace(mention, span=decision.target_span, number=number)
