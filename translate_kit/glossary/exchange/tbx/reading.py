"""Reading TBX: version 3 in both styles and any dialect, and version 2 (martif)."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from translate_kit.errors import BadData
from translate_kit.files.xml import read_xml
from translate_kit.glossary.exchange.foreign import ForeignConcept, ForeignTerm, left_out
from translate_kit.glossary.exchange.taking import incoming_of
from translate_kit.glossary.exchange.tbx.names import (
    LANG,
    OWN,
    READ_GENDERS,
    READ_PARTS,
    READ_STATUSES,
)
from translate_kit.glossary.incoming import Incoming, Problem
from translate_kit.glossary.store import Glossary
from translate_kit.languages.countries import (
    NoCountry,
    known_countries,
    read_countries,
    write_countries,
)
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

_ROOTS = ("tbx", "martif")
_ENTRIES = ("conceptEntry", "termEntry")
_SECTIONS = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_META = (
    "descrip",
    "admin",
    "termNote",
    "transac",
    "transacNote",
    "ref",
    "descripNote",
    "adminNote",
)
_OWN_CELLS = ("part_of_speech", "counter", "source", "confidence", "replaced_by", "see", "status",
              "grammar")  # fmt: skip


def read(path: Path, glossary: Glossary) -> Incoming:
    """What a TBX file would change; raises BadData for a file that is none.

    Terms of other languages than our five are left out, and told.
    """
    root = read_xml(path)
    if _name(root) not in _ROOTS:
        why = _("this is XML, but no TBX: it begins with <{name}>")
        raise BadData(path, why.format(name=_name(root)), line=_line(root))
    reading = _Reading()
    concepts = [reading.concept(entry) for entry in root.iter() if _name(entry) in _ENTRIES]
    if not concepts:
        raise BadData(path, _("there is no concept in this TBX file"), line=_line(root))
    return incoming_of(concepts, glossary, reading.told(), ours=_is_ours(root))


def _is_ours(root: etree._Element) -> bool:
    """Whether the header says that we wrote the file."""
    sources = (each for each in root.iter() if _name(each) == "sourceDesc")
    return any(_text(source).startswith(OWN) for source in sources)


@dataclass
class _Reading:
    """One file being read, and what was unusable in it."""

    problems: list[Problem] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)

    def told(self) -> list[Problem]:
        return [*self.problems, *left_out(self.others)]

    def concept(self, entry: etree._Element) -> ForeignConcept:
        where = _where(entry)
        notes = _notes(entry)
        told = {
            "domain": _category(entry, "subjectField"),
            "definition": _definition(entry),
            "source": _category(entry, "source"),
            "see": " ".join(_targets(entry)),
            "note": notes.text,
            **notes.own,
        }
        sections = [section for section in entry if _name(section) in _SECTIONS]
        regions = _regions(sections)
        terms = [t for section in sections for t in self._terms(section, regions)]
        part = self._part(entry)
        if part and "part_of_speech" not in told:
            told["part_of_speech"] = part
        cells = {name: text for name, text in told.items() if text}
        return ForeignConcept(entry.get("id") or where, cells, terms, where)

    def _part(self, entry: etree._Element) -> str:
        """The part of speech that the first term has."""
        parts = (e.text or "" for e in entry.iter() if _is(e, "partOfSpeech"))
        return READ_PARTS.get(next(parts, "").strip(), "")

    def _terms(
        self, section: etree._Element, regions: Mapping[str, set[str]]
    ) -> Iterator[ForeignTerm]:
        language = _language(section)
        ours, region = _parted(language)
        region = region if len(regions[ours]) > 1 else ""
        for each in section:
            if _name(each) not in _TERMS:
                continue
            text = _text(next((e for e in each.iter() if _name(e) == "term"), None))
            if ours not in LANGUAGES:
                self.others[language or "?"] += 1
            elif not text:
                self.problems.append(Problem(_where(each), _("the term is empty; left out")))
            else:
                yield ForeignTerm(ours, text, self._cells(each, region), _where(each))

    def _cells(self, each: etree._Element, region: str) -> Mapping[str, str]:
        notes = _notes(each)
        gender = READ_GENDERS.get(_category(each, "grammaticalGender"), "")
        told = {
            "status": self._status(each),
            "grammar": f"gender={gender}" if gender else "",
            "reviewer": _category(each, "responsibility"),
            "date": _text(next((e for e in each.iter() if _name(e) == "date"), None)),
            "note": notes.text,
            "country": self._countries(each) or region,
            **notes.own,
        }
        return {name: text for name, text in told.items() if text}

    def _countries(self, each: etree._Element) -> str:
        """Where the term is used, by codes; other programs write what they like there."""
        found = [_text(e).partition("-") for e in each.iter() if _is(e, "geographicalUsage")]
        told = "|".join(after or text for text, _dash, after in found)  # en-CA is in Canada
        try:
            return write_countries(read_countries(told))
        except NoCountry as error:
            self.problems.append(Problem(_where(each), str(error)))
            return ""

    def _status(self, each: etree._Element) -> str:
        for name in ("administrativeStatus", "normativeAuthorization"):
            text = _category(each, name)
            if text in READ_STATUSES:
                return READ_STATUSES[text].value
            if text:
                why = _("unknown status “{text}”; taken in as a proposal")
                self.problems.append(Problem(_where(each), why.format(text=text)))
        return ""


@dataclass(frozen=True, slots=True)
class _Notes:
    text: str
    own: Mapping[str, str]


def _notes(parent: etree._Element) -> _Notes:
    """The notes of an entry or term, joined, and the cells that a note of our own holds."""
    texts: list[str] = []
    own: dict[str, str] = {}
    for each in parent:
        if _name(each) == "note":
            text = _text(each)
            held = _own_cells(text)
            own.update(held)
            if text and not held:
                texts.append(text)
    return _Notes("; ".join(texts), own)


def _own_cells(note: str) -> Mapping[str, str]:
    if not note.startswith(OWN):
        return {}
    try:
        held = json.loads(note.removeprefix(OWN))
    except ValueError:
        return {}
    known = held if isinstance(held, dict) else {}
    return {name: str(known[name]) for name in _OWN_CELLS if name in known}


def _definition(entry: etree._Element) -> str:
    """The definition of the concept, else that of its Chinese section, else of the first."""
    own = _category(entry, "definition")
    if own:
        return own
    sections = [each for each in entry if _name(each) in _SECTIONS]
    sections.sort(key=lambda each: not (each.get(LANG) or "").startswith("zh"))
    return next((text for each in sections if (text := _category(each, "definition"))), "")


def _language(section: etree._Element) -> str:
    return (section.get(LANG) or section.get("lang") or "").lower().replace("_", "-")


def _parted(language: str) -> tuple[str, str]:
    """(``en``, ``GB``) of ``en-gb``; the country empty where there is none."""
    ours, *more = language.split("-")
    regions = [part.upper() for part in more if part.upper() in known_countries()]
    return ours, "".join(regions[:1])


def _regions(sections: Iterable[etree._Element]) -> Mapping[str, set[str]]:
    """Language -> the countries whose terms an entry keeps apart (en-GB beside en-US).

    Where it is but one, most programs only say which language they mean.
    """
    regions: dict[str, set[str]] = {}
    for section in sections:
        ours, region = _parted(_language(section))
        regions.setdefault(ours, set()).add(region)
    return regions


def _category(parent: etree._Element, name: str) -> str:
    """The text of a data category of this entry, section or term itself."""
    inner = (*_ENTRIES, *_SECTIONS, *_TERMS)
    for each in parent:
        if _name(each) in inner:
            continue
        for element in each.iter():
            if _is(element, name):
                return _text(element)
    return ""


def _targets(entry: etree._Element) -> list[str]:
    return [
        target for each in entry if _is(each, "crossReference") and (target := each.get("target"))
    ]


def _is(element: etree._Element, category: str) -> bool:
    name = _name(element)
    return element.get("type") == category if name in _META else name == category


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _text(element: etree._Element | None) -> str:
    if element is None:
        return ""
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def _where(element: etree._Element) -> str:
    return _("line {line}").format(line=_line(element) or "?")


def _line(element: etree._Element) -> int | None:
    line: Any = element.sourceline
    return int(line) if line else None
