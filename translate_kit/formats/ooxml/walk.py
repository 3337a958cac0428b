"""The slots of an OOXML part in reading order: paragraphs of Word and of DrawingML, alternative
texts, the words of charts and watermarks, whatever they are nested in."""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from translate_kit.formats.inline import has_letters
from translate_kit.formats.ooxml.drawingml import drawing_slot
from translate_kit.formats.ooxml.fields import STORIES, Fields, unended_fields
from translate_kit.formats.ooxml.wordslot import paragraph_slot
from translate_kit.formats.slots import AttributeSlot, Slot, TextSlot, merge
from translate_kit.formats.xml import Element, kind
from translate_kit.messages import _

_GONE = frozenset(
    ("w:del", "w:moveFrom", "w:instrText", "w:rPr", "w:pPr", "w:sectPr", "c:numCache", "c:numLit",
     "a:pPr", "")
)  # fmt: skip
"""What no reader sees."""
_BARE = frozenset(("w:t", "a:t", "w:tab", "w:br", "w:lastRenderedPageBreak", "w:proofErr"))
"""What has nothing in it; said here for speed."""
_WHOLE = frozenset(("w:p", "a:p", "mc:AlternateContent"))
"""What is read as a whole before anything of it is changed."""
_SHOWN: dict[str, tuple[str, ...]] = {
    "w:hyperlink": ("w:tooltip",),
    "w:tblCaption": ("w:val",),
    "w:tblDescription": ("w:val",),
    "w:listItem": ("w:displayText",),
    "w:listEntry": ("w:val",),
    "w:helpText": ("w:val",),
    "w:statusText": ("w:val",),
    "a:hlinkClick": ("tooltip",),
    "a:hlinkHover": ("tooltip",),
    "v:textpath": ("string",),
    "v:shape": ("alt",),
    "v:rect": ("alt",),
    "v:group": ("alt",),
}
"""Attributes that a reader sees by element: ``w:`` ones are in the element's own namespace."""
_NAMED = ("cNvPr", "docPr")
"""The properties of pictures and shapes, in whatever namespace."""
_PLAIN = {
    "c:v": ("c:pt", "c:tx"),
    "cx:v": ("cx:txData",),
    "cx:pt": ("cx:lvl",),
    "p:text": ("p:cm",),
}
"""Elements of plain text by their parents: what a chart keeps of its sheet, comments on slides."""
_FILE_NAME = re.compile(
    r"([a-z]:\\|\\\\|cid:|[a-z][a-z0-9+.-]*://|~?/(\S+/)+\S*$).*"
    r"|.{1,80}\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|heic)",
    re.IGNORECASE,
)
"""What a program wrote there: where the picture came from, on a disk or in a mail."""

Skip = Callable[[Element], bool]


def part_slots(
    root: Element, part: str, label: str, *, skip: Skip | None = None
) -> Iterator[list[Slot]]:
    """The slots of a part, a paragraph with all that is in it at a time.

    ``label`` is what the reader calls the part. Elements for which ``skip`` is true are left
    alone with all that is in them.
    """
    walk = _Walk(part, label, skip, unended_fields(root))
    return walk.groups(root, walk.story())


class _Walk:
    def __init__(self, part: str, label: str, skip: Skip | None, unended: set[Element]) -> None:
        self._found: list[Slot] = []
        self._part = part
        self._label = label
        self._skip = skip
        self._count = 0
        self._unended = unended

    def story(self) -> Fields:
        """The fields at the beginning of a text of its own: none."""
        return Fields(unended=self._unended)

    def groups(self, element: Element, fields: Fields) -> Iterator[list[Slot]]:
        """The slots of everything in ``element``."""
        for node in element:
            name = kind(node)
            if name in _GONE or (self._skip is not None and self._skip(node)):
                continue
            if name in _WHOLE:
                self._node(node, name, element, fields)
                yield self._taken()
                continue
            self._here(node, name, element, fields)
            yield self._taken()
            yield from self.groups(node, self.story() if name in STORIES else fields)

    def _taken(self) -> list[Slot]:
        found, self._found = self._found, []
        return found

    def _into(self, element: Element, fields: Fields) -> None:
        """Find the slots of everything in a paragraph."""
        for node in element:
            name = kind(node)
            if name not in _GONE and not (self._skip is not None and self._skip(node)):
                self._node(node, name, element, fields)

    def _node(self, node: Element, name: str, parent: Element, fields: Fields) -> None:
        if name == "mc:AlternateContent":
            self._alternatives(node, fields)
        elif name not in _BARE:
            self._here(node, name, parent, fields)
            self._into(node, self.story() if name in STORIES else fields)

    def _here(self, node: Element, name: str, parent: Element, fields: Fields) -> None:
        """The slots of the element itself."""
        if name == "w:p":
            self._count += 1
            where = _("{part}, paragraph {number}").format(part=self._label, number=self._count)
            self._add(paragraph_slot(node, fields, self._part, where))
        elif name == "a:p":
            self._add(drawing_slot(node, self._part, self._label))
        elif name in _PLAIN:
            if kind(parent) in _PLAIN[name] and has_letters(node.text or ""):
                self._add(TextSlot(self._part, node, self._label))
        elif name in _SHOWN:
            self._attributes(node, _SHOWN[name])
        elif name.endswith(_NAMED):
            self._attributes(node, ("title", "descr"))

    def _add(self, slot: Slot | None) -> None:
        if slot is not None:
            self._found.append(slot)

    def _attributes(self, node: Element, names: tuple[str, ...]) -> None:
        """What a reader sees or hears of a picture; the name of its file is not meant for him."""
        where = _("{part}, alternative text").format(part=self._label)
        for short in names:
            name = short
            if short.startswith("w:"):
                name = f"{{{etree.QName(node).namespace}}}{short[2:]}"
            text = node.get(name, "")
            if has_letters(text) and not _FILE_NAME.fullmatch(text.strip()):
                self._add(AttributeSlot(self._part, node, name, where))

    def _alternatives(self, node: Element, fields: Fields) -> None:
        """What is written once for new programs and once for old ones is translated once."""
        outside = self._taken()
        versions = []
        for version in node:
            self._into(version, fields)
            versions.append(self._taken())
        self._found = [*outside, *merge(versions)]
