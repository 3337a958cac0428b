"""XML inside documents: parsed without entities, DTD or network, its names written short."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from translate_kit.errors import BadData
from translate_kit.files.xml import declares_entities, parse_xml
from translate_kit.messages import _

Element = etree._Element

LARGEST = 32 * 2**20
"""Bytes of one XML part, some 2,500 full pages; its tree takes up to 25 times as much memory."""

_OOXML = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_MICROSOFT = "http://schemas.microsoft.com/office"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES: dict[str, tuple[str, ...]] = {
    "w": (f"{_OOXML}/wordprocessingml/2006/main", f"{_STRICT}/wordprocessingml/main"),
    "a": (f"{_OOXML}/drawingml/2006/main", f"{_STRICT}/drawingml/main"),
    "c": (f"{_OOXML}/drawingml/2006/chart", f"{_STRICT}/drawingml/chart"),
    "wp": (
        f"{_OOXML}/drawingml/2006/wordprocessingDrawing",
        f"{_STRICT}/drawingml/wordprocessingDrawing",
    ),
    "pic": (f"{_OOXML}/drawingml/2006/picture", f"{_STRICT}/drawingml/picture"),
    "dgm": (f"{_OOXML}/drawingml/2006/diagram", f"{_STRICT}/drawingml/diagram"),
    "xdr": (
        f"{_OOXML}/drawingml/2006/spreadsheetDrawing",
        f"{_STRICT}/drawingml/spreadsheetDrawing",
    ),
    "p": (f"{_OOXML}/presentationml/2006/main", f"{_STRICT}/presentationml/main"),
    "x": (f"{_OOXML}/spreadsheetml/2006/main", f"{_STRICT}/spreadsheetml/main"),
    "r": (
        f"{_OOXML}/officeDocument/2006/relationships",
        f"{_STRICT}/officeDocument/relationships",
    ),
    "m": (f"{_OOXML}/officeDocument/2006/math", f"{_STRICT}/officeDocument/math"),
    "mc": (f"{_OOXML}/markup-compatibility/2006",),
    "rel": (f"{_OOXML}/package/2006/relationships",),
    "ct": (f"{_OOXML}/package/2006/content-types",),
    "cp": (f"{_OOXML}/package/2006/metadata/core-properties",),
    "cx": (f"{_MICROSOFT}/drawing/2014/chartex",),
    "tc": (f"{_MICROSOFT}/spreadsheetml/2018/threadedcomments",),
    "dsp": (f"{_MICROSOFT}/drawing/2008/diagram",),
    "wps": (f"{_MICROSOFT}/word/2010/wordprocessingShape",),
    "v": ("urn:schemas-microsoft-com:vml",),
    "dc": ("http://purl.org/dc/elements/1.1/",),
    "office": (f"{_ODF}:office:1.0",),
    "text": (f"{_ODF}:text:1.0",),
    "table": (f"{_ODF}:table:1.0",),
    "draw": (f"{_ODF}:drawing:1.0",),
    "style": (f"{_ODF}:style:1.0",),
    "presentation": (f"{_ODF}:presentation:1.0",),
    "form": (f"{_ODF}:form:1.0",),
    "meta": (f"{_ODF}:meta:1.0",),
    "manifest": (f"{_ODF}:manifest:1.0",),
    "fo": (f"{_ODF}:xsl-fo-compatible:1.0",),
    "svg": (f"{_ODF}:svg-compatible:1.0",),
}
_SHORT = {uri: prefix for prefix, uris in NAMESPACES.items() for uri in uris}
_kinds: dict[str | Callable[..., object], str] = {}

# What XML 1.0 cannot hold; an engine may hand back anything.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def kind(element: Element) -> str:
    """``w:p`` for a Word paragraph, in the strict namespace too; empty for a comment.

    An element of a namespace not in ``NAMESPACES`` keeps its long name.
    """
    tag = element.tag
    known = _kinds.get(tag)
    if known is None:
        known = _kinds[tag] = _short(tag)
    return known


def _short(tag: object) -> str:
    if not isinstance(tag, str):
        return ""
    uri, brace, local = tag[1:].partition("}")
    return f"{_SHORT[uri]}:{local}" if brace and uri in _SHORT else tag


def clark(short: str) -> str:
    """``text:p`` as lxml writes it, with the namespace in braces (of two dialects the first)."""
    prefix, _colon, local = short.partition(":")
    return f"{{{NAMESPACES[prefix][0]}}}{local}"


def own(element: Element, name: str) -> str | None:
    """The attribute ``name`` in the element's own namespace, as WordprocessingML writes all."""
    return element.get(f"{{{etree.QName(element).namespace}}}{name}")


def like(element: Element, local: str) -> Element:
    """A new element of the same namespace and dialect (strict or transitional) as ``element``."""
    namespace = etree.QName(element).namespace
    return element.makeelement(f"{{{namespace}}}{local}" if namespace else local)


def child(element: Element, short: str) -> Element | None:
    """The first child of that kind, or None."""
    return next((each for each in element if kind(each) == short), None)


def clean(text: str) -> str:
    """The text without the control characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def parse(file: Path, part: str, content: bytes) -> Element:
    """The root of a part of ``file``; raises BadData for what is broken, hostile or too large."""
    if len(content) > LARGEST:
        why = _("{part} is larger than {limit} MB; split the document and try again")
        raise BadData(file, why.format(part=part, limit=LARGEST >> 20))
    try:
        root = parse_xml(content)
    except etree.XMLSyntaxError as error:
        if "amplification" in error.msg:
            raise BadData(file, _unsafe(part)) from None
        why = _("the document is damaged: {part}: {why}; open it in an office program and save it")
        raise BadData(file, why.format(part=part, why=error.msg)) from None
    if declares_entities(root):
        raise BadData(file, _unsafe(part))
    return root


def _unsafe(part: str) -> str:
    why = _("{part} declares XML entities, which no office program writes; refused as unsafe")
    return why.format(part=part)


def serialize(root: Element) -> bytes:
    """The part as office programs write it: UTF-8 with a declaration, ``standalone`` as it was."""
    tree: Any = root.getroottree()
    # None and "no" are both the default; lxml cannot tell a missing declaration from "no".
    standalone = ' standalone="yes"' if tree.docinfo.standalone else ""
    declaration = f'<?xml version="1.0" encoding="UTF-8"{standalone}?>\n'
    return declaration.encode() + bytes(etree.tostring(tree, encoding="UTF-8"))
