"""What an office knows beyond the languages: its glossary and the names of its contacts."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from translate_kit.contacts import Contact, Contacts
from translate_kit.contacts.person import person_name
from translate_kit.errors import UserError
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.matching import Matcher
from translate_kit.glossary.store import Glossary
from translate_kit.model import LANGUAGES, Pair

NAMES = frozenset({"proper_noun"})
TERMS = frozenset({"noun", "adjective", "verb", "phrase"})
_OF_A_CONTACT = ("organisation", "city", "department", "person")


@dataclass(frozen=True, eq=False)
class Knowledge:
    """What the checks of terms and names look up; without it they stay silent.

    Both are read once, when first needed: after a change on disk, make a new one. ``country`` is
    that of the readers of a translation, who may have terms of their own; empty for anybody.
    """

    glossary: Glossary | None = None
    contacts: Contacts | None = None
    country: str = ""

    def for_country(self, country: str) -> "Knowledge":
        """The same for readers of a country; the names are gathered once for all."""
        other = replace(self, country=country)
        if "_named" in self.__dict__:
            other.__dict__["_named"] = self._named
        return other

    def terms(self, pair: Pair) -> Matcher | None:
        """Finds the approved terms of a source that are no names; None without a glossary.

        Their concepts are as a translation into the target language is to say them.
        """
        return self._matcher(self.glossary, pair, TERMS)

    def names(self, pair: Pair) -> Matcher | None:
        """Finds proper nouns of the glossary and names of contacts; None where there are none."""
        return self._matcher(self._named, pair, NAMES)

    def _matcher(
        self, glossary: Glossary | None, pair: Pair, parts: frozenset[str]
    ) -> Matcher | None:
        if glossary is None or pair.source not in LANGUAGES:
            return None
        return _matcher(glossary.for_country(self.country, pair.target), pair.source, parts)

    @cached_property
    def _named(self) -> Glossary | None:
        """The glossary, so that its terms cover shorter names, and a concept for each contact."""
        if self.glossary is None and self.contacts is None:
            return None
        concepts = {concept.id: concept for concept in self.glossary or ()}
        for contact in self.contacts or ():
            concepts |= {concept.id: concept for concept in _names_of(contact)}
        return Glossary(concepts)


NOTHING = Knowledge()


@cache
def _matcher(glossary: Glossary, language: str, parts: Collection[str]) -> Matcher:
    return Matcher(glossary, language, parts=parts)


def _names_of(contact: Contact) -> Iterator[Concept]:
    for what in _OF_A_CONTACT:
        written = {language: _name(contact, what, language) for language in LANGUAGES}
        terms = {
            language: (Term(name, language, Status.PREFERRED, {}),)
            for language, name in written.items()
            if name
        }
        if terms:
            identifier = f"contact {contact.id} {what}"
            yield Concept(identifier, "contacts", "proper_noun", "", "", "", "", "", terms)


def _name(contact: Contact, what: str, language: str) -> str:
    """The name as a text has it; of a person the surname, which forms of address keep."""
    if what != "person":
        return contact.name(what, language)
    try:
        name = person_name(contact, language)
    except UserError:  # what is wrong with the name is told where contacts are proofread
        return ""
    return name.surname if name else ""
