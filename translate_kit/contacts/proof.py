"""What would make a letter to a contact wrong: the proofreading of ``contacts.csv``.

Errors are things that a recipient would see; warnings ask the person who signs to look.
"""

import re
from collections.abc import Iterator

from translate_kit.contacts.contact import Contact
from translate_kit.contacts.person import patronymic_sex, person_name
from translate_kit.contacts.positions import Positions
from translate_kit.contacts.scripts import script_findings
from translate_kit.errors import NotKnown, UserError
from translate_kit.languages.countries import known_countries
from translate_kit.messages import _
from translate_kit.model import Finding, Severity

CHECK = "contact"
FORM = "form of address"
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+")
_PHONE = re.compile(r"\+?[\d()./\s-]{5,}(?:(?:ext\.?|доб\.|内線|내선|转)\s*\d+)?", re.IGNORECASE)
_HONORIFICS = {
    "zh": re.compile(r"(先生|女士|小姐|阁下)$"),
    "en": re.compile(r"(^|, )(Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Madam|Mayor|His|Her)\b"),
    "ru": re.compile(r"^(г-н|г-жа|г-ну|г-же|господин\w*|госпож\w*|д-р|проф)\b", re.IGNORECASE),
    "ko": re.compile(r"(님|귀하|귀중|씨|님께)$"),
    "ja": re.compile(r"(様|さま|さん|殿|御中|先生|氏)$"),
}
_COLLECTIVE = re.compile(r"(御中|귀중|様)$")
_SALUTATION_ENDS = {"ru": "!", "en": ":,", "zh": "：:"}


def findings(contact: Contact, positions: Positions) -> tuple[Finding, ...]:
    """All findings on one contact, errors first."""
    found = (
        *_organisation(contact),
        *_person(contact),
        *_honorifics(contact),
        *script_findings(contact),
        *_salutation(contact),
        *_position(contact, positions),
        *_reachable(contact),
        *unnamed_holder(contact),
    )
    order = list(Severity)
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))


def unnamed_holder(contact: Contact) -> tuple[Finding, ...]:
    """The warning that a letter addresses an office whose holder is not entered, if it does."""
    if not contact.position or contact.name("person", contact.language):
        return ()
    why = _(
        "the office “{position}” is addressed without a name; "
        "check the form of address, or enter person_{language} and sex"
    )
    message = why.format(position=contact.position, language=contact.language)
    return (Finding(Severity.WARNING, FORM, message, contact.id),)


def _error(contact: Contact, column: str, message: str) -> Finding:
    return Finding(Severity.ERROR, CHECK, message, f"{contact.id}, {column}")


def _warning(contact: Contact, column: str, message: str) -> Finding:
    return Finding(Severity.WARNING, CHECK, message, f"{contact.id}, {column}")


def _organisation(contact: Contact) -> Iterator[Finding]:
    for language in dict.fromkeys((contact.language, "zh")):
        if not contact.name("organisation", language):
            message = _("the organisation has no name in this language; a letter needs it")
            yield _error(contact, f"organisation_{language}", message)


def _person(contact: Contact) -> Iterator[Finding]:
    own = contact.language
    if contact.name("person", "zh") and not contact.name("person", own):
        message = _("the person stands in Chinese only; ask for the original spelling")
        yield _error(contact, f"person_{own}", message)
    if not contact.name("person", own):
        return
    if own != "zh" and not contact.name("person", "zh"):
        message = _("no Chinese form of the name; the Chinese copy addresses the organisation")
        yield Finding(Severity.NOTE, CHECK, message, f"{contact.id}, person_zh")
    if own in ("ru", "en") and not contact.sex:
        yield _error(contact, "sex", _("is needed for the form of address; enter m or f"))
    yield from _parts(contact, own)


def _parts(contact: Contact, language: str) -> Iterator[Finding]:
    try:
        name = person_name(contact, language)
    except UserError as error:
        yield _error(contact, f"person_{language}", str(error))
        return
    if language != "ru" or name is None:
        return
    if not name.patronymic and contact.country == "RU":
        message = _("no patronymic; in Russia it is expected in the salutation, so ask for it")
        yield _warning(contact, "person_ru", message)
    by_name = patronymic_sex(name.patronymic)
    if by_name and contact.sex and by_name != contact.sex:
        message = _("the patronymic {patronymic} does not go with sex {sex}")
        text = message.format(patronymic=name.patronymic, sex=contact.sex)
        yield _error(contact, "sex", text)


def _honorifics(contact: Contact) -> Iterator[Finding]:
    message = _("“{text}” holds a form of address; it would be printed twice, so leave it out")
    for column, text in contact.names.items():
        pattern = _honorific(column)
        if pattern and pattern.search(text):
            yield _error(contact, column, message.format(text=text))
    block = " ".join((*contact.address, contact.salutation))
    if "御中" in block and "様" in block:
        yield _error(
            contact, "address", _("御中 and 様 together: 御中 is for an organisation only")
        )


def _honorific(column: str) -> re.Pattern[str] | None:
    what, _underscore, language = column.partition("_")
    return _HONORIFICS.get(language) if what == "person" else _COLLECTIVE


def _salutation(contact: Contact) -> Iterator[Finding]:
    text, language = contact.salutation, contact.language
    if not text:
        return
    if language == "ja":
        message = _("a Japanese letter opens with 拝啓 and has no salutation; leave this empty")
        yield _warning(contact, "salutation", message)
    if language == "ko" and (wrong := re.search(r"각하|귀하|귀중|님님", text)):
        message = _("{word} has no place in a salutation; write 존경하는 … 시장님께")
        yield _error(contact, "salutation", message.format(word=wrong[0]))
    ends = _SALUTATION_ENDS.get(language, "")
    if ends and not text.endswith(tuple(ends)):
        message = _("should end with {mark}")
        yield _warning(contact, "salutation", message.format(mark=" / ".join(ends)))


def _position(contact: Contact, positions: Positions) -> Iterator[Finding]:
    if not contact.position:
        return
    try:
        position = positions.get(contact.position, contact.country)
    except NotKnown as error:
        yield _error(contact, "position", str(error))
        return
    for slot in sorted(position.slots(contact.language)):
        if not contact.name(slot, contact.language):
            message = _("is empty, but the title “{title}” needs it")
            text = message.format(title=position.titles[contact.language])
            yield _error(contact, f"{slot}_{contact.language}", text)


def _reachable(contact: Contact) -> Iterator[Finding]:
    if contact.country not in known_countries():
        message = _("no country has the code {code}").format(code=contact.country)
        yield _error(contact, "country", message)
    if contact.email and not _EMAIL.fullmatch(contact.email):
        message = _("“{text}” is not an e-mail address").format(text=contact.email)
        yield _error(contact, "email", message)
    if contact.phone and not _PHONE.fullmatch(contact.phone):
        message = _("“{text}” is not a telephone number").format(text=contact.phone)
        yield _warning(contact, "phone", message)
