"""Korean forms of address: 귀하 for a person, 귀중 for an organisation, 님 only when spoken to.

Source: 국립국어원 「표준 언어 예절」 (2011) on envelopes; 님 and 귀하 are never put together.
"""

from translate_kit.contacts import Contact, Positions, person_name
from translate_kit.languages.ko import addressed
from translate_kit.letters.protocol.formality import Formality
from translate_kit.letters.protocol.office import (
    department,
    filled,
    names_its_body,
    office,
    own_salutation,
    title,
)


def addressee(contact: Contact, positions: Positions) -> tuple[str, ...]:
    """``충주시장 ○○○ 귀하``; the organisation on a line before; ``충주시청 국제협력과 귀중``."""
    position, person = office(contact, positions), person_name(contact, "ko")
    bodies = [] if names_its_body(position, "ko") else [contact.need("organisation", "ko")]
    body = " ".join(part for part in (*bodies, department(contact, position, "ko")) if part)
    if position is None and person is None:
        return (addressed(body, is_person=False),)
    parts = (title(contact, position, "ko") if position else "", person.printed if person else "")
    holder = addressed(" ".join(part for part in parts if part), is_person=True)
    return (body, holder) if body else (holder,)


def salutation(contact: Contact, positions: Positions) -> str:
    """``존경하는 ○○○ 시장님께``, to an organisation ``○○○ 관계자 여러분께``."""
    own = own_salutation(contact, "ko")
    if own:
        return own
    position, person = office(contact, positions), person_name(contact, "ko")
    if position is None and person is None:
        return f"{contact.need('organisation', 'ko')} 관계자 여러분께"
    call = filled(contact, position.calls["ko"], "ko") if position else ""
    call = call or "선생님"
    return f"존경하는 {person.printed} {call}께" if person else f"존경하는 {call}께"


def opening(formality: Formality) -> str:
    """A Korean letter has no opening word; its greeting is a sentence of the body."""
    return ""


def closing(contact: Contact, positions: Positions, formality: Formality) -> str:
    """The same thanks close every official letter."""
    return "감사합니다."
