"""What comes out of the pipeline: a translation with everything a person should know of it."""

from dataclasses import dataclass
from enum import StrEnum

from translate_kit.model import Alignment, Finding, Pair, Span


class Origin(StrEnum):
    """Where the words of a translation come from, the most trustworthy first."""

    PERSON = "person"
    MEMORY = "memory"
    GLOSSARY = "glossary"
    """The text is nothing but terms; the preferred ones of the target."""
    COPY = "copy"
    """Nothing to translate: only figures, codes and marks, which stay as they are."""
    ENGINE = "engine"
    NONE = "none"
    """Nobody could translate it: the text is still the source's, and must be seen to be."""


class Rung(StrEnum):
    """The step of the ladder on which an approved term got into a translation."""

    ALONE = "alone"
    """The text is nothing but terms, and no engine was asked."""
    ALREADY = "already"
    HYPOTHESIS = "hypothesis"
    SUBSTITUTED = "substituted"
    PLACEHOLDER = "placeholder"
    FLAGGED = "flagged"
    """None worked: a finding asks a person."""


@dataclass(frozen=True, slots=True)
class TermDecision:
    """What became of one glossary term of the source, on one leg.

    ``source`` and ``source_span`` are the words of the sentence that was to be translated, on the
    second leg of a pivot too. ``target`` and ``target_span`` say the words in what the leg made of
    it; empty and None where FLAGGED, and where a verb of the same stem says it.
    """

    concept: str
    source: str
    source_span: Span
    target: str
    target_span: Span | None
    rung: Rung
    pair: Pair


@dataclass(frozen=True, slots=True)
class NumberRepair:
    """A number that the engine got wrong and that was put right, on one leg."""

    source: str
    wrong: str
    right: str
    pair: Pair


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A near match of the memory, for the reviewer; never passed off as the translation."""

    source: str
    target: str
    score: float


@dataclass(frozen=True, slots=True)
class Translation:
    """One sentence and what became of it.

    ``signature`` says what produced the words (engine and models, or the unit of the memory) and
    ``glossary`` the revision of the terms enforced. ``alignment`` links the whole way from
    ``source`` to ``text``, across a pivot too; empty where nothing is known.
    """

    source: str
    text: str
    pair: Pair
    origin: Origin
    signature: str = ""
    glossary: str = ""
    alignment: Alignment = ()
    terms: tuple[TermDecision, ...] = ()
    repairs: tuple[NumberRepair, ...] = ()
    findings: tuple[Finding, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
