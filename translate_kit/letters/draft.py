"""Drafting: the letters that answer one request, each proven, ready to be written to files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from translate_kit.contacts import Contact
from translate_kit.languages.numbers import compare
from translate_kit.letters.compose import Composed, Sources, compose
from translate_kit.letters.facts import facts_of, units
from translate_kit.letters.layout import arrange
from translate_kit.letters.layout.house import House
from translate_kit.letters.machine import NO_PACKAGE
from translate_kit.letters.proof import prove
from translate_kit.letters.render import render
from translate_kit.letters.request import Request
from translate_kit.letters.wording import Origin, Wording
from translate_kit.messages import _
from translate_kit.model import Finding, Severity
from translate_kit.standards import Standards, Standing

FILE_COPY = "zh"
"""The language of the copy that stays in the office's files."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One letter to one contact, with everything that the person who signs should know of it."""

    composed: Composed
    findings: tuple[Finding, ...]

    @property
    def stem(self) -> str:
        """The file name without its ending: date, kind, contact and language."""
        letter = self.composed.letter
        return f"{letter.date}-{letter.kind}-{self.composed.contact.id}.{letter.language}"

    @property
    def wrong(self) -> bool:
        """Whether a finding forbids writing the letter."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def draft(
    request: Request, contacts: Iterable[Contact], sources: Sources, languages: Iterable[str] = ()
) -> tuple[Draft, ...]:
    """The letters to each contact: in its own language and the Chinese file copy.

    ``languages`` replaces the contact's own language; the file copy is always there.
    """
    own = tuple(languages)
    return tuple(
        _draft(request, contact, language, sources)
        for contact in contacts
        for language in dict.fromkeys((*(own or (contact.language,)), FILE_COPY))
    )


def _draft(request: Request, contact: Contact, language: str, sources: Sources) -> Draft:
    composed = compose(request, contact, language, sources)
    findings = (
        *prove(facts_of(composed), units(composed.letter)),
        *_differing_wordings(request),
        *dict.fromkeys(_open_passages(composed)),
        *_unusual_counters(composed),
        *_doubtful_standards(request, sources.standards, language),
        *composed.findings,
    )
    return Draft(composed, findings)


def files(
    drafts: Iterable[Draft], out: Path, formats: Iterable[str], house: House
) -> dict[Path, bytes]:
    """What to write: path -> content, every draft in every format."""
    letters = tuple(drafts)
    sheets = [arrange(one.composed.letter, house) for one in letters]
    return {
        out / f"{one.stem}.{name}": content
        for name in formats
        for one, content in zip(letters, render(sheets, name), strict=True)
    }


def _differing_wordings(request: Request) -> Iterator[Finding]:
    """A wording given in several languages must hold the same numbers in all of them."""
    for name, value in request.values.items():
        if not isinstance(value, Wording):
            continue
        source, text = value.source
        for language, other in value.texts.items():
            if language != source and compare(text, source, other, language):
                message = _("{field}: the numbers in {language} differ from those in {source}")
                yield Finding(
                    Severity.ERROR,
                    "numbers",
                    message.format(field=name, language=language, source=source),
                    where=language,
                )


def _open_passages(composed: Composed) -> Iterator[Finding]:
    """What waits for a person, and what the machine's own checks say of it."""
    where = composed.letter.language
    for place, passage in composed.passages.items():
        if passage.origin.settled:
            continue
        message = _open(passage.origin).format(field=place)
        yield Finding(Severity.WARNING, "translation", message, where=where)
        for one in passage.remarks:
            said = one.message if one.check == NO_PACKAGE else f"{place}: {one.message}"
            yield Finding(one.severity, "translation", said, where=where)


def _open(origin: Origin) -> str:
    if origin is Origin.MACHINE:
        return _(
            "{field} is a machine translation; it stands marked in the draft and must be checked"
        )
    return _("{field} is still to be translated; it stands highlighted in the draft")


def _unusual_counters(composed: Composed) -> Iterator[Finding]:
    """Gloves counted in pieces instead of pairs may be meant, but may halve the order."""
    for item in composed.request.items:
        usual, given = item.concept.counter, item.counter
        if usual and given is not None and given.id != usual:
            message = _("“{item}” is usually counted otherwise than in “{unit}”; is that meant?")
            name = composed.request.items.index(item)
            yield Finding(
                Severity.WARNING,
                "units",
                message.format(item=composed.goods[name].name, unit=given.names["zh"]),
                where=composed.letter.language,
            )


def _doubtful_standards(request: Request, standards: Standards, language: str) -> Iterator[Finding]:
    """Standards that the table does not have, or that were not in force on the letter's day."""
    for code in dict.fromkeys(code for item in request.items for code in item.standards):
        if not standards.holds(code):
            message = _("the standard {code} is not in the table; check its number on paper")
            yield Finding(Severity.WARNING, "standards", message.format(code=code), where=language)
            continue
        answer = standards.edition_on(code, request.date)
        named = answer.asked or answer.edition
        standing = named.standing(request.date) if named else Standing.UNKNOWN
        if standing is Standing.IN_FORCE:
            continue
        proven = standing in (Standing.NOT_YET, Standing.NO_LONGER)
        message = _("the standard {code} on {day}: {reason}")
        yield Finding(
            Severity.ERROR if proven else Severity.WARNING,
            "standards",
            message.format(code=code, day=request.date, reason=answer.reason),
            where=language,
        )
