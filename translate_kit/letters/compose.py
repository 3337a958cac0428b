"""Composing a letter: request and contact, filled into the template of a language.

Nothing here decides how a page looks (``layout``) or whether the letter is right (``proof``).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from translate_kit.contacts import Contact, Contacts
from translate_kit.glossary.store import Glossary
from translate_kit.languages.file_numbers import dated
from translate_kit.languages.series import country_name
from translate_kit.letters.goods import Goods, cautions, goods, goods_table
from translate_kit.letters.letter import Letter, Letterhead, Signature, plain
from translate_kit.letters.machine import Machine
from translate_kit.letters.markdown import Markdown
from translate_kit.letters.office import Office
from translate_kit.letters.protocol import form_of_address
from translate_kit.letters.request import Request
from translate_kit.letters.template import fill
from translate_kit.letters.wording import Passage
from translate_kit.letters.words import Words, passages_of
from translate_kit.memory import Memory
from translate_kit.model import Finding
from translate_kit.standards import Standards


@dataclass(frozen=True, slots=True)
class Sources:
    """What a letter draws on besides its request."""

    office: Office
    contacts: Contacts
    glossary: Glossary
    memory: Memory
    standards: Standards
    goods_labels: Mapping[str, Mapping[str, str]]
    machine: Machine


@dataclass(frozen=True, slots=True)
class Addressee:
    """What a template may ask of the addressee."""

    organisation: str
    city: str
    country: str
    kind: str
    is_city: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Sender:
    """What a template may ask of our own office."""

    name: str
    city: str


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter with what went into it, for the proof and for the person who signs.

    ``words`` are texts that must stand in the letter as they are, by field; ``passages`` the
    free texts with their origin; ``cautions`` the notes on standards, whose numbers are no facts;
    ``findings`` what the person who signs should look at.
    """

    letter: Letter
    request: Request
    contact: Contact
    goods: tuple[Goods, ...]
    words: Mapping[str, str]
    passages: Mapping[str, Passage]
    cautions: tuple[str, ...]
    findings: tuple[Finding, ...]


def compose(request: Request, contact: Contact, language: str, sources: Sources) -> Composed:
    """The letter that answers a request, to one contact, in one language.

    Raises UserError where the template, the contact or the glossary lack what the letter needs;
    what nobody has translated yet, and what a machine has, stands in it as a marked passage.
    """
    passages = passages_of(
        request, language, contact.country, sources.glossary, sources.memory, sources.machine
    )
    words = Words(language, request, passages)
    things = _goods(request, contact, words, sources)
    labels = sources.goods_labels[language]
    form = form_of_address(contact, sources.contacts.positions, language, request.kind.formality)
    facts = {
        "office": Sender(
            sources.office.name("name", language), sources.office.name("city", language)
        ),
        "addressee": _addressee(contact, language),
        "opening": form.opening,
        "items": things,
        "goods_table": goods_table(things, labels) if things else Markdown(""),
        "date": request.date,
        "reference": request.reference,
        "your_reference": request.your_reference,
        **words.fields(),
    }
    body = fill(request.kind.body(language), language, facts)
    letter = Letter(
        language=language,
        kind=request.kind.id,
        letterhead=_letterhead(sources.office, language),
        reference=request.reference,
        your_reference=_your_reference(request, language),
        date=request.date,
        addressee=form.addressee,
        subject=plain(body.subject).strip(),
        salutation=form.salutation,
        body=body.blocks,
        closing=form.closing,
        particulars=body.particulars,
        signature=_signature(sources.office, language, words.signer()),
        enclosures=words.enclosures(),
        copies=(),
        drafter=sources.office.name("drafter", language),
        draft=not words.settled,
        headline=body.subject if any(run.pending or run.machine for run in body.subject) else (),
    )
    return Composed(
        letter=letter,
        request=request,
        contact=contact,
        goods=things,
        words=words.literal,
        passages=passages,
        cautions=cautions(things, labels),
        findings=form.findings,
    )


def _your_reference(request: Request, language: str) -> str:
    """The number of the letter we answer with its date, where both are known."""
    if not (request.your_reference and request.your_date):
        return request.your_reference
    return dated(request.your_reference, request.your_date, language)


def _goods(request: Request, contact: Contact, words: Words, sources: Sources) -> tuple[Goods, ...]:
    return tuple(
        goods(
            item,
            words.language,
            note=words.note(number),
            standards=sources.standards,
            country=contact.country,
            day=request.date,
        )
        for number, item in enumerate(request.items, 1)
    )


def _addressee(contact: Contact, language: str) -> Addressee:
    return Addressee(
        organisation=contact.name("organisation", language),
        city=contact.name("city", language),
        country=country_name(contact.country, language),
        kind=contact.kind,
        is_city=contact.kind in ("sister_city", "friendly_city"),
        named=bool(contact.name("person", language)),
    )


def _letterhead(office: Office, language: str) -> Letterhead:
    return Letterhead(
        office=office.name("name", language),
        parent=office.name("parent", language),
        address=office.name("address", language),
        phone=office.phone,
        email=office.email,
    )


def _signature(office: Office, language: str, signer: str) -> Signature:
    return Signature(
        organisation=office.name("name", language),
        position=office.name("signer", language),
        name=signer or office.name("signer_name", language),
    )
