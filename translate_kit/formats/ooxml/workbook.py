"""A workbook's parts: what a reader sees of its sheets, and what follows the texts of cells."""

from collections.abc import Iterator
from dataclasses import dataclass

from translate_kit.formats.inline import has_letters
from translate_kit.formats.ooxml.package_kinds import main_part
from translate_kit.formats.ooxml.relations import Relation, reachable, relations
from translate_kit.formats.ooxml.sheetmarks import Place, YellowFormats, mark, place_of
from translate_kit.formats.ooxml.sheetnames import SheetNameSlot, can_be_renamed, rename
from translate_kit.formats.ooxml.sheetparts import hint_slots
from translate_kit.formats.ooxml.sheettext import StringSlot, fit_font, plain_text, string_slot
from translate_kit.formats.ooxml.tables import follow, rename_columns, repeat, tables_of
from translate_kit.formats.ooxml.themes import adapt_themes
from translate_kit.formats.ooxml.walk import part_slots
from translate_kit.formats.package import Package
from translate_kit.formats.slots import Slot, TextSlot
from translate_kit.formats.xml import Element, child, kind
from translate_kit.messages import _


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    node: Element


class Workbook:
    """The parts of a workbook by their roles."""

    def __init__(self, package: Package, *, names: bool = True) -> None:
        """``names`` False leaves the sheets their names, whatever refers to them."""
        self.package = package
        self.main = main_part(package, "xlsx")
        by_id = {each.id: each for each in relations(package, self.main)}
        self._strings = next((e.part for e in by_id.values() if e.role == "sharedStrings"), "")
        self._styles = next((e.part for e in by_id.values() if e.role == "styles"), "")
        self._sheets = list(self._found(by_id))
        self._names: list[SheetNameSlot] = []
        self._texts: dict[str, str] = {}
        self._waiting: set[Place] = set()
        if names and can_be_renamed(package):
            self._names = [
                SheetNameSlot(self.main, each.node, _("sheet name")) for each in self._sheets
            ]

    def _found(self, by_id: dict[str, Relation]) -> Iterator[_Sheet]:
        for node in self.package.tree(self.main).iter("{*}sheet"):
            for name, value in node.items():
                if str(name).endswith("}id") and value in by_id:
                    yield _Sheet(node.get("name", ""), by_id[str(value)].part, node)

    def slots(self) -> Iterator[list[Slot]]:
        """Every slot of the workbook in reading order."""
        yield [slot for slot in self._names if has_letters(slot.text)]
        shared: list[Element | None] = list(self._shared_strings())
        for sheet in self._sheets:
            label = _("sheet “{name}”").format(name=sheet.name)
            tree = self.package.tree(sheet.part)
            for cell, slot in _cells(tree, sheet.part, label, shared, self._strings):
                before = slot.text
                yield [slot]
                self._texts[before] = _shown(slot)
                if slot.waits:
                    self._waiting.add(place_of(sheet.part, cell))
            yield hint_slots(tree, sheet.part, label)
            for relation in reachable(self.package, sheet.part):
                yield from self._beside(relation, label)
            self.package.release(sheet.part)

    def _shared_strings(self) -> list[Element]:
        if not self._strings:
            return []
        return [node for node in self.package.tree(self._strings) if kind(node) == "x:si"]

    def _beside(self, relation: Relation, label: str) -> Iterator[list[Slot]]:
        """Comments, drawings and charts of a sheet."""
        if relation.role in ("comments", "threadedComment"):
            yield list(_comments(self.package.tree(relation.part), relation.part, label))
        elif relation.role in _DRAWN:
            yield from part_slots(self.package.tree(relation.part), relation.part, label)

    def adapt(self, language: str) -> None:
        """What follows the texts: tables, filters, names of sheets, fonts."""
        self._adapt_tables()
        self._mark_waiting()
        rename(self.package, self._names)
        adapt_themes(self.package, self.main, language)
        if self._styles:
            for font in self.package.tree(self._styles).iter("{*}font"):
                if kind(font) == "x:font" and fit_font(font, "name", language):
                    self.package.touch(self._styles)

    def _mark_waiting(self) -> None:
        if not (self._waiting and self._styles):
            return
        formats = YellowFormats(self.package.tree(self._styles))
        for sheet in self._sheets:
            tree = self.package.tree(sheet.part)
            if mark(tree, sheet.part, formats, self._waiting):
                self.package.touch(sheet.part)
                self.package.touch(self._styles)
            self.package.release(sheet.part)

    def _adapt_tables(self) -> None:
        strings = self._shared_strings()
        changed: dict[str, dict[str, str]] = {}
        own: dict[str, str] = {}
        for sheet in self._sheets:
            for table in tables_of(self.package, sheet.part):
                names = follow(self.package, table, strings)
                changed[table.name] = {old.casefold(): new for old, new in names.items()}
                own[sheet.part] = own[table.part] = table.name
        texts = {old: new for old, new in self._texts.items() if old != new}
        for part in self._repeating(columns=any(changed.values())):
            tree = self.package.tree(part)
            renamed = rename_columns(tree, changed, own.get(part, ""))
            if repeat(tree, texts) or renamed:
                self.package.touch(part)
            self.package.release(part)

    def _repeating(self, *, columns: bool) -> Iterator[str]:
        """The parts that repeat texts of cells, or name columns of tables where these changed."""
        yield self.main
        for relation in reachable(self.package, self.main):
            content = self.package.content(relation.part)
            speaks = b"filter " in content or (columns and b"[" in content)
            if relation.role in _REPEATING or (relation.role == "worksheet" and speaks):
                yield relation.part


_REPEATING = frozenset(("table", "pivotCacheDefinition"))


_DRAWN = frozenset(
    ("drawing", "chart", "chartEx", "chartUserShapes", "diagramData", "diagramDrawing")
)


def _cells(
    sheet: Element, part: str, label: str, shared: list[Element | None], strings: str
) -> Iterator[tuple[Element, StringSlot | TextSlot]]:
    """The texts of cells with their cells, each shared text where it is first used."""
    for cell in sheet.iter("{*}c"):
        form = cell.get("t")
        if form not in ("s", "inlineStr", "str") or child(cell, "x:f") is not None:
            continue
        where = _("{sheet}, cell {cell}").format(sheet=label, cell=cell.get("r", ""))
        slot: StringSlot | TextSlot | None = None
        if form == "s":
            holder = _take(shared, child(cell, "x:v"))
            slot = None if holder is None else string_slot(holder, strings, where)
        elif form == "inlineStr":
            inline = child(cell, "x:is")
            slot = None if inline is None else string_slot(inline, part, where)
        elif (value := child(cell, "x:v")) is not None and has_letters(value.text or ""):
            slot = TextSlot(part, value, where)
        if slot is not None:
            yield cell, slot


def _shown(slot: StringSlot | TextSlot) -> str:
    """The text that the slot's cell now shows."""
    if isinstance(slot, StringSlot):
        return plain_text(slot.holder)
    return slot.element.text or ""


def _take(shared: list[Element | None], value: Element | None) -> Element | None:
    """The shared string that a cell shows, once."""
    text = "" if value is None else (value.text or "").strip()
    if not text.isdecimal() or int(text) >= len(shared):
        return None
    taken, shared[int(text)] = shared[int(text)], None
    return taken


def _comments(root: Element, part: str, label: str) -> Iterator[Slot]:
    """Notes in cells, and the threads of today's comments."""
    for node in root.iter("{*}comment", "{*}threadedComment"):
        where = _("{sheet}, comment on {cell}").format(sheet=label, cell=node.get("ref", ""))
        for text in node:
            if kind(text) == "x:text":
                slot = string_slot(text, part, where)
                if slot is not None:
                    yield slot
            elif kind(text) == "tc:text" and has_letters(text.text or ""):
                yield TextSlot(part, text, where)
