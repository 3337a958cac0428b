"""Words as the person gave them, and how they get into the letter's language.

A wording is Chinese only, or a table of languages. Where the letter's language is missing the
glossary and then the starter memory are asked for exactly these words; otherwise the Chinese
stands in the letter as a passage that is visibly still to be translated.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from translate_kit.glossary.store import Glossary
from translate_kit.memory import Memory


class Origin(StrEnum):
    """Where the words of a passage come from."""

    GIVEN = "given"
    GLOSSARY = "glossary"
    MEMORY = "memory"
    PENDING = "pending"

    @property
    def settled(self) -> bool:
        """Whether the words may stand in a letter that is signed."""
        return self is not Origin.PENDING


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

    ``source`` is the language and the text that it is, or has to be, translated from."""

    text: str
    language: str
    origin: Origin
    source: tuple[str, str]


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
