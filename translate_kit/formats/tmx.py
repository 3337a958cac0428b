"""TMX as a document: each unit gets a variant in the target language, unless it has one."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from translate_kit.errors import BadData
from translate_kit.files import read_bytes
from translate_kit.formats import slots
from translate_kit.formats.exchange import Segment, put_behind, read_segment
from translate_kit.formats.ooxml import fonts
from translate_kit.formats.slots import LaidOut, Slot
from translate_kit.formats.xml import Element, like, parse, serialize
from translate_kit.messages import _
from translate_kit.model import Block, Document

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_WRAPS = frozenset(("hi",))


def read(path: Path) -> Document:
    """The units in the file's source language."""
    return slots.document([_slots(_opened(path))])


def write(document: Document, original: Path, language: str) -> bytes:
    """The memory with variants in ``language``; see ``Format.write``."""
    root = _opened(original)
    if not slots.fill([_slots(root)], document, language):
        return read_bytes(original)
    return serialize(root) + b"\n"


def _opened(path: Path) -> Element:
    root = parse(path, path.name, read_bytes(path))
    if etree.QName(root).localname != "tmx":
        raise BadData(path, _("this is no TMX file"))
    return root


def _slots(root: Element) -> list[Slot]:
    header = root.find("{*}header")
    source = "" if header is None else header.get("srclang", "")
    return list(_units(root, source))


def _units(root: Element, source: str) -> Iterator["_UnitSlot"]:
    for number, unit in enumerate(root.iter("{*}tu"), 1):
        own = unit.get("srclang", source)
        variants = list(unit.iterchildren("{*}tuv"))
        said = [each for each in variants if _language(each) == own.lower().partition("-")[0]]
        variant = next(iter(said or variants), None)
        text = None if variant is None else variant.find("{*}seg")
        segment = None if text is None else read_segment(text, _WRAPS)
        if segment is not None:
            where = _("unit {id}").format(id=unit.get("tuid", str(number)))
            yield _UnitSlot("tmx", where, segment.layout, unit, segment)


def _language(variant: Element) -> str:
    return (variant.get(_LANG) or variant.get("lang") or "").lower().partition("-")[0]


@dataclass(slots=True)
class _UnitSlot(LaidOut):
    """A unit that may get a variant."""

    unit: Element
    segment: Segment

    def fill(self, block: Block, language: str) -> None:
        """Add the variant; one that is there already, and one that waits, are left alone."""
        languages = {_language(variant) for variant in self.unit.iterchildren("{*}tuv")}
        if block.pending or language in languages:
            return
        variant = like(self.unit, "tuv")
        variant.set(_LANG, fonts.tag(language))
        text = like(self.unit, "seg")
        variant.append(text)
        self.segment.write(text, block)
        last = list(self.unit.iterchildren("{*}tuv"))[-1]
        put_behind(last, variant)
