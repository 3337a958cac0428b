"""The account of a run, taken document by document; no more is kept than is shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from translate_kit.batch.job import Outcome
from translate_kit.batch.plan import Skipped
from translate_kit.batch.sentence import Sentence, urgency
from translate_kit.model import Finding, Pair, Severity
from translate_kit.pipeline import Origin, Rung, TermDecision

MOST = 1000
"""Segments that a report shows, the worst; nobody reads more, and the XLIFF files have all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A document in one language: what became of it, where its words come from, what was found."""

    outcome: Outcome
    origins: Mapping[Origin, int]
    severities: Mapping[Severity, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """A segment with findings, and at how many further places it stands just so."""

    document: str
    sentence: Sentence
    pair: Pair
    more: int = 0


@dataclass(slots=True)
class Term:
    """What a glossary term became: its translations by how often, and how often it is missing."""

    source: str
    pair: Pair
    targets: Counter[str] = field(default_factory=Counter)
    missing: int = 0


@dataclass(slots=True)
class Report:
    """A run that began at ``started``; ``skipped`` are the files left out."""

    started: datetime
    skipped: Sequence[Skipped] = ()
    lines: list[Line] = field(default_factory=list)
    terms: dict[tuple[str, Pair], Term] = field(default_factory=dict)
    signatures: dict[str, None] = field(default_factory=dict)
    checks: set[str] = field(default_factory=set)
    _worst: dict[tuple[str, str, tuple[Finding, ...]], Shown] = field(default_factory=dict)
    _places: int = 0

    def add(self, outcome: Outcome, sentences: Sequence[Sentence]) -> None:
        """Take a document in; ``sentences`` are empty where it was not looked at."""
        origins = Counter(each.origin for each in sentences)
        found = Counter(f.severity for each in sentences for f in each.findings)
        self.lines.append(Line(outcome, origins, found))
        for each in sentences:
            self._take(outcome, each)

    def _take(self, outcome: Outcome, sentence: Sentence) -> None:
        made = sentence.translation
        if made.origin is Origin.ENGINE:
            self.signatures.setdefault(made.signature)
        for decision in made.terms:
            if decision.pair.target == made.pair.target:
                self._decided(decision, made.pair)
        if sentence.findings:
            self._found(outcome, sentence)

    def _decided(self, decision: TermDecision, pair: Pair) -> None:
        term = self.terms.setdefault((decision.concept, pair), Term(decision.source, pair))
        if decision.rung is Rung.FLAGGED:
            term.missing += 1
        elif decision.target:
            term.targets[decision.target] += 1

    def _found(self, outcome: Outcome, sentence: Sentence) -> None:
        self._places += 1
        self.checks.update(finding.check for finding in sentence.findings)
        made = sentence.translation
        placeless = tuple(replace(finding, where="") for finding in sentence.findings)
        key = made.source, f"{made.pair} {made.text}", placeless
        known = self._worst.get(key)
        document = outcome.source.name.as_posix()
        shown = Shown(document, sentence, made.pair)
        self._worst[key] = replace(known, more=known.more + 1) if known else shown
        if len(self._worst) > 2 * MOST:
            self._worst = dict(sorted(self._worst.items(), key=_urgency)[:MOST])

    @property
    def worst(self) -> list[Shown]:
        """The segments to read first, those as urgent in reading order; at most ``MOST``."""
        return [shown for _key, shown in sorted(self._worst.items(), key=_urgency)[:MOST]]

    @property
    def unshown(self) -> int:
        """How many places with findings are not among ``worst``."""
        return self._places - sum(1 + shown.more for shown in self.worst)

    @property
    def origins(self) -> Mapping[Origin, int]:
        """Where the words of all sentences come from."""
        total = sum((Counter(line.origins) for line in self.lines), Counter[Origin]())
        return {origin: total[origin] for origin in Origin if total[origin]}

    @property
    def severities(self) -> Mapping[Severity, int]:
        """How many findings there are of each."""
        total = sum((Counter(line.severities) for line in self.lines), Counter[Severity]())
        return {severity: total[severity] for severity in Severity}


def _urgency(entry: tuple[object, Shown]) -> tuple[int, int]:
    return urgency(entry[1].sentence)
