"""Reading TMX: unit by unit, nothing fetched, nothing expanded, every refusal with its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from translate_kit.errors import BadData, UserError
from translate_kit.files.xml import declares_entities, xml_events
from translate_kit.memory.entry import cleaned
from translate_kit.memory.tally import Tally
from translate_kit.memory.tmx import names
from translate_kit.memory.tmx.segment import segment_text
from translate_kit.memory.tmx.variants import is_traditional, language_of
from translate_kit.memory.unit import Origin, Provenance, Unit
from translate_kit.messages import _

_OWN = ("tuid", "changeid", "changedate")
"""Attributes of a unit that our own fields hold."""
_OWN_PROPS = (names.ORIGIN, names.SOURCE, names.DOMAIN, names.PENALTY)

_Properties = dict[str, Any]


def read(path: Path, tally: Tally, *, penalty: int = 0, domain: str = "") -> Iterator[Unit]:
    """The units of a TMX file with texts in two of our languages or more.

    Of a file of our own every unit has the provenance it was written with; of another tool's it is
    an import from this file, with the person and time that the unit names, ``penalty`` and
    ``domain``. Where a unit has two texts in one language (American and British English), each
    second one makes a further unit. ``tally`` counts what was left out. Raises BadData for a file
    that is no TMX, is cut off, or declares entities.
    """
    reader = _Reader(path, tally, penalty, domain)
    try:
        yield from reader.units()
    except etree.XMLSyntaxError as error:
        why = _("this is not readable XML: {why}").format(why=error.msg)
        raise BadData(path, why, line=error.lineno or None) from None
    except OSError as error:
        raise UserError(
            _("{path}: cannot be read: {why}").format(path=path, why=error.strerror or error)
        ) from None


@dataclass(slots=True)
class _Reader:
    """One pass over a file; ``ours`` once its header has said that we wrote it."""

    path: Path
    tally: Tally
    penalty: int
    domain: str
    ours: bool = False
    headed: bool = False

    def units(self) -> Iterator[Unit]:
        with self.path.open("rb") as file:
            events = xml_events(file)
            _event, root = next(events)
            self._begin(root)
            for event, element in events:
                name = etree.QName(element).localname
                if event == "end" and name == "header":
                    self._header(element)
                elif event == "start" and name == "body" and not self.headed:
                    raise self._bad(element, _("the file has no <header>; TMX needs one"))
                elif event == "end" and name == "tu":
                    yield from self._units(element)
                    _forget(element)

    def _begin(self, root: etree._Element) -> None:
        if etree.QName(root).localname != "tmx":
            why = _("this is XML, but no TMX: it begins with <{name}>")
            raise self._bad(root, why.format(name=etree.QName(root).localname))
        if declares_entities(root):
            raise self._bad(root, _("the file declares XML entities, which no TMX needs; refused"))
        version = root.get("version", "")
        if not version.startswith("1."):
            why = _("TMX version “{version}” is not known; export the memory as TMX 1.4")
            raise self._bad(root, why.format(version=version))

    def _header(self, header: etree._Element) -> None:
        self.headed = True
        self.ours = header.get("o-tmf") == header.get("creationtool") == names.TOOL

    def _units(self, tu: etree._Element) -> Iterator[Unit]:
        """The unit of a ``tu``, and further ones for languages that it has twice."""
        variants = [each for each in tu if etree.QName(each).localname == "tuv"]
        sets: list[dict[str, tuple[str, etree._Element]]] = []
        for variant in variants:
            language = self._language(variant)
            if language is None:
                continue
            text = self._text(variant)
            place = next((each for each in sets if language not in each), None)
            if place is None:
                sets.append(place := dict(sets[0]) if sets else {})
            place[language] = (text, variant)
        if not sets:
            self.tally.alone += 1
        for one in sets:
            texts = cleaned({language: text for language, (text, _tuv) in one.items()})
            if len(texts) < 2:
                self.tally.alone += 1
                continue
            yield self._unit(tu, texts, {code: one[code][1] for code in texts})

    def _language(self, tuv: etree._Element) -> str | None:
        code = tuv.get(names.LANG) or tuv.get(names.OLD_LANG)
        if not code:
            raise self._bad(tuv, _("a <tuv> without xml:lang; nobody can tell its language"))
        language = language_of(code)
        if language is None:
            kind = self.tally.traditional if is_traditional(code) else self.tally.languages
            kind[code] += 1
        return language

    def _text(self, tuv: etree._Element) -> str:
        seg = next((each for each in tuv if etree.QName(each).localname == "seg"), None)
        if seg is None:
            raise self._bad(tuv, _("a <tuv> without <seg>"))
        try:
            segment = segment_text(seg, verbatim=self.ours)
        except ValueError as error:
            why = _("the entity “{name}” is explained nowhere in the file")
            raise self._bad(seg, why.format(name=error)) from None
        self.tally.coded += segment.codes > 0
        return segment.text

    def _unit(
        self, tu: etree._Element, texts: dict[str, str], variants: dict[str, etree._Element]
    ) -> Unit:
        properties, notes = _properties(tu)
        return Unit(
            tu.get("tuid", ""),
            texts,
            self._provenance(tu, dict(properties)),
            "\n".join(notes),
            attributes=self._attributes(tu, properties, variants),
        )

    def _provenance(self, tu: etree._Element, properties: dict[str, str]) -> Provenance:
        by, at = tu.get("changeid"), tu.get("changedate")
        if not self.ours:
            by, at = by or tu.get("creationid"), at or tu.get("creationdate")
        by, at = by or "", names.from_date(at or "")
        if not self.ours:
            return Provenance(Origin.IMPORT, by, at, self.path.name, self.domain, self.penalty)
        try:
            return Provenance(
                Origin(properties.get(names.ORIGIN, Origin.IMPORT)),
                by,
                at,
                properties.get(names.SOURCE, ""),
                properties.get(names.DOMAIN, ""),
                int(properties.get(names.PENALTY, 0)),
            )
        except ValueError:
            why = _("a <prop> of ours with a value that we never write")
            raise self._bad(tu, why) from None

    def _attributes(
        self,
        tu: etree._Element,
        properties: list[tuple[str, str]],
        variants: dict[str, etree._Element],
    ) -> dict[str, Any]:
        """What the file says of the unit beyond our fields, as ``writing`` gives it back."""
        rest = [each for each in properties if not (self.ours and each[0] in _OWN_PROPS)]
        found: dict[str, Any] = {
            "tu": {str(k): str(v) for k, v in tu.attrib.items() if k not in _OWN},
            "props": [list(each) for each in rest],
            "tuv": {code: _of_variant(code, tuv) for code, tuv in variants.items()},
        }
        found["tuv"] = {code: each for code, each in found["tuv"].items() if each}
        return {key: value for key, value in found.items() if value}

    def _bad(self, element: etree._Element, why: str) -> BadData:
        line: Any = element.sourceline
        return BadData(self.path, why, line=line)


def _properties(element: etree._Element) -> tuple[list[tuple[str, str]], list[str]]:
    """The properties of a unit or a variant, and its notes."""
    properties, notes = [], []
    for each in element:
        name = etree.QName(each).localname
        if name == "prop":
            properties.append((each.get("type", ""), each.text or ""))
        elif name == "note":
            notes.append(each.text or "")
    return properties, notes


def _of_variant(language: str, tuv: etree._Element) -> dict[str, Any]:
    """What a variant says of itself; its language only where it isn't written as we do."""
    properties, notes = _properties(tuv)
    attributes = {str(k): str(v) for k, v in tuv.attrib.items() if k != names.OLD_LANG}
    attributes["lang"] = attributes.pop(names.LANG, tuv.get(names.OLD_LANG, ""))
    if attributes["lang"] == language:
        del attributes["lang"]
    found = {"attributes": attributes, "props": [list(p) for p in properties], "notes": notes}
    return {key: value for key, value in found.items() if value}


def _forget(element: etree._Element) -> None:
    """Let go of a unit that has been read, and of all before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
