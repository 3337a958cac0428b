"""Writing an offer as XLIFF 2.1 or 1.2 (OASIS), so that any translation tool opens it.

In 2.1 a block is a unit and its sentences are segments; in 1.2, whose states belong to units, a
block is a group and its sentences are units.
"""

from typing import Any

from lxml import etree

from translate_kit import __version__
from translate_kit.formats.interchange.content import NEW, OLD, put
from translate_kit.formats.interchange.values import Mark, Offer, Segment, Unit, placed_marks
from translate_kit.formats.ooxml.fonts import tag
from translate_kit.formats.xml import Element, clean
from translate_kit.model import Severity

TOOL = "translate-kit"
COLUMNS_NOTE = f"{TOOL} columns"
"""Whom a note of 1.2, which has no metadata, is from where it names the columns of a table."""
_XLIFF2 = "urn:oasis:names:tc:xliff:document:2.0"
_XLIFF1 = "urn:oasis:names:tc:xliff:document:1.2"
_MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
_METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PRIORITIES = {Severity.ERROR: "1", Severity.WARNING: "4", Severity.NOTE: "8"}
"""XLIFF's 1 is the most urgent of ten."""
_STATES1 = {"engine": "needs-review-translation"}
_QUALIFIERS1 = {"engine": "leveraged-mt", "memory": "exact-match", "person": "exact-match",
                "glossary": "leveraged-glossary"}  # fmt: skip


def write(offer: Offer, version: str) -> bytes:
    """The file in version ``2.1`` or ``1.2``; the same bytes for the same offer."""
    root = _version_2(offer) if version == "2.1" else _version_1(offer)
    _indent(root, 1)
    written: Any = etree.tostring(root, encoding="UTF-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + bytes(written) + b"\n"


def _indent(element: Element, depth: int) -> None:
    """A line for each element; inside source and target every blank counts."""
    if not len(element) or etree.QName(element).localname in ("source", "target"):
        return
    element.text = "\n" + "  " * depth
    for node in element:
        _indent(node, depth + 1)
        node.tail = element.text
    element[-1].tail = "\n" + "  " * (depth - 1)


def _sub(parent: Element, local: str, text: str | None = None, **attributes: str) -> Element:
    namespace = "" if local.startswith("{") else parent.tag.rpartition("}")[0] + "}"
    given = {key.replace("_", "-"): clean(value) for key, value in attributes.items()}
    node = etree.SubElement(parent, namespace + local, given)
    node.text = None if text is None else clean(text)
    return node


def _version_2(offer: Offer) -> Element:
    names: Any = {None: _XLIFF2, "mda": _METADATA, "mtc": _MATCHES}
    languages = {"srcLang": tag(offer.pair.source), "trgLang": tag(offer.pair.target)}
    root = etree.Element(f"{{{_XLIFF2}}}xliff", {"version": "2.1", **languages}, names)
    file = _sub(root, "file", id="f1", original=offer.original, canResegment="no")
    group = _sub(_sub(file, f"{{{_METADATA}}}metadata"), f"{{{_METADATA}}}metaGroup", category=TOOL)
    _sub(group, f"{{{_METADATA}}}meta", __version__, type="version")
    _sub(group, f"{{{_METADATA}}}meta", offer.sha256, type="sha256")
    if offer.columns:
        _sub(group, f"{{{_METADATA}}}meta", ",".join(offer.columns), type="columns")
    for unit in offer.units:
        _unit_2(file, unit)
    if not offer.units:  # a file must have one
        _sub(_sub(_sub(file, "unit", id="empty", translate="no"), "segment"), "source", "")
    return root


def _unit_2(file: Element, unit: Unit) -> None:
    node = _sub(file, "unit", id=f"u{unit.number}", name=unit.name)
    node.set(_SPACE, "preserve")
    _matches_2(node, unit)
    notes = _sub(node, "notes")
    _sub(notes, "note", unit.where or unit.name, category="place")
    for number, segment in enumerate(unit.segments, 1):
        prefix = f"[{number}] " if len(unit.segments) > 1 else ""
        for remark in segment.remarks:
            priority = _PRIORITIES[remark.severity]
            kinds = {"category": remark.severity.value, "appliesTo": "target"}
            _sub(notes, "note", prefix + remark.text, priority=priority, **kinds)
    ours = placed_marks(unit.source_tags, [each.source for each in unit.segments])
    theirs = placed_marks(unit.target_tags, [each.target for each in unit.segments])
    source_at = target_at = 0
    for number, segment in enumerate(unit.segments, 1):
        gap = unit.source[source_at : segment.source.start]
        _gap_2(node, gap, unit.target[target_at : segment.target.start])
        _segment_2(node, number, segment, unit, (ours[number - 1], theirs[number - 1]))
        source_at, target_at = segment.source.end, segment.target.end
    _gap_2(node, unit.source[source_at:], unit.target[target_at:])


def _gap_2(unit: Element, source: str, target: str) -> None:
    """What lies between the sentences: blanks, line breaks, bullets."""
    if source:
        node = _sub(unit, "ignorable")
        _sub(node, "source", source)
        _sub(node, "target", target)


def _segment_2(
    parent: Element, number: int, segment: Segment, unit: Unit, marks: tuple[list[Mark], list[Mark]]
) -> None:
    state = "translated" if segment.translated else "initial"
    given = {"state": state, "subState": f"{TOOL}:{segment.origin}"}
    node = _sub(parent, "segment", id=f"s{number}", **given)
    put(_sub(node, "source"), segment.source.of(unit.source), marks[0], NEW)
    if segment.translated:
        put(_sub(node, "target"), segment.target.of(unit.target), marks[1], NEW)


def _matches_2(parent: Element, unit: Unit) -> None:
    found = [
        (number, candidate)
        for number, segment in enumerate(unit.segments, 1)
        for candidate in segment.candidates
    ]
    if not found:
        return
    matches = _sub(parent, f"{{{_MATCHES}}}matches")
    for number, candidate in found:
        quality = f"{candidate.quality:.1f}"
        given = {"ref": f"#s{number}", "similarity": quality, "matchQuality": quality}
        match = _sub(matches, f"{{{_MATCHES}}}match", type="tm", origin=TOOL, **given)
        _sub(match, f"{{{_XLIFF2}}}source", candidate.source)
        _sub(match, f"{{{_XLIFF2}}}target", candidate.target)


def _version_1(offer: Offer) -> Element:
    names: Any = {None: _XLIFF1}
    root = etree.Element(f"{{{_XLIFF1}}}xliff", {"version": "1.2"}, names)
    given = {
        "original": offer.original,
        "datatype": "plaintext",
        "source-language": tag(offer.pair.source),
        "target-language": tag(offer.pair.target),
        "tool-id": TOOL,
    }
    file = _sub(root, "file", **given)
    header = _sub(file, "header")
    reference = _sub(header, "reference")
    _sub(reference, "external-file", href=offer.original, crc=f"sha256-{offer.sha256}")
    if offer.columns:
        _sub(header, "note", ",".join(offer.columns), **{"from": COLUMNS_NOTE})
    tool = {"tool-id": TOOL, "tool-name": TOOL, "tool-version": __version__}
    _sub(header, "tool", **tool)
    body = _sub(file, "body")
    for unit in offer.units:
        _group_1(body, unit)
    return root


def _group_1(body: Element, unit: Unit) -> None:
    group = _sub(body, "group", id=f"u{unit.number}", resname=unit.name)
    places = _sub(group, "context-group", purpose="location")
    _sub(places, "context", unit.where or unit.name, context_type="x-place")
    ours = placed_marks(unit.source_tags, [each.source for each in unit.segments])
    theirs = placed_marks(unit.target_tags, [each.target for each in unit.segments])
    for number, segment in enumerate(unit.segments, 1):
        node = _sub(group, "trans-unit", id=f"u{unit.number}s{number}")
        node.set(_SPACE, "preserve")
        put(_sub(node, "source"), segment.source.of(unit.source), ours[number - 1], OLD)
        if segment.translated:
            given = {"state": _STATES1.get(segment.origin, "translated")}
            if segment.origin in _QUALIFIERS1:
                given["state-qualifier"] = _QUALIFIERS1[segment.origin]
            target = _sub(node, "target", **given)
            text = segment.target.of(unit.target)
            put(target, text, theirs[number - 1], OLD)
        _offers_1(node, segment)


def _offers_1(node: Element, segment: Segment) -> None:
    for remark in segment.remarks:
        given = {"priority": _PRIORITIES[remark.severity], "annotates": "target", "from": TOOL}
        _sub(node, "note", remark.text, **given)
    for candidate in segment.candidates:
        quality = f"{candidate.quality:.0f}"
        offer = _sub(node, "alt-trans", match_quality=quality, origin=TOOL)
        _sub(offer, "source", candidate.source)
        _sub(offer, "target", candidate.target)
