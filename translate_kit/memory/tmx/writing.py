"""Writing TMX 1.4b: unit by unit, valid by its DTD, and whole when it comes back to us."""

from collections.abc import Iterable
from typing import Any, BinaryIO

from lxml import etree

from translate_kit import __version__
from translate_kit.memory.tmx import names
from translate_kit.memory.unit import Unit

_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
_HEADER = {
    "creationtool": names.TOOL,
    "creationtoolversion": __version__,
    "segtype": "sentence",
    "o-tmf": names.TOOL,
    "adminlang": "en",
    "srclang": "*all*",  # any language of a unit may be the source
    "datatype": "plaintext",
}


def write(units: Iterable[Unit], file: BinaryIO) -> int:
    """Write units as a TMX file; returns how many. The same units give the same bytes."""
    count = 0
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        xml.write_doctype(_DOCTYPE)
        with xml.element("tmx", version="1.4"):
            xml.write("\n", etree.Element("header", _HEADER), "\n")
            with xml.element("body"):
                for unit in units:
                    xml.write("\n", _tu(unit))
                    count += 1
                xml.write("\n")
            xml.write("\n")
    return count


def _tu(unit: Unit) -> etree._Element:
    """The attributes and properties that the unit came with, and over them our own."""
    provenance = unit.provenance
    attributes = dict(unit.attributes.get("tu", {}))
    ours = {
        "tuid": unit.id,
        "changeid": provenance.by,
        "changedate": names.to_date(provenance.at),
    }
    tu = etree.Element("tu", attributes | {key: value for key, value in ours.items() if value})
    properties = [
        (names.ORIGIN, provenance.origin.value),
        (names.SOURCE, provenance.source),
        (names.DOMAIN, provenance.domain),
        (names.PENALTY, str(provenance.penalty or "")),
        *unit.attributes.get("props", ()),
    ]
    _add(tu, properties, [unit.note] if unit.note else [])
    for language, text in unit.texts.items():
        tu.append(_tuv(language, text, unit.attributes.get("tuv", {}).get(language, {})))
    return tu


def _tuv(language: str, text: str, own: dict[str, Any]) -> etree._Element:
    attributes = dict(own.get("attributes", {}))
    tuv = etree.Element("tuv", {names.LANG: attributes.pop("lang", language)} | attributes)
    _add(tuv, own.get("props", ()), own.get("notes", ()))
    etree.SubElement(tuv, "seg").text = text
    return tuv


def _add(
    element: etree._Element, properties: Iterable[tuple[str, str]], notes: Iterable[str]
) -> None:
    for note in notes:
        etree.SubElement(element, "note").text = note
    for type_, value in properties:
        if value:
            etree.SubElement(element, "prop", type=type_).text = value
