"""The office that a contact holds, its title filled in, and where its lines come from."""

from translate_kit.contacts import Contact, Position, Positions
from translate_kit.contacts.positions import SLOTS


def office(contact: Contact, positions: Positions) -> Position | None:
    """The position of the contact as it is in its country, None where it has none.

    Raises NotKnown for a position that ``positions.csv`` lacks.
    """
    return positions.get(contact.position, contact.country) if contact.position else None


def title(contact: Contact, position: Position, language: str) -> str:
    """``Mayor of Calgary``, ``충주시장``; raises UserError for a name that the contact lacks."""
    return filled(contact, position.titles[language], language)


def filled(contact: Contact, pattern: str, language: str) -> str:
    """The pattern with the contact's names in their slots; raises UserError for one it lacks."""
    names = {slot: contact.need(slot, language) for slot in SLOTS if f"{{{slot}}}" in pattern}
    return pattern.format_map(names)


def names_its_body(position: Position | None, language: str) -> bool:
    """Whether the title itself says whose office it is, so that no organisation stands beside."""
    return position is not None and bool(position.slots(language) & {"city", "organisation"})


def department(contact: Contact, position: Position | None, language: str) -> str:
    """The department, unless the title has it in it already."""
    if position is not None and "department" in position.slots(language):
        return ""
    return contact.name("department", language)


def own_salutation(contact: Contact, language: str) -> str:
    """What the contact itself says that it is called, in letters in its own language."""
    return contact.salutation if contact.language == language else ""
