"""The slots of an OpenDocument part in reading order, whatever they are nested in."""

from collections.abc import Iterator

from translate_kit.formats.inline import has_letters
from translate_kit.formats.odf.paragraph import Story, paragraph_slot
from translate_kit.formats.odf.styles import Styles, deleted_changes
from translate_kit.formats.slots import AttributeSlot, Slot, TextSlot
from translate_kit.formats.xml import Element, clark, kind
from translate_kit.messages import _

_GONE = frozenset(
    ("text:tracked-changes", "office:scripts", "text:note-citation", "text:sequence-decls",
     "office:font-face-decls", "office:styles", "text:variable-decls", "office:settings", "")
)  # fmt: skip
_PARAGRAPHS = frozenset(("text:p", "text:h"))
_PLAIN = frozenset(
    ("svg:title", "svg:desc", "table:title", "table:desc", "text:index-title-template", "dc:title",
     "dc:subject", "dc:description", "meta:keyword")
)  # fmt: skip
_LABEL = clark("form:label")
_VALUE_TYPE = clark("office:value-type")
_FORMULA = clark("table:formula")
_DISPLAY = clark("text:display")
_PLACEHOLDER = clark("presentation:placeholder")
_STRING = clark("office:string-value")


def part_slots(root: Element, part: str, label: str) -> Iterator[list[Slot]]:
    """The slots of a part, a paragraph with all that is in it at a time.

    ``label`` is what the reader calls the part.
    """
    return _Walk(root, part, label).groups(root)


class _Walk:
    def __init__(self, root: Element, part: str, label: str) -> None:
        self._found: list[Slot] = []
        self._part = part
        self._label = label
        self._story = Story(Styles(root), frozenset(deleted_changes(root)))
        self._count = 0

    def groups(self, element: Element) -> Iterator[list[Slot]]:
        """The slots of everything in ``element``."""
        for node in element:
            name = kind(node)
            if name in _GONE or _unseen(node, name):
                continue
            self._here(node, name)
            if name in _PARAGRAPHS:
                self._into(node)
            found, self._found = self._found, []
            yield found
            if name not in _PARAGRAPHS:
                yield from self.groups(node)

    def _into(self, element: Element) -> None:
        """Find the slots of everything in a paragraph."""
        for node in element:
            name = kind(node)
            if name not in _GONE and not _unseen(node, name):
                self._here(node, name)
                self._into(node)

    def _here(self, node: Element, name: str) -> None:
        """The slots of the element itself."""
        if name in _PARAGRAPHS:
            self._paragraph(node)
        elif name in _PLAIN:
            self._plain(TextSlot(self._part, node, self._label))
        elif _LABEL in node.attrib:
            self._plain(AttributeSlot(self._part, node, _LABEL, self._label))

    def _paragraph(self, node: Element) -> None:
        self._count += 1
        where = _("{part}, paragraph {number}").format(part=self._label, number=self._count)
        slot = paragraph_slot(node, self._story, self._part, where)
        if slot is not None:
            self._found.append(slot)

    def _plain(self, slot: TextSlot | AttributeSlot) -> None:
        if has_letters(slot.text):
            self._found.append(slot)


def _unseen(node: Element, name: str) -> bool:
    """Whether the element shows a value, a prompt, or nothing."""
    if name in ("table:table-cell", "table:covered-table-cell"):
        return _FORMULA in node.attrib or node.get(_VALUE_TYPE, "string") != "string"
    if name == "text:section":
        return node.get(_DISPLAY) == "none"
    return name == "draw:frame" and node.get(_PLACEHOLDER) == "true"
