"""A person's name as its cell holds it: surname first, and what tells its parts apart.

- Russian: ``Иванов Иван Иванович`` (surname, given name, patronymic), ``Иванов И. И.``, or, for
  somebody without patronymic, ``Ли, Минсу``: surname, comma, the rest. ``Алиев Гейдар Али оглы`` is
  understood.
- English: ``Smith, John A.`` is printed John A. Smith; ``TAN Wei Ming``, the surname in capitals as
  on a passport, is printed Tan Wei Ming, surname first.
- Chinese, Korean, Japanese: as written; a blank parts surname and given name in Japanese.

An order that the cell doesn't show is asked for: "Kim Jong" or "Роман Павел" could be either.
"""

import re
from dataclasses import dataclass

from translate_kit.contacts.contact import Contact
from translate_kit.errors import UserError
from translate_kit.messages import _

_PATRONYMIC_M = re.compile(r"ич$")
_PATRONYMIC_F = re.compile(r"(?:[оеё]вна|ична)$")
_TURKIC = {"оглы": "m", "оглу": "m", "улы": "m", "уулу": "m", "кызы": "f", "гызы": "f"}
_INITIAL = re.compile(r"\w{1,2}\.")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name in one language, and ``printed``, the whole as it stands on paper."""

    surname: str
    given: str
    patronymic: str = ""
    printed: str = ""

    @property
    def spelt_out(self) -> bool:
        """Whether given name and patronymic are words, not initials."""
        return not any(_INITIAL.match(part) for part in (self.given, self.patronymic))


def person_name(contact: Contact, language: str) -> PersonName | None:
    """The contact's person in ``language``, or None where the contact is an office.

    Raises UserError where the name stands in another language only (its original spelling is asked
    for) or where its parts can't be told apart.
    """
    written = contact.name("person", language)
    if not written:
        known = [name for name in contact.names if re.fullmatch(r"person_[a-z]{2}", name)]
        if known:
            what = _("is empty, but {known} is filled; enter the name as its bearer spells it")
            raise contact.asks(f"person_{language}", what.format(known=known[0]))
        return None
    if language == "ru":
        return _russian(contact, written)
    if language == "en":
        return _english(contact, written)
    surname, _blank, given = written.replace("　", " ").partition(" ")
    return PersonName(surname, given.strip(), printed=written)


def patronymic_sex(patronymic: str) -> str:
    """``"m"`` or ``"f"`` by the ending of a patronymic; empty for initials and other words."""
    last = patronymic.split()[-1].lower() if patronymic else ""
    if last in _TURKIC:
        return _TURKIC[last]
    if _PATRONYMIC_M.search(last):
        return "m"
    return "f" if _PATRONYMIC_F.search(last) else ""


def _russian(contact: Contact, written: str) -> PersonName:
    surname, comma, rest = (part.strip() for part in written.partition(","))
    if not comma:
        surname, _blank, rest = written.partition(" ")
    given, *others = re.sub(r"(\w\.)(?=\w)", r"\1 ", rest).split() or [""]
    patronymic = " ".join(others)
    if surname and _is_patronymic(others):
        return PersonName(surname, given, patronymic, printed=f"{surname} {given} {patronymic}")
    if surname and (comma or (not others and _INITIAL.fullmatch(given))):
        return PersonName(surname, rest, printed=f"{surname} {rest}".strip())
    raise _unclear_russian(contact, written)


def _is_patronymic(words: list[str]) -> bool:
    """Whether what follows the given name is a patronymic: one word, an initial, «Али оглы»."""
    if len(words) == 2:
        return words[1].lower() in _TURKIC
    return len(words) == 1 and bool(patronymic_sex(words[0]) or _INITIAL.fullmatch(words[0]))


def _unclear_russian(contact: Contact, written: str) -> UserError:
    what = _(
        "“{name}”: write surname, given name and patronymic in this order (Иванов Иван Иванович); "
        "without patronymic put a comma after the surname (Ли, Минсу)"
    )
    return contact.asks("person_ru", what.format(name=written))


def _english(contact: Contact, written: str) -> PersonName:
    surname, comma, given = (part.strip() for part in written.partition(","))
    if comma and given:
        return PersonName(surname, given, printed=f"{given} {surname}")
    first, _blank, rest = written.partition(" ")
    if first.isalpha() and first.isupper() and len(first) > 1 and rest and not rest.isupper():
        surname = first.capitalize()
        return PersonName(surname, rest, printed=f"{surname} {rest}")
    what = _(
        "“{name}”: show which part is the surname: “Smith, John” or, where it is printed "
        "first, “TAN Wei Ming”"
    )
    raise contact.asks("person_en", what.format(name=written))
