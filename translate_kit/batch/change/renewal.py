"""Passages that a change of the glossary touches, translated anew: by memory, engine, or repair.

The repair is the ladder of terms alone, on the translation as it stands: it serves where no engine
can, and for a sentence that a person has approved, of which no other word may change.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from translate_kit import checks
from translate_kit.batch.change.touch import Touch
from translate_kit.batch.consistency.terms import MEANT
from translate_kit.batch.passage import Passage
from translate_kit.glossary.concept import Status
from translate_kit.glossary.given_up import GivenUp
from translate_kit.glossary.matching import Matcher
from translate_kit.glossary.matching.matcher import APPROVED
from translate_kit.languages.placeables import Names
from translate_kit.memory import Match, Memory
from translate_kit.model import Pair, Severity
from translate_kit.pipeline import Origin, Pipeline, Translation
from translate_kit.pipeline.draft import Draft
from translate_kit.pipeline.terms import enforce, mentions_of


class State(StrEnum):
    """What becomes of a passage that the change touches."""

    RENEWED = "renewed"
    """Translated anew, by memory or engine."""
    REPAIRED = "repaired"
    """Only the term was exchanged."""
    APPROVED = "approved"
    """A person approved it, and must decide; ``after`` is a proposal."""
    EDITED = "edited"
    """A person has worked on the document since; ``after`` is a proposal."""
    PROPOSED = "proposed"
    """It stands in a file that is not ours to rewrite; ``after`` is a proposal."""
    OPEN = "open"
    """No way was found; a person must."""

    @property
    def done(self) -> bool:
        """Whether nobody need do anything."""
        return self in (State.RENEWED, State.REPAIRED)


@dataclass(frozen=True, slots=True)
class Renewed:
    """A touched passage: the changed ``concepts`` it says, and what becomes of it.

    ``after`` is the new translation, or a proposal; empty where there is none. ``translation`` has
    all that is known of it, None where the passage stays as it is.
    """

    passage: Passage
    concepts: tuple[str, ...]
    state: State
    after: str
    translation: Translation | None = None


@dataclass(frozen=True)
class _Unlike(Memory):
    """The memory without the answers that the change touches."""

    touch: Touch | None = None

    def lookup(self, text: str, pair: Pair, names: Names = ()) -> Match | None:
        match = Memory.lookup(self, text, pair, names)
        if match is None or self.touch is None:
            return match
        known = Passage("", 0, "", text, match.text, pair)
        return None if self.touch.concepts(known) else match


class Renewal:
    """Translates touched passages with ``pipeline``, whose glossary is today's; ``touch`` is for
    its readers."""

    def __init__(self, pipeline: Pipeline, given: GivenUp) -> None:
        touch = Touch(pipeline.glossary, given, pipeline.country)
        self.touch, self.revision, self._today = touch, pipeline.glossary.revision, pipeline
        self._others: dict[str, Renewal] = {}
        memory = _Unlike(pipeline.memory.tables, pipeline.memory.store, touch)
        self._pipeline = Pipeline(
            pipeline.engine,
            touch.glossary,
            memory,
            pipeline.knowledge,
            pipeline.hypotheses,
            pipeline.country,
        )
        self._matchers: dict[tuple[str, str, Collection[Status]], Matcher] = {}
        self._made: dict[tuple[str, Pair], Translation] = {}

    def for_country(self, country: str) -> "Renewal":
        """The same for the readers of a country."""
        if country == self.touch.country:
            return self
        if country not in self._others:
            pipeline = self._today.for_country(country)
            self._others[country] = Renewal(pipeline, self.touch.given)
        return self._others[country]

    @property
    def knowledge(self) -> checks.Knowledge:
        """What the checks look up."""
        return self._pipeline.knowledge

    def proposed(self, passage: Passage, state: State) -> Renewed:
        """A passage that is a person's to decide on, with a proposal where the ladder has one."""
        repaired = self.repaired(passage, _standing(passage))
        after = repaired.text if repaired else ""
        return Renewed(passage, self.touch.concepts(passage), state, after)

    def renewed(self, passages: Sequence[Passage], known: Sequence[Translation]) -> list[Renewed]:
        """The passages translated anew; ``known`` is what made each before.

        Where the pipeline has nothing better than what stands, the term alone is exchanged.
        """
        for pair in {passage.pair for passage in passages}:
            self._translate([each.source for each in passages if each.pair == pair], pair)
        return [
            self._best(passage, self._made[passage.source, passage.pair], old)
            for passage, old in zip(passages, known, strict=True)
        ]

    def mended(self, passage: Passage) -> Renewed:
        """A passage of a file that others made: the term exchanged, or else translated anew."""
        standing = _standing(passage)
        if repaired := self.repaired(passage, standing):
            concepts = self.touch.concepts(passage)
            return Renewed(passage, concepts, State.REPAIRED, repaired.text, repaired)
        return self.renewed([passage], [standing])[0]

    def _translate(self, sources: Sequence[str], pair: Pair) -> None:
        new = [source for source in dict.fromkeys(sources) if (source, pair) not in self._made]
        for source, made in zip(new, self._pipeline.translate(new, pair), strict=True):
            self._made[source, pair] = replace(made, glossary=self.revision)

    def _best(self, passage: Passage, new: Translation, old: Translation) -> Renewed:
        concepts = self.touch.concepts(passage)
        found: list[tuple[State, Translation]] = []
        if new.origin is not Origin.NONE and self._is_right(passage, new.text):
            found.append((State.RENEWED, new))
        if (not found or _errors(new)) and (repaired := self.repaired(passage, old)):
            found.append((State.REPAIRED, repaired))
        if not found:
            return Renewed(passage, concepts, State.OPEN, "")
        state, best = min(found, key=lambda each: _errors(each[1]))
        return Renewed(passage, concepts, state, best.text, best)

    def repaired(self, passage: Passage, old: Translation) -> Translation | None:
        """The passage with nothing but the changed terms exchanged; None where that can't be."""
        pair = passage.pair
        mentions = [
            mention
            for mention in mentions_of(
                passage.source, self._matcher(pair, pair.source, MEANT), pair.target
            )
            if any(concept.id in self.touch.given for concept in mention.concepts)
        ]
        draft = Draft(passage.target, old.alignment)
        made = enforce(
            draft,
            passage.source,
            mentions,
            pair,
            self._matcher(pair, pair.target, APPROVED),
            infer=False,
        )
        text = made.draft.text
        if text == passage.target or not self._is_right(passage, text):
            return None
        found = checks.check(passage.source, text, pair, self._pipeline.knowledge)
        findings = checks.worst_first((*made.findings, *found))
        return replace(
            old, text=text, alignment=made.draft.alignment, terms=made.decisions,
            findings=findings, glossary=self.revision,
        )  # fmt: skip

    def _is_right(self, passage: Passage, text: str) -> bool:
        return not self.touch.concepts(replace(passage, target=text))

    def _matcher(self, pair: Pair, language: str, statuses: frozenset[Status]) -> Matcher:
        key = pair.target, language, statuses
        if key not in self._matchers:
            glossary = self.touch.glossary.for_country(self.touch.country, pair.target)
            self._matchers[key] = Matcher(glossary, language, statuses)
        return self._matchers[key]


def _errors(made: Translation) -> int:
    return sum(finding.severity is Severity.ERROR for finding in made.findings)


def _standing(passage: Passage) -> Translation:
    return Translation(passage.source, passage.target, passage.pair, Origin.PERSON)
