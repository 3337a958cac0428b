"""XLIFF 1.2 and 2.x as a document: the sources are read, the targets are filled.

A unit that already has a target is left to the person who wrote it, unless its state says that it
still wants a translation; so are units marked as not to be translated. A filled target says
``translated``, one that waits ``needs-translation`` (``initial`` in XLIFF 2).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from translate_kit.errors import BadData
from translate_kit.files import read_bytes
from translate_kit.formats import slots
from translate_kit.formats.exchange import Segment, holds_text, put_behind, read_segment
from translate_kit.formats.ooxml import fonts
from translate_kit.formats.slots import LaidOut, Slot
from translate_kit.formats.xml import Element, like, parse, serialize
from translate_kit.messages import _
from translate_kit.model import Block, Document

_WRAPS = frozenset(("g", "pc", "mrk"))
_OPEN_STATES = frozenset(("new", "needs-translation", "initial"))


def read(path: Path) -> Document:
    """The units that want a translation."""
    return slots.document([_slots(_opened(path))])


def write(document: Document, original: Path, language: str) -> bytes:
    """The file with its targets in ``language``; see ``Format.write``."""
    root = _opened(original)
    if not slots.fill([_slots(root)], document, language):
        return read_bytes(original)
    tag = fonts.tag(language)
    if _is_new(root):
        root.set("trgLang", tag)
    else:
        for file in root.iter("{*}file"):
            file.set("target-language", tag)
    return serialize(root) + b"\n"


def _opened(path: Path) -> Element:
    root = parse(path, path.name, read_bytes(path))
    if etree.QName(root).localname != "xliff":
        raise BadData(path, _("this is no XLIFF file"))
    return root


def _is_new(root: Element) -> bool:
    return root.get("version", "").startswith("2")


def _slots(root: Element) -> list[Slot]:
    found = _segments(root) if _is_new(root) else _units(root)
    return [slot for slot in found if slot is not None]


def _units(root: Element) -> Iterator["_UnitSlot | None"]:
    """The ``trans-unit`` elements of version 1.2, whose targets say their state."""
    for unit in root.iter("{*}trans-unit"):
        if unit.get("translate") != "no" and unit.get("approved") != "yes":
            target = unit.find("{*}target")
            state = None if target is None else target.get("state")
            yield _slot(unit, unit.get("id", ""), state)


def _segments(root: Element) -> Iterator["_UnitSlot | None"]:
    """The ``segment`` elements of version 2, which say their state themselves."""
    for unit in root.iter("{*}unit"):
        if unit.get("translate") != "no":
            for segment in unit.iterchildren("{*}segment"):
                yield _slot(segment, unit.get("id", ""), segment.get("state"))


def _slot(holder: Element, unit: str, state: str | None) -> "_UnitSlot | None":
    source = holder.find("{*}source")
    target = holder.find("{*}target")
    segment = None if source is None else read_segment(source, _WRAPS)
    done = target is not None and holds_text(target) and state not in _OPEN_STATES
    if segment is None or done:
        return None
    return _UnitSlot("xliff", _("unit {id}").format(id=unit), segment.layout, holder, segment)


@dataclass(slots=True)
class _UnitSlot(LaidOut):
    """A unit or segment whose target is to be filled."""

    holder: Element
    segment: Segment

    def fill(self, block: Block, language: str) -> None:
        """Write the target behind the source, and what state it is in."""
        target = self.holder.find("{*}target")
        if target is None:
            target = like(self.holder, "target")
            before = self.holder.find("{*}seg-source")
            put_behind(self.segment.source if before is None else before, target)
        self.segment.write(target, block)
        if etree.QName(self.holder).localname == "segment":
            self.holder.set("state", "initial" if block.pending else "translated")
        else:
            target.set("state", "needs-translation" if block.pending else "translated")
