"""Golden pairs: paragraphs and strings before and after the marking engine, in ``cases/*.xml``.

They are compared as XML in one spelling, without language tags, which have their own tests.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from translate_kit.formats import slots
from translate_kit.formats.odf.walk import part_slots as open_slots
from translate_kit.formats.ooxml.sheettext import string_slot
from translate_kit.formats.ooxml.walk import part_slots
from translate_kit.formats.slots import Slot
from translate_kit.model import Document

Element = etree._Element


def _string_slots(root: Element, part: str, label: str) -> list[list[Slot]]:
    return [[slot] for holder in root if (slot := string_slot(holder, part, label)) is not None]


def _open_slots(root: Element, part: str, label: str) -> Iterable[list[Slot]]:
    """The paragraphs in a document with the styles that the cases speak of."""
    holder = etree.fromstring(OPEN_STYLES)
    root.getparent().replace(root, holder)
    holder.append(root)
    return open_slots(holder, part, label)


OPEN = "urn:oasis:names:tc:opendocument:xmlns"
OPEN_STYLES = f"""<office:document xmlns:office="{OPEN}:office:1.0" xmlns:text="{OPEN}:text:1.0"
    xmlns:style="{OPEN}:style:1.0" xmlns:fo="{OPEN}:xsl-fo-compatible:1.0"
    ><office:automatic-styles>
    <style:style style:name="T1" style:family="text"><style:text-properties fo:language="en"/>
    </style:style><style:style style:name="T2" style:family="text"/>
    <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/>
    </style:style></office:automatic-styles><text:tracked-changes>
    <text:changed-region text:id="d1"><text:deletion/></text:changed-region>
    </text:tracked-changes></office:document>"""

READERS: dict[str, Callable[[Element, str, str], Iterable[list[Slot]]]] = {
    "word": part_slots,
    "drawing": part_slots,
    "sheet": _string_slots,
    "open": _open_slots,
}


def _cases() -> list[Any]:
    folder = Path(__file__).parent / "cases"
    return [
        pytest.param(name, case, id=f"{name}: {case.get('name')}")
        for name in READERS
        for case in etree.parse(folder / f"{name}.xml").getroot()
        if isinstance(case.tag, str)
    ]


def _child(case: Element, name: str) -> Element:
    return next(node for node in case if etree.QName(node).localname == name)


def _canonical(elements: Element) -> str:
    for node in list(elements.iter()):
        node.attrib.pop("lang", None)
        parent = node.getparent()
        if str(node.tag).endswith("main}lang"):
            parent.remove(node)
            if len(parent) == 0:
                parent.getparent().remove(parent)
    written = [etree.tostring(node, method="c14n", with_tail=False) for node in elements]
    return re.sub(r' xmlns(:\w+)?="[^"]*"', "", b"".join(written).decode())


@pytest.mark.parametrize(("name", "case"), _cases())
def test_a_golden_pair(name: str, case: Element, rewriter: Callable[..., Any]) -> None:
    root = _child(case, "before")
    found = list(READERS[name](root, "part", "part"))
    turn = rewriter(backwards=case.get("backwards") == "yes")
    blocks = [turn.block(block) for block in slots.document(found).blocks]
    if case.get("tags") == "no":
        blocks = [replace(block, tags=()) for block in blocks]

    slots.fill(found, Document(tuple(blocks)), "ru")

    assert _canonical(root) == _canonical(_child(case, "after"))
