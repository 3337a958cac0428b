"""Words as the person gave them, and how they get into the letter's language.

A wording is Chinese only, or a table of languages. Where the letter's language is missing the
glossary and then the memory are asked for exactly these words, then the machine; otherwise the
Chinese stands in the letter as a passage that is visibly still to be translated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from translate_kit.glossary.store import Glossary
from translate_kit.letters.machine import Attempt, Machine
from translate_kit.memory import Memory
from translate_kit.model import Finding, Pair


class Origin(StrEnum):
    """Where the words of a passage come from."""

    GIVEN = "given"
    GLOSSARY = "glossary"
    MEMORY = "memory"
    MACHINE = "machine"
    """Nobody has read it yet."""
    PENDING = "pending"
    """Still in the language it was given in."""

    @property
    def settled(self) -> bool:
        """Whether the words may stand in a letter that is signed."""
        return self not in (Origin.MACHINE, Origin.PENDING)


@dataclass(frozen=True, slots=True)
class Wording:
    """Language code -> text, each non-empty; at least one language."""

    texts: Mapping[str, str]

    @property
    def source(self) -> tuple[str, str]:
        """The language and text that a translation starts from: Chinese where it is given."""
        language = "zh" if "zh" in self.texts else next(iter(self.texts))
        return language, self.texts[language]


@dataclass(frozen=True, slots=True)
class Passage:
    """A wording in one language. While ``origin`` is PENDING the text is in ``language``'s stead
    still in the source language, which ``language`` then names.

    ``source`` is the language and the text that it is, or has to be, translated from. ``by`` is the
    signature of the machine that made it; ``remarks`` say why it is PENDING still, or what the
    checks found in it."""

    text: str
    language: str
    origin: Origin
    source: tuple[str, str]
    by: str = ""
    remarks: tuple[Finding, ...] = ()


def localise(wording: Wording, language: str, glossary: Glossary, memory: Memory) -> Passage:
    """The wording in a language, with its origin; PENDING where nobody has said it there yet."""
    source, text = wording.source
    if language in wording.texts:
        return Passage(wording.texts[language], language, Origin.GIVEN, wording.source)
    term = _term(text, source, language, glossary)
    if term is not None:
        return Passage(term, language, Origin.GLOSSARY, wording.source)
    sentence = memory.exact(text, source, language)
    if sentence is not None:
        return Passage(sentence, language, Origin.MEMORY, wording.source)
    return Passage(text, source, Origin.PENDING, wording.source)


def translated(
    passages: Mapping[str, Passage], language: str, machine: Machine, country: str
) -> dict[str, Passage]:
    """The passages, those that are PENDING as the machine says them to readers of a country, as
    far as it may be used.

    All texts of one language go to it together.
    """
    pending = {place: p for place, p in passages.items() if p.origin is Origin.PENDING}
    found = dict(passages)
    for source in dict.fromkeys(passage.language for passage in pending.values()):
        texts = [p.text for p in pending.values() if p.language == source]
        attempts = machine.translate(texts, Pair(source, language), country)
        for place, passage in pending.items():
            if passage.language == source:
                found[place] = _with(passage, language, attempts[passage.text])
    return found


def _with(passage: Passage, language: str, attempt: Attempt) -> Passage:
    if not attempt.text:
        return replace(passage, remarks=attempt.remarks)
    origin = Origin.MEMORY if attempt.known else Origin.MACHINE
    return Passage(attempt.text, language, origin, passage.source, attempt.by, attempt.remarks)


def _term(text: str, source: str, target: str, glossary: Glossary) -> str | None:
    """The preferred target term of the concept called exactly so; None for homographs."""
    concepts = {
        entry.concept.id: entry.concept
        for entry in glossary.by_term(text)
        if entry.term.language == source and entry.term.status.approved
    }
    if len(concepts) != 1:
        return None
    preferred = next(iter(concepts.values())).preferred(target)
    return preferred.text if preferred else None
