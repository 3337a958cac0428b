"""Forms of address: who a letter is to and how it greets and parts, one module per language.

``protocol(code)`` gives the module of a language, ``form_of_address`` all that it says of one
contact. A form that depends on something not known (sex, surname, a declension) is asked for.
"""

from dataclasses import dataclass
from typing import Protocol, cast

from translate_kit.contacts import Contact, Positions
from translate_kit.contacts.proof import FORM, unnamed_holder
from translate_kit.errors import UserError
from translate_kit.letters.protocol.formality import Formality
from translate_kit.model import LANGUAGES, Finding, Severity
from translate_kit.plugins import Table

TABLE = Table(
    "protocol",
    "protocol of the language",
    {code: f"translate_kit.letters.protocol.{code}" for code in LANGUAGES},
)


class Usage(Protocol):
    """What every language says of a contact. All raise UserError for what has to be asked."""

    def addressee(self, contact: Contact, positions: Positions) -> tuple[str, ...]:
        """The finished lines of the addressee block."""

    def salutation(self, contact: Contact, positions: Positions) -> str:
        """The salutation with its mark; empty where a letter has none (Japanese, Chinese 函)."""

    def opening(self, formality: Formality) -> str:
        """The word that opens the body (拝啓); empty elsewhere."""

    def closing(self, contact: Contact, positions: Positions, formality: Formality) -> str:
        """The complimentary close; empty where a letter has none (Chinese 函)."""


@dataclass(frozen=True, slots=True)
class FormOfAddress:
    """All of it for one letter; ``findings`` ask the person who signs to look."""

    addressee: tuple[str, ...]
    salutation: str
    opening: str
    closing: str
    findings: tuple[Finding, ...]


def protocol(language: str) -> Usage:
    """The module of a language; raises NotKnown for a language we do not have."""
    return cast(Usage, TABLE.load(language))


def form_of_address(
    contact: Contact, positions: Positions, language: str, formality: Formality = "standard"
) -> FormOfAddress:
    """How a letter in ``language`` addresses the contact; raises UserError for what is missing."""
    usage = protocol(language)
    return FormOfAddress(
        addressee=usage.addressee(contact, positions),
        salutation=usage.salutation(contact, positions),
        opening=usage.opening(formality),
        closing=usage.closing(contact, positions, formality),
        findings=unnamed_holder(contact) if language == contact.language else (),
    )


def trial(contact: Contact, positions: Positions) -> tuple[Finding, ...]:
    """What would stop a letter to the contact, in its own language or the Chinese copy."""
    found = []
    for language in dict.fromkeys((contact.language, "zh")):
        try:
            form_of_address(contact, positions, language)
        except UserError as error:
            found.append(Finding(Severity.ERROR, FORM, str(error), f"{contact.id}, {language}"))
    return tuple(found)
