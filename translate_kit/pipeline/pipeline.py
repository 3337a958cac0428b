"""The one path of a sentence: memory, engine with numbers and terms made right, checks."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from translate_kit import checks
from translate_kit.checks.knowledge import NOTHING, Knowledge
from translate_kit.engines.engine import Engine
from translate_kit.engines.route import route
from translate_kit.errors import UserError
from translate_kit.glossary.matching import Matcher
from translate_kit.glossary.store import Glossary
from translate_kit.memory import Memory
from translate_kit.model import LANGUAGES, Finding, Pair, Severity
from translate_kit.pipeline.alignments import composed
from translate_kit.pipeline.leg import CHECK, Arrival, Leg, Passenger, carried
from translate_kit.pipeline.means import Means, means_of
from translate_kit.pipeline.signature import signature
from translate_kit.pipeline.standing_in import StandIns
from translate_kit.pipeline.terms import mentions_of
from translate_kit.pipeline.terms.alone import terms_alone
from translate_kit.pipeline.translation import Origin, Suggestion, Translation

Progress = Callable[[int, int], None]
"""Called with how many of how many different sentences are done."""

_AT_ONCE = 1000
"""Sentences that go to the engine together: enough to sort them well, and progress is seen."""
_SUGGESTIONS = 3
_LABEL = re.compile(r"(?P<words>[^:：]+?)\s*[:：]")
"""The memory keeps the labels of forms without their colons."""
_OF_TERMS = ("terms", "names")
"""Checks that look at each term as the ladder has done, and would say the same again."""


@dataclass(frozen=True)
class Pipeline:
    """An engine, and what the office knows: glossary, memory, names.

    ``hypotheses`` is how many answers to ask of the engine for each sentence; 1 is quicker and
    leaves the glossary fewer ways. ``country`` is that of the readers, whose own terms go before
    the general ones; empty for anybody's.
    """

    engine: Engine
    glossary: Glossary = field(repr=False)
    memory: Memory = field(repr=False)
    knowledge: Knowledge = field(default=NOTHING, repr=False)
    hypotheses: int = 4
    country: str = ""
    _matchers: dict[tuple[int, str], Matcher] = field(default_factory=dict, repr=False)
    _stand_ins: dict[tuple[int, Pair], StandIns] = field(default_factory=dict, repr=False)

    def for_country(self, country: str) -> "Pipeline":
        """The same for readers of a country; what both have learnt they share."""
        if country == self.country == self.knowledge.country:
            return self
        return replace(self, country=country, knowledge=self.knowledge.for_country(country))

    def signature(self, pair: Pair) -> str:
        """What makes a translation: engine and models, glossary, memory and version.

        An answer kept from earlier stands only under an equal signature.
        """
        legs = self._legs(pair)
        engine = "-" if isinstance(legs, UserError) else self._engine_signature(legs)
        revisions = self.glossary.revision, self.memory.revision
        return signature(engine, self.hypotheses, *revisions, country=self.country)

    def _engine_signature(self, legs: Sequence[Pair]) -> str:
        return " + ".join(self._leg_signature(leg) for leg in legs)

    def _leg_signature(self, leg: Pair) -> str:
        chosen = means_of(self.engine, leg).signature
        return self.engine.signature(leg) + (f"; {chosen}" if chosen else "")

    def means(self, pair: Pair) -> dict[Pair, Means]:
        """For each leg of the way what the ladder leans on; empty where there is no way."""
        legs = self._legs(pair)
        known = () if isinstance(legs, UserError) else legs
        return {leg: means_of(self.engine, leg) for leg in known}

    def translate(
        self, sentences: Sequence[str], pair: Pair, progress: Progress | None = None
    ) -> list[Translation]:
        """A translation for each sentence, in their order; equal ones are translated once.

        Never fails on a sentence: what nobody could translate has the origin NONE and a finding
        that says why. Raises UserError only where an engine can't be used at all.
        """
        unique = list(dict.fromkeys(sentences))
        done: dict[str, Translation] = {}
        for sentence in unique:
            known = self._without_engine(sentence, pair)
            if known:
                done[sentence] = known
        waiting = iter([sentence for sentence in unique if sentence not in done])
        legs = self._legs(pair) if len(done) < len(unique) else ()
        while batch := list(islice(waiting, _AT_ONCE)):
            if progress:
                progress(len(done), len(unique))
            for sentence, made in zip(batch, self._by_engine(batch, pair, legs), strict=True):
                done[sentence] = made
        if progress:
            progress(len(unique), len(unique))
        return [done[sentence] for sentence in sentences]

    def _without_engine(self, sentence: str, pair: Pair) -> Translation | None:
        """What the memory or the glossary knows, and what needs no translation."""
        if not any(map(str.isalpha, sentence)):
            return self._made(Translation(sentence, sentence, pair, Origin.COPY))
        match, colon = self.memory.lookup(sentence, pair), ""
        if match is None and (label := _LABEL.fullmatch(sentence)):
            match = self.memory.lookup(label["words"], pair)
            colon = "：" if pair.target in ("zh", "ja") else ":"
        if match is None:
            return self._of_terms(sentence, pair)
        signature = f"memory {match.unit.provenance.origin} {match.unit.id}"
        text = match.text + colon
        return self._made(Translation(sentence, text, pair, Origin.MEMORY, signature))

    def _of_terms(self, sentence: str, pair: Pair) -> Translation | None:
        """What is nothing but terms, or nothing but names of the contacts."""
        matchers = (self._matcher(pair, pair.source), self.knowledge.names(pair))
        found = (terms_alone(sentence, matcher, pair) for matcher in matchers if matcher)
        said = next(filter(None, found), None)
        if said is None:
            return None
        text, terms = said
        signature = f"glossary {self.glossary.revision}"
        made = Translation(sentence, text, pair, Origin.GLOSSARY, signature, terms=terms)
        return self._made(made)

    def _by_engine(
        self, sentences: Sequence[str], pair: Pair, legs: Sequence[Pair] | UserError
    ) -> Iterator[Translation]:
        if isinstance(legs, UserError):
            why = Finding(Severity.ERROR, CHECK, str(legs))
            yield from (self._untranslated(each, pair, (why,)) for each in sentences)
            return
        signature = self._engine_signature(legs)
        for sentence, arrival in zip(sentences, self._travelled(sentences, legs), strict=True):
            if arrival.text is None:
                yield self._untranslated(sentence, pair, arrival.findings)
                continue
            made = Translation(sentence, arrival.text, pair, Origin.ENGINE, signature)
            yield self._made(
                replace(
                    made,
                    alignment=arrival.alignment,
                    terms=arrival.terms,
                    repairs=arrival.repairs,
                    findings=arrival.findings,
                    suggestions=self._suggestions(sentence, pair),
                )
            )

    def _legs(self, pair: Pair) -> Sequence[Pair] | UserError:
        """The way to go, or why there is none; UserError where the engine can't say."""
        known = self.engine.pairs()
        try:
            return route(pair, known)
        except UserError as no_package:
            return no_package

    def _travelled(self, sentences: Sequence[str], legs: Sequence[Pair]) -> list[Arrival]:
        """All sentences over all legs. Terms and numbers are made right on each."""
        passengers = [self._passenger(sentence, legs[0]) for sentence in sentences]
        arrivals = self._leg(legs[0]).travel(passengers)
        for pair in legs[1:]:
            passengers = [carried(each, at) for each, at in zip(passengers, arrivals, strict=True)]
            going = [place for place, each in enumerate(arrivals) if each.text is not None]
            following = self._leg(pair).travel([passengers[place] for place in going])
            for place, arrival in zip(going, following, strict=True):
                arrivals[place] = _joined(arrivals[place], arrival)
        return arrivals

    def _passenger(self, sentence: str, leg: Pair) -> Passenger:
        if leg.source not in LANGUAGES or leg.target not in LANGUAGES:
            return Passenger(sentence)
        matcher = self._matcher(leg, leg.source)
        return Passenger(sentence, tuple(mentions_of(sentence, matcher, leg.target)))

    def _leg(self, pair: Pair) -> Leg:
        glossary = self.glossary.for_country(self.country, pair.target)
        known = (id(glossary), pair)  # the glossary keeps its views as long as it lives
        stand_ins = self._stand_ins.setdefault(known, StandIns(glossary, pair))
        matcher = self._matcher(pair, pair.target)
        means = means_of(self.engine, pair)
        return Leg(self.engine, pair, matcher, stand_ins, self.hypotheses, means)

    def _matcher(self, leg: Pair, language: str) -> Matcher:
        """Finds the terms of one of a leg's languages; their concepts are as its target says them.

        A glossary without terms for some countries only needs one for each language.
        """
        glossary = self.glossary.for_country(self.country, leg.target)
        key = (id(glossary), language)
        if key not in self._matchers:
            self._matchers[key] = Matcher(glossary, language)
        return self._matchers[key]

    def _suggestions(self, sentence: str, pair: Pair) -> tuple[Suggestion, ...]:
        near = self.memory.fuzzy(sentence, pair, limit=_SUGGESTIONS)
        return tuple(Suggestion(each.source, each.target, each.score) for each in near)

    def _untranslated(
        self, sentence: str, pair: Pair, findings: tuple[Finding, ...]
    ) -> Translation:
        return Translation(
            sentence,
            sentence,
            pair,
            Origin.NONE,
            glossary=self.glossary.revision,
            findings=findings,
            suggestions=self._suggestions(sentence, pair),
        )

    def _made(self, translation: Translation) -> Translation:
        """With the glossary's revision and what the checks find."""
        found = checks.check(translation.source, translation.text, translation.pair, self.knowledge)
        decided = {decision.source_span for decision in translation.terms}
        others = (f for f in found if f.check not in _OF_TERMS or f.source_span not in decided)
        findings = checks.worst_first((*translation.findings, *others))
        return replace(translation, glossary=self.glossary.revision, findings=findings)


def _joined(first: Arrival, second: Arrival) -> Arrival:
    """Two legs as one; what the first remarked was of the pivot, and is looked at on the second."""
    return replace(
        second,
        alignment=composed(first.alignment, second.alignment),
        terms=(*first.terms, *second.terms),
        repairs=(*first.repairs, *second.repairs),
    )
