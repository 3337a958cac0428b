"""What an office knows beyond the languages: its glossary and the names of its contacts."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from translate_kit.contacts import Contact, Contacts
from translate_kit.contacts.person import person_name
from translate_kit.errors import UserError
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.matching import Matcher
from translate_kit.glossary.store import Glossary
from translate_kit.model import LANGUAGES

NAMES = frozenset({"proper_noun"})
TERMS = frozenset({"noun", "adjective", "verb", "phrase"})
_OF_A_CONTACT = ("organisation", "city", "department", "person")


@dataclass(frozen=True, eq=False)
class Knowledge:
    """What the checks of terms and names look up; without it they stay silent.

    Both are read once, when first needed: after a change on disk, make a new one.
    """

    glossary: Glossary | None = None
    contacts: Contacts | None = None

    def terms(self, language: str) -> Matcher | None:
        """Finds the approved terms that are no names; None where there is no glossary."""
        return _matcher(self.glossary, language, TERMS)

    def names(self, language: str) -> Matcher | None:
        """Finds proper nouns of the glossary and names of contacts; None where there are none."""
        return _matcher(self._named, language, NAMES)

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
def _matcher(glossary: Glossary | None, language: str, parts: Collection[str]) -> Matcher | None:
    if glossary is None or language not in LANGUAGES:
        return None
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
