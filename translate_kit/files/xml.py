"""Reading XML that somebody sent: nothing is fetched, nothing expanded, and lines are named."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from lxml import etree

from translate_kit.errors import BadData
from translate_kit.files.reading import read_bytes
from translate_kit.messages import _

_SAFE: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False,
                         "huge_tree": False}  # fmt: skip
_TEXT_ONLY: dict[str, Any] = {"remove_comments": True, "remove_pis": True}


def read_xml(path: Path, *, remarks: bool = False) -> etree._Element:
    """The root of an XML file; raises BadData for what is broken, hostile or too deep.

    Its comments and instructions are left out unless the document is to be written again. One that
    declares entities is refused: no format of ours needs them, and they are how a small file grows
    into a large one.
    """
    try:
        parser = etree.XMLParser(**_SAFE, **({} if remarks else _TEXT_ONLY))
        root = etree.fromstring(read_bytes(path), parser)
    except etree.XMLSyntaxError as error:
        why = _("this is not readable XML: {why}").format(why=error.msg)
        raise BadData(path, why, line=error.lineno or None) from None
    if declares_entities(root):
        raise BadData(path, _("the file declares XML entities; refused as unsafe"))
    return root


def parse_xml(content: bytes) -> etree._Element:
    """The root of a document that is to be written again, comments and all.

    Raises ``XMLSyntaxError``; ``declares_entities`` says whether it is to be refused.
    """
    return etree.fromstring(content, etree.XMLParser(**_SAFE))


def xml_events(file: IO[bytes]) -> Iterator[tuple[str, etree._Element]]:
    """The ``start`` and ``end`` of elements one by one, for files too large to be held.

    Raises ``XMLSyntaxError`` at the place that is broken.
    """
    return iter(etree.iterparse(file, events=("start", "end"), **_SAFE, **_TEXT_ONLY))


def declares_entities(root: etree._Element) -> bool:
    """Whether the document of this element has a DTD that declares entities."""
    dtd: Any = root.getroottree().docinfo.internalDTD
    return dtd is not None and any(True for _entity in dtd.iterentities())
