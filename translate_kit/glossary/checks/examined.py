"""The values that checks of the glossary work with: what is examined, and what is remarked."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from translate_kit.glossary.cells import Place
from translate_kit.glossary.concept import Concept, Term
from translate_kit.glossary.store import Entry, Glossary, fold
from translate_kit.languages.counters import counters

Superseded = Callable[[str], Mapping[str, str]]
"""A text -> the codes of standards in it that are no longer in force, and what is instead."""


def _none(_text: str) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True)
class Examined:
    """A glossary under examination.

    ``superseded`` comes from whoever knows the standards; without it, none is known to be so.
    """

    glossary: Glossary
    superseded: Superseded = field(default=_none)

    @cached_property
    def counters(self) -> Collection[str]:
        """The ids of the counters that there are."""
        return frozenset(counters())

    @cached_property
    def living(self) -> tuple[Concept, ...]:
        """The concepts that no other has replaced."""
        return tuple(concept for concept in self.glossary if not concept.replaced_by)

    @cached_property
    def naming(self) -> tuple[Concept, ...]:
        """The living concepts that name things: counters and numerals share words as a matter of
        course."""
        kinds = ("counter", "numeral")
        return tuple(each for each in self.living if each.part_of_speech not in kinds)

    def approved(self, *languages: str) -> Iterator[Entry]:
        """The approved terms of living concepts, of some languages or all."""
        for concept in self.living:
            for language, terms in concept.terms.items():
                if not languages or language in languages:
                    yield from (Entry(concept, term) for term in terms if term.status.approved)

    @cached_property
    def by_word(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        """(language, folded term) -> the approved terms of naming concepts written so."""
        groups: dict[tuple[str, str], list[Entry]] = {}
        named = {concept.id for concept in self.naming}
        for entry in self.approved():
            if entry.concept.id in named:
                key = (entry.term.language, fold(entry.term.text))
                groups.setdefault(key, []).append(entry)
        return {key: tuple(group) for key, group in groups.items()}


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check has to say, and of which place of the glossary."""

    place: Place
    message: str


def of_term(concept: Concept, term: Term, message: str, field: str = "term") -> Remark:
    """A remark on a term, or on one of its fields."""
    return Remark(Place(concept.id, term.language, term.text, field), message)


def of_concept(concept: Concept, message: str, field: str) -> Remark:
    """A remark on a field of a concept itself."""
    return Remark(Place(concept.id, "", "", field), message)


GlossaryCheck = Callable[[Examined], Iterator[Remark]]
"""A check. Its docstring is its help: a line that names it, then what it does and how to mend."""
