"""XML of translation tools: inline codes taken out of the text."""

from collections.abc import Iterator

from lxml import etree

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Their content is code of the original file; inside it, <sub> is text of its own.
CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex"})


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
