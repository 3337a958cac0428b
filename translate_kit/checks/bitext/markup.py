"""XML of translation tools: parsed safely, inline codes taken out of the text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from translate_kit.errors import BadData
from translate_kit.files import read_bytes
from translate_kit.messages import _

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Their content is code of the original file; inside it, <sub> is text of its own.
CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex"})


def parse(path: Path) -> etree._Element:
    """The root of an XML file, without entities, DTD or network; raises BadData with the line."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(read_bytes(path), parser)
    except etree.XMLSyntaxError as error:
        raise BadData(
            path, _("not valid XML: {why}").format(why=error.msg), line=error.lineno
        ) from None
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _entity in dtd.iterentities()):
        raise BadData(path, _("the file declares XML entities; refused as unsafe"))
    return root


def local(element: etree._Element) -> str:
    """The name without its namespace; empty for a comment or an instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def language(element: etree._Element) -> str | None:
    """``xml:lang``, or ``lang`` as old files have it."""
    return element.get(_LANGUAGE) or element.get("lang")


def text_of(element: etree._Element) -> str:
    """The words of a segment, its inline codes left out."""
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    if local(element) not in CODES:
        yield element.text or ""
        for child in element:
            yield from _child(child)
            yield child.tail or ""


def _child(child: etree._Element) -> Iterator[str]:
    if local(child) == "cp" and child.get("hex"):  # XLIFF 2: a character that XML cannot hold
        return
    yield from _pieces(child)
