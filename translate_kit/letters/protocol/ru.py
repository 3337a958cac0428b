"""Russian forms of address: the dative of the addressee, the salutation with its «!», the close.

Source: ГОСТ Р 7.0.97-2025 (and -2016, 5.15): an organisation stands in the nominative; an office
with its organisation, and a person, in the dative, initials after the surname. Salutation by name
and patronymic; without patronymic «господин», and to an office its title with a capital.
"""

from typing import TYPE_CHECKING

from translate_kit.contacts import Contact, PersonName, Position, Positions, person_name
from translate_kit.contacts.person import patronymic_sex
from translate_kit.errors import UserError
from translate_kit.letters.protocol.formality import Formality
from translate_kit.letters.protocol.office import (
    department,
    names_its_body,
    office,
    own_salutation,
)
from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.languages.ru import Case, Person

_RESPECTED = {"m": "Уважаемый", "f": "Уважаемая"}
_COURTESY = {"m": "господин", "f": "госпожа"}
_TO_COLLEAGUES = ("sister_city", "friendly_city", "mission")
"""Kinds of contact whose staff are officials as the writers are; others are «господа»."""

_SURNAME_FIRST = ("CN", "HK", "KP", "KR", "MO", "TW", "VN")
"""Where a name without patronymic is written whole, without initials: Ким Минсу, not Киму М."""


def addressee(contact: Contact, positions: Positions) -> tuple[str, ...]:
    """``Главе города Тюмени`` / ``Иванову И. И.`` / address."""
    position, person = office(contact, positions), person_name(contact, "ru")
    lines = _office_lines(contact, position) if position else _body_lines(contact)
    if person:
        lines.append(_dative(contact, person))
    if contact.language == "ru":
        lines += contact.address
    return tuple(line for line in lines if line)


def salutation(contact: Contact, positions: Positions) -> str:
    """``Уважаемый Иван Иванович!``, ``Уважаемая госпожа Ли!``, ``Уважаемые господа!``."""
    own = own_salutation(contact, "ru")
    if own:
        return own
    position, person = office(contact, positions), person_name(contact, "ru")
    if person:
        return _to_person(contact, person)
    if position and position.calls["ru"]:
        return _to_office(contact, position.calls["ru"])
    return f"Уважаемые {'коллеги' if contact.kind in _TO_COLLEAGUES else 'господа'}!"


def opening(formality: Formality) -> str:
    """A Russian letter has no opening word."""
    return ""


def closing(contact: Contact, positions: Positions, formality: Formality) -> str:
    """``С уважением,``; ``С глубоким уважением,`` where the letter is formal."""
    return "С глубоким уважением," if formality.startswith("formal") else "С уважением,"


def _body_lines(contact: Contact) -> list[str]:
    return [contact.need("organisation", "ru"), contact.name("department", "ru")]


def _office_lines(contact: Contact, position: Position) -> list[str]:
    title = _dative_title(contact, position)
    lines = [title[:1].upper() + title[1:]]
    if department(contact, position, "ru"):
        lines.append(_genitive(contact, "department"))
    if not names_its_body(position, "ru"):
        lines.append(_genitive(contact, "organisation"))
    return lines


def _dative_title(contact: Contact, position: Position) -> str:
    pattern = position.ru_dative
    if not pattern:
        head, brace, slots = position.titles["ru"].partition("{")
        pattern = _inflected(contact, "position", head.rstrip(), "dative")
        pattern += f" {{{slots}" if brace else ""
    slots_filled = {
        slot: _city(contact, pattern) if slot == "city" else _genitive(contact, slot)
        for slot in position.slots("ru")
    }
    return pattern.format_map(slots_filled)


def _city(contact: Contact, pattern: str) -> str:
    """The city's genitive; after «города» most foreign names stay as they are."""
    if contact.form("city_ru_genitive") or "города {city}" not in pattern:
        return _genitive(contact, "city")
    phrase = f"город {contact.need('city', 'ru')}"
    return _inflected(contact, "city_ru_genitive", phrase, "genitive").removeprefix("города ")


def _genitive(contact: Contact, what: str) -> str:
    """The name in the genitive: as a person wrote it down, else as the grammar makes it.

    A name that begins with an abbreviation (ООО «Ромашка», НИИ ...) does not change.
    """
    column = f"{what}_ru_genitive"
    own = contact.form(column)
    if own:
        return own
    nominative = contact.need(what, "ru")
    first = nominative.split()[0]
    if len(first) > 1 and first.isupper():
        return nominative
    return _inflected(contact, column, nominative, "genitive")


def _inflected(contact: Contact, column: str, phrase: str, case: "Case") -> str:
    """The phrase in a case; what the grammar can't tell is asked for in ``column``."""
    from translate_kit.languages.ru import inflect

    try:
        return inflect(phrase, case)
    except UserError as error:
        what = _("is empty, and {why}; enter the {case} there")
        raise contact.asks(column, what.format(why=error, case=case)) from None


def _dative(contact: Contact, person: PersonName) -> str:
    """``Иванову И. И.``: surname in the dative, then the initials."""
    own = contact.form("person_ru_dative")
    if own:
        return own
    try:
        return _declinable(contact, person).addressee()
    except UserError as error:
        what = _("is empty, and {why}; enter the {case} there")
        raise contact.asks("person_ru_dative", what.format(why=error, case="dative")) from None


def _declinable(contact: Contact, person: PersonName) -> "Person":
    from translate_kit.languages.ru import Person

    return Person(
        surname=person.surname,
        given=person.given,
        patronymic=person.patronymic,
        sex=_sex(contact, person),
        eastern=contact.country in _SURNAME_FIRST and not person.patronymic,
    )


def _to_person(contact: Contact, person: PersonName) -> str:
    sex = _sex(contact, person)
    if person.patronymic and person.spelt_out:
        return f"{_RESPECTED[sex]} {person.given} {person.patronymic}!"
    return f"{_RESPECTED[sex]} {_COURTESY[sex]} {person.surname}!"


def _to_office(contact: Contact, call: str) -> str:
    """``Уважаемый господин Мэр!``; without sex the adjective agrees with the title alone."""
    if not contact.sex:
        return f"{_RESPECTED['m']} {call}!"
    return f"{_RESPECTED[contact.sex]} {_COURTESY[contact.sex]} {call}!"


def _sex(contact: Contact, person: PersonName) -> str:
    if not contact.sex:
        raise contact.asks("sex", _("is empty; enter m or f: Russian declines by it"))
    if patronymic_sex(person.patronymic) not in ("", contact.sex):
        what = _("“{sex}” does not go with the patronymic {patronymic}; one of them is wrong")
        raise contact.asks("sex", what.format(sex=contact.sex, patronymic=person.patronymic))
    return contact.sex
