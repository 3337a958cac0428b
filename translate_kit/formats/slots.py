"""The places of a file that hold a block each: read one by one, filled one by one.

Every XML format finds its slots in the same order when it reads and when it writes, so the ids of
the blocks hold.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from translate_kit.formats.inline import Layout
from translate_kit.formats.xml import Element, clean
from translate_kit.model import Block, Document, InlineTag


class Slot(Protocol):
    """One place: its text as found, and how a translation gets in."""

    part: str
    text: str
    tags: tuple[InlineTag, ...]
    where: str

    def fill(self, block: Block, language: str) -> None:
        """Put the block's text in place of the one there."""


@dataclass(slots=True)
class LaidOut:
    """The head of a slot whose text is running text with formats and objects."""

    part: str
    where: str
    layout: Layout
    text: str = field(init=False)
    tags: tuple[InlineTag, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.text, self.tags = self.layout.text, self.layout.tags


@dataclass(slots=True)
class AttributeSlot:
    """An attribute that a reader sees: alternative text, the words of a watermark."""

    part: str
    element: Element
    name: str
    where: str
    tags: tuple[InlineTag, ...] = ()
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.element.get(self.name, "")

    def fill(self, block: Block, language: str) -> None:
        """Set the attribute; a line break in it stays one."""
        self.element.set(self.name, clean(block.text))


@dataclass(slots=True)
class TextSlot:
    """An element that holds plain text only: a title, a category of a chart."""

    part: str
    element: Element
    where: str
    tags: tuple[InlineTag, ...] = ()
    text: str = field(init=False)
    waits: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.text = self.element.text or ""

    def fill(self, block: Block, language: str) -> None:
        """Set the element's text."""
        self.waits = block.pending
        self.element.text = clean(block.text)


@dataclass(slots=True)
class TwinSlot:
    """The same text written twice for programs of different age: translated once, put in both."""

    part: str
    text: str
    tags: tuple[InlineTag, ...]
    where: str
    slots: list[Slot]

    def fill(self, block: Block, language: str) -> None:
        """Fill each of them."""
        for slot in self.slots:
            slot.fill(block, language)


def merge(versions: list[list[Slot]]) -> list[Slot]:
    """The slots of several versions of one content: one for each text, in the first's order."""
    merged: list[TwinSlot] = []
    for version in versions:
        free = list(merged)
        for slot in version:
            twin = next((each for each in free if _equal(each, slot)), None)
            if twin is None:
                merged.append(TwinSlot(slot.part, slot.text, slot.tags, slot.where, [slot]))
            else:
                twin.slots.append(slot)
                free.remove(twin)
    return list(merged)


def _equal(one: Slot, other: Slot) -> bool:
    return (one.part, one.text, one.tags) == (other.part, other.text, other.tags)


Groups = Iterable[Sequence[Slot]]
"""The slots of a file in reading order, a few at a time, so that a large file does not lie in
memory twice. A group may be filled once it is complete, before the next one is read."""


def document(groups: Groups) -> Document:
    """The blocks of the slots."""
    return Document(
        tuple(
            Block(name, slot.text, slot.tags, slot.where)
            for group in _named(groups)
            for name, slot in group
        )
    )


def fill(
    groups: Groups, given: Document, language: str, touch: Callable[[str], None] | None = None
) -> bool:
    """Fill the slots that the document has a block for; says whether there was any.

    ``touch`` is told the part of each slot that was filled.
    """
    blocks = {block.id: block for block in given.blocks}
    filled = False
    for group in _named(groups) if blocks else ():
        # The inner ones first: what holds them may copy them when it is written anew.
        for name, slot in reversed(group):
            block = blocks.get(name)
            if block is None:
                continue
            slot.fill(block, language)
            filled = True
            if touch is not None:
                touch(slot.part)
    return filled


def _named(groups: Groups) -> Iterator[list[tuple[str, Slot]]]:
    """Each slot with its id: the part, and a count within the part."""
    counts: dict[str, int] = {}
    for group in groups:
        named = []
        for slot in group:
            counts[slot.part] = counts.get(slot.part, 0) + 1
            named.append((f"{slot.part}#{counts[slot.part]}", slot))
        yield named
