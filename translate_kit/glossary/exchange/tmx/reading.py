"""Terms from a TMX file: ours, with the ids of concepts, or any program's that keeps words in it.

A memory of sentences is no glossary: units that hold a sentence are left out, and told.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from translate_kit.errors import BadData
from translate_kit.files.xml import read_xml
from translate_kit.glossary.concept import Status
from translate_kit.glossary.edits import clean
from translate_kit.glossary.exchange.foreign import ForeignConcept, ForeignTerm, left_out
from translate_kit.glossary.exchange.taking import incoming_of
from translate_kit.glossary.exchange.tmx.writing import DOMAIN, HEADER, LANG
from translate_kit.glossary.incoming import Incoming, Problem
from translate_kit.glossary.store import Glossary
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Elements of a segment that hold code of the file it came from."""
_LONGEST = 100
_SENTENCE = re.compile(r"[。！？!?]$|\S+\s+\S+\s+\S+\s+\S+.*[.…]$")
_OURS = ("creationtool", "o-tmf", "segtype")


def read(path: Path, glossary: Glossary) -> Incoming:
    """What the terms of a TMX file would change; raises BadData for a file that is none."""
    root = read_xml(path)
    if _name(root) != "tmx":
        why = _("this is XML, but no TMX: it begins with <{name}>")
        raise BadData(path, why.format(name=_name(root)), line=_line(root))
    header = next((each for each in root if _name(each) == "header"), None)
    ours = header is not None and all(header.get(name) == HEADER[name] for name in _OURS)
    reading = _Reading(ours, _code(header.get("srclang", "")) if header is not None else "")
    units = (each for each in root.iter() if _name(each) == "tu")
    concepts = [concept for unit in units if (concept := reading.concept(unit))]
    if not concepts:
        raise BadData(path, _("there is no term in this TMX file"), line=_line(root))
    problems = [*reading.problems, *left_out(reading.others)]
    return incoming_of(concepts, glossary, problems, ours=ours)


@dataclass
class _Reading:
    """One file being read: whether it is ours, its source language, and what was unusable."""

    ours: bool
    source: str
    problems: list[Problem] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)

    def concept(self, unit: etree._Element) -> ForeignConcept | None:
        """The concept of a unit; None where it holds no term in a language of ours."""
        where = _("line {line}").format(line=_line(unit) or "?")
        terms = list(self._terms(unit, where))
        if not self.ours and any(_is_sentence(term.text) for term in terms):
            self.problems.append(Problem(where, _("this is a sentence, no term; left out")))
            return None
        if not terms:
            return None
        told = {"domain": _prop(unit, DOMAIN), "definition" if self.ours else "note": _note(unit)}
        cells = {name: text for name, text in told.items() if text}
        languages = [term.language for term in terms]
        source = "" if self.ours else self.source if self.source in languages else languages[0]
        return ForeignConcept(unit.get("tuid") or where, cells, terms, where, source)

    def _terms(self, unit: etree._Element, where: str) -> Iterator[ForeignTerm]:
        status = {"status": Status.PREFERRED.value} if self.ours else {}
        for variant in (each for each in unit if _name(each) == "tuv"):
            language = variant.get(LANG) or variant.get("lang") or ""
            segment = next((each for each in variant if _name(each) == "seg"), None)
            text = clean("" if segment is None else "".join(_pieces(segment)))
            if _code(language) not in LANGUAGES:
                self.others[language.lower() or "?"] += 1
            elif not text:
                self.problems.append(Problem(where, _("the term is empty; left out")))
            else:
                yield ForeignTerm(_code(language), text, status, where)


def _code(language: str) -> str:
    return language.strip().lower().replace("_", "-").partition("-")[0]


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST or _SENTENCE.search(text) is not None


def _pieces(element: etree._Element) -> Iterator[str]:
    """The words of a segment without its codes."""
    yield element.text or ""
    for child in element:
        if _name(child) not in _CODES:
            yield from _pieces(child)
        yield child.tail or ""


def _prop(unit: etree._Element, kind: str) -> str:
    found = (e.text or "" for e in unit if _name(e) == "prop" and e.get("type") == kind)
    return next(found, "").strip()


def _note(unit: etree._Element) -> str:
    return "; ".join(text for e in unit if _name(e) == "note" and (text := clean(e.text or "")))


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _line(element: etree._Element) -> int | None:
    line: Any = element.sourceline
    return int(line) if line else None
