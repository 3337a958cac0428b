"""English forms of address: inside address, salutation and close.

Sources: Canadian Heritage, *Styles of address*; UBCM, *Forms of address*; Calgary's protocol page
(a mayor's wish goes into ``salutation``); *Debrett's* for the close in Britain. A colon follows the
salutation in North America, a comma elsewhere, and Mr. has its full stop only there.
"""

from translate_kit.contacts import Contact, PersonName, Position, Positions, person_name
from translate_kit.letters.protocol.formality import Formality
from translate_kit.letters.protocol.office import (
    department,
    names_its_body,
    office,
    own_salutation,
    title,
)
from translate_kit.messages import _

_NORTH_AMERICA = ("CA", "US")
_COURTESY = {"m": "Mr", "f": "Ms"}
_UNNAMED = {"m": "Dear Sir", "f": "Dear Madam", "": "Dear Sir or Madam"}


def addressee(contact: Contact, positions: Positions) -> tuple[str, ...]:
    """Name, office, department, organisation, address: ``His Worship John Smith`` ..."""
    position, person = office(contact, positions), person_name(contact, "en")
    lines = [_styled(contact, position, person)] if person else []
    if position:
        lines.append(("" if person else "The ") + title(contact, position, "en"))
    lines.append(department(contact, position, "en"))
    if not names_its_body(position, "en"):
        lines.append(contact.need("organisation", "en"))
    if contact.language == "en":
        lines += contact.address
    return tuple(line for line in lines if line)


def salutation(contact: Contact, positions: Positions) -> str:
    """``Dear Mayor Smith:``, ``Your Worship:``, ``Dear Sir or Madam,``."""
    own = own_salutation(contact, "en")
    if own:
        return own
    mark = ":" if contact.country in _NORTH_AMERICA else ","
    position, person = office(contact, positions), person_name(contact, "en")
    if person:
        return f"Dear {_call(contact, position, person)}{mark}"
    if position and position.unnamed_en:
        return position.unnamed_en + mark
    return _UNNAMED[contact.sex if position else ""] + mark


def opening(formality: Formality) -> str:
    """An English letter has no opening word."""
    return ""


def closing(contact: Contact, positions: Positions, formality: Formality) -> str:
    """``Yours sincerely,`` to somebody called by name or office, else the country's usage."""
    if salutation(contact, positions).rstrip(":,") in _UNNAMED.values():
        return "Yours truly," if contact.country in _NORTH_AMERICA else "Yours faithfully,"
    return "Sincerely," if contact.country == "US" else "Yours sincerely,"


def _styled(contact: Contact, position: Position | None, person: PersonName) -> str:
    """The name with the style before it; without one where that depends on a sex not known."""
    styles = dict(position.styles) if position else {}
    if styles.get("m") == styles.get("f"):
        style = styles.get("m", "") or _courtesy(contact)
    else:
        style = styles.get(contact.sex, "")
    return f"{style} {person.printed}".strip()


def _call(contact: Contact, position: Position | None, person: PersonName) -> str:
    if position and position.calls["en"]:
        return position.calls["en"].format(surname=person.surname)
    courtesy = _courtesy(contact)
    if not courtesy:
        raise contact.asks("sex", _("is empty; enter m or f: is it Mr or Ms in the salutation?"))
    return f"{courtesy} {person.surname}"


def _courtesy(contact: Contact) -> str:
    stop = "." if contact.country in _NORTH_AMERICA and contact.sex else ""
    return _COURTESY.get(contact.sex, "") + stop
