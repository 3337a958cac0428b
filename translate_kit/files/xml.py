"""Reading XML that somebody sent: nothing is fetched, nothing expanded, and lines are named."""

from pathlib import Path
from typing import Any

from lxml import etree

from translate_kit.errors import BadData
from translate_kit.files.reading import read_bytes
from translate_kit.messages import _


def read_xml(path: Path) -> etree._Element:
    """The root of an XML file; raises BadData for what is broken, hostile or too deep.

    A document that declares entities is refused: no format of ours needs them, and they are how a
    small file grows into a large one.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(read_bytes(path), parser)
    except etree.XMLSyntaxError as error:
        why = _("this is not readable XML: {why}").format(why=error.msg)
        raise BadData(path, why, line=error.lineno or None) from None
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _entity in dtd.iterentities()):
        raise BadData(path, _("the file declares XML entities; refused as unsafe"))
    return root
