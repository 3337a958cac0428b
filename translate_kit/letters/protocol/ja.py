"""Japanese forms of address: 様 for a person or office, 御中 for an organisation, never both.

Source: the usage of city offices (昭島市公文書規程 and others that have unified on 様; 殿 is left
to certificates); 文化庁「敬語の指針」. A blank of full width parts office, name and honorific.
"""

from translate_kit.contacts import Contact, PersonName, Positions, person_name
from translate_kit.languages.ja import addressed, letter_pair
from translate_kit.letters.protocol.formality import Formality
from translate_kit.letters.protocol.office import department, names_its_body, office, title

_BLANK = "　"


def addressee(contact: Contact, positions: Positions) -> tuple[str, ...]:
    """``○○市長　○○　○○　様``; the organisation on a line before; ``一般社団法人○○　御中``."""
    position, person = office(contact, positions), person_name(contact, "ja")
    bodies = [] if names_its_body(position, "ja") else [contact.need("organisation", "ja")]
    body = _joined(*bodies, department(contact, position, "ja"))
    if position is None and person is None:
        return (addressed(body, is_person=False),)
    named = _joined(
        title(contact, position, "ja") if position else "", _name(person) if person else ""
    )
    own = position.suffix_ja if position else ""
    holder = _joined(named, own) if own else addressed(named, is_person=True)
    return (body, holder) if body else (holder,)


def salutation(contact: Contact, positions: Positions) -> str:
    """None: 拝啓 and the season's greeting stand in its place."""
    return ""


def opening(formality: Formality) -> str:
    """The 頭語: 拝啓, 謹啓 to the head of a city, 拝復 in a reply."""
    return letter_pair(formality)[0]


def closing(contact: Contact, positions: Positions, formality: Formality) -> str:
    """The 結語 that belongs to the 頭語."""
    return letter_pair(formality)[1]


def _name(person: PersonName) -> str:
    return _joined(person.surname, person.given)


def _joined(*parts: str) -> str:
    return _BLANK.join(part for part in parts if part)
