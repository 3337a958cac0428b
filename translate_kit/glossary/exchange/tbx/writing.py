"""Writing TBX-Basic: version 3 in either of its two styles, and version 2."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from lxml import etree

from translate_kit import __version__
from translate_kit.errors import UserError
from translate_kit.glossary.concept import Concept, Term
from translate_kit.glossary.exchange.tbx.names import (
    BASIC,
    GENDERS,
    LANG,
    MIN,
    MODULES,
    NAMESPACE,
    OWN,
    PARTS,
    STATUSES,
    VERSION_2,
)
from translate_kit.glossary.grammar import serialize
from translate_kit.messages import _

Style = Literal["dca", "dct", "v2"]


def tbx_bytes(concepts: Sequence[Concept], style: Style, *, title: str, revision: str) -> bytes:
    """The concepts that have a term, as a TBX-Basic file; the same concepts give the same bytes.

    Raises UserError for a text that no XML file can hold.
    """
    writing = _Writing(style, {c.id for c in concepts if any(c.terms.values())})
    root = writing.root(title, revision)
    text = writing.add(root, "text")
    body = writing.add(text, "body")
    for concept in concepts:
        if concept.id in writing.ids:
            try:
                writing.concept(body, concept)
            except ValueError:  # lxml's, for control characters
                why = _("{id} holds a control character; mend it in the glossary first")
                raise UserError(why.format(id=concept.id)) from None
    writing.back(text)
    etree.indent(root, " ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


@dataclass
class _Writing:
    """One file being written; ``ids`` are the concepts in it, ``people`` those who signed."""

    style: Style
    ids: set[str]
    people: dict[str, str] = field(default_factory=dict)

    def root(self, title: str, revision: str) -> etree._Element:
        """The root with its header."""
        names: Any = {None: NAMESPACE}
        if self.style == "dct":
            names |= {"min": MIN, "basic": BASIC}
        told = {"type": "TBX-Basic", LANG: "zh"} | (
            {} if self.style == "v2" else {"style": self.style}
        )
        root = etree.Element(self._named("tbx"), told, nsmap={} if self.style == "v2" else names)
        file = self.add(self.add(root, "tbxHeader"), "fileDesc")
        self.add(self.add(file, "titleStmt"), "title").text = title
        source = self.add(self.add(file, "sourceDesc"), "p")
        source.text = f"translate-kit {__version__}, glossary revision {revision}"
        return root

    def add(self, parent: etree._Element, name: str, **attributes: str) -> etree._Element:
        """A new element of the format's own, by its name in version 3."""
        return etree.SubElement(parent, self._named(name), attributes)

    def _named(self, name: str) -> str:
        return VERSION_2.get(name, name) if self.style == "v2" else f"{{{NAMESPACE}}}{name}"

    def concept(self, body: etree._Element, concept: Concept) -> None:
        entry = self.add(body, "conceptEntry", id=concept.id)
        self._category(entry, "subjectField", concept.domain)
        if concept.definition:
            self._definition(entry, concept)
        for target in concept.see:
            if target in self.ids:
                self._category(entry, "crossReference", target, target=target)
        self._note(entry, concept.note, language="en")
        self._own(entry, _untold(concept))
        for language, terms in concept.terms.items():
            if terms:
                section = self.add(entry, "langSec", **{LANG: language})
                for term in terms:
                    self._term(section, concept, term)

    def back(self, text: etree._Element) -> None:
        """Who signed: in the style DCT a name must refer to an object at the end of the file."""
        if self.people:
            section = self.add(self.add(text, "back"), "refObjectSec", type="respPerson")
            for name, identifier in self.people.items():
                person = self.add(section, "refObject", id=identifier)
                self.add(person, "item", type="fn").text = name

    def _definition(self, entry: etree._Element, concept: Concept) -> None:
        group = self.add(entry, "descripGrp")
        self._category(group, "definition", concept.definition)
        if concept.source:
            self._category(group, "source", concept.source)

    def _term(self, section: etree._Element, concept: Concept, term: Term) -> None:
        told = self.add(section, "termSec")
        self.add(told, "term").text = term.text
        part = PARTS.get(concept.part_of_speech, "other")
        self._category(told, "partOfSpeech", part)
        if term.status in STATUSES:
            self._category(told, "administrativeStatus", STATUSES[term.status])
        gender = GENDERS.get(term.grammar.get("gender", ""))
        if gender:
            self._category(told, "grammaticalGender", gender)
        for country in term.countries:
            self._category(told, "geographicalUsage", country)
        if term.reviewer or term.date:
            self._signature(told, term)
        self._note(told, term.note)
        self._own(told, dict(_untold_of(term)))

    def _signature(self, told: etree._Element, term: Term) -> None:
        group = self.add(told, "transacGrp")
        self._category(group, "transactionType", "modification")
        if term.reviewer:
            identifier = self.people.setdefault(term.reviewer, f"person-{len(self.people) + 1}")
            self._category(group, "responsibility", term.reviewer, target=identifier)
        if term.date:
            self.add(group, "date").text = term.date.isoformat()

    def _category(self, parent: etree._Element, name: str, text: str, **more: str) -> None:
        element, namespace = MODULES[name]
        if self.style == "dct":
            made = etree.SubElement(parent, f"{{{namespace}}}{name}", more)
        else:
            made = self.add(parent, element, type=name, **more)
        made.text = text

    def _note(self, parent: etree._Element, text: str, *, language: str = "") -> None:
        if text:
            self.add(parent, "note", **({LANG: language} if language else {})).text = text

    def _own(self, parent: etree._Element, cells: Mapping[str, str]) -> None:
        if cells:
            self._note(parent, OWN + json.dumps(cells, ensure_ascii=False))


def _untold(concept: Concept) -> dict[str, str]:
    """What TBX-Basic has no category for, of a concept."""
    told = {
        "part_of_speech": "" if PARTS.get(concept.part_of_speech) == concept.part_of_speech
        else concept.part_of_speech,
        "counter": concept.counter,
        "source": "" if concept.definition else concept.source,
        "confidence": concept.confidence,
        "replaced_by": concept.replaced_by,
        "see": " ".join(concept.see),
    }  # fmt: skip
    return {name: text for name, text in told.items() if text}


def _untold_of(term: Term) -> Iterator[tuple[str, str]]:
    """The same of a term."""
    if term.status not in STATUSES:
        yield "status", term.status.value
    if (term.grammar and term.grammar.get("gender") not in GENDERS) or len(term.grammar) > 1:
        yield "grammar", serialize(term.grammar)
