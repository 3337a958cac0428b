"""Who wrote an incoming letter: the contacts that its text points to, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from translate_kit.contacts import Contact
from translate_kit.letters.incoming.ends import ends
from translate_kit.model import LANGUAGES

_EVERYBODY = (
    *("@gmail.com", "@outlook.com", "@hotmail.com", "@yahoo.com", "@yahoo.co.jp", "@mail.ru"),
    *("@yandex.ru", "@naver.com", "@daum.net", "@hanmail.net", "@qq.com", "@163.com", "@126.com"),
)
"""Domains that say nothing of who writes."""

_LEAST_NAME = 4
"""Letters of a name, below which it may stand in any text by chance; two in Han and Hangul."""


class Reason(IntEnum):
    """Why a contact is taken for the sender, the strongest first."""

    SAID = 0
    """A person says so."""
    EMAIL = 1
    ORGANISATION = 2
    DOMAIN = 3
    PERSON = 4
    CITY = 5


@dataclass(frozen=True, slots=True)
class Sender:
    """A contact that the letter may come from; ``words`` are those of the letter that say so."""

    contact: Contact
    reason: Reason
    words: str


def senders(paragraphs: Sequence[str], contacts: Iterable[Contact]) -> tuple[Sender, ...]:
    """The contacts that the letter may come from; several where a person has to say.

    The letterhead and the signature are looked at first: the text between may name others
    («рекомендуем обратиться к …»). Only contacts of the strongest reason found are given: an
    address tells more than a city's name.
    """
    known = tuple(contacts)
    for texts in (ends(paragraphs), paragraphs):
        folded = _folded("\n".join(texts))
        found = [hit for contact in known for hit in _hits(contact, folded)]
        if found:
            strongest = min(hit.reason for hit in found)
            return tuple({h.contact.id: h for h in found if h.reason is strongest}.values())
    return ()


def _hits(contact: Contact, folded: str) -> Iterator[Sender]:
    for reason, words in _traces(contact):
        if _telling(words) and _folded(words) in folded:
            yield Sender(contact, reason, words)


def _traces(contact: Contact) -> Iterator[tuple[Reason, str]]:
    if contact.email:
        yield Reason.EMAIL, contact.email
        domain = contact.email[contact.email.find("@") :]
        if domain.casefold() not in _EVERYBODY:
            yield Reason.DOMAIN, domain
    for field, reason in (
        ("organisation", Reason.ORGANISATION),
        ("person", Reason.PERSON),
        ("city", Reason.CITY),
    ):
        for language in LANGUAGES:
            name = contact.name(field, language)
            if name:
                yield reason, name


def _telling(words: str) -> bool:
    least = _LEAST_NAME if words.isascii() or "\u0400" <= words[0] <= "\u04ff" else 2
    return len(words) >= least


def _folded(text: str) -> str:
    return "".join(text.split()).casefold().replace("ё", "е")
