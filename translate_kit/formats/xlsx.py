"""Workbooks (xlsx, xlsm and their templates): cells, sheet names, comments, drawings, charts.

Formulas, numbers and dates are never touched; of a text that many cells share there is one block.
What depends on texts follows them: the columns of tables and their filters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from translate_kit.formats import slots
from translate_kit.formats.inline import has_letters
from translate_kit.formats.ooxml.package_kinds import main_part
from translate_kit.formats.ooxml.properties import property_slots
from translate_kit.formats.ooxml.relations import Relation, reachable, relations
from translate_kit.formats.ooxml.sheetparts import hint_slots
from translate_kit.formats.ooxml.sheettext import fit_font, string_slot
from translate_kit.formats.ooxml.themes import adapt_themes
from translate_kit.formats.ooxml.walk import part_slots
from translate_kit.formats.package import Package
from translate_kit.formats.slots import Slot, TextSlot
from translate_kit.formats.xml import Element, child, kind
from translate_kit.messages import _
from translate_kit.model import Document


def read(path: Path) -> Document:
    """The texts sheet by sheet, each with its comments, drawings and charts."""
    return slots.document(_Workbook(Package(path)).slots())


def write(document: Document, original: Path, language: str) -> bytes:
    """The workbook in ``language``; see ``Format.write``."""
    package = Package(original)
    workbook = _Workbook(package)
    if slots.fill(workbook.slots(), document, language, package.touch):
        workbook.adapt(language)
    return package.save()


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    node: Element


class _Workbook:
    """The parts of a workbook by their roles."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = main_part(package, "xlsx")
        by_id = {each.id: each for each in relations(package, self.main)}
        self.strings = next((e.part for e in by_id.values() if e.role == "sharedStrings"), None)
        self.styles = next((e.part for e in by_id.values() if e.role == "styles"), None)
        self.sheets = list(self._sheets(by_id))

    def _sheets(self, by_id: dict[str, Relation]) -> Iterator[_Sheet]:
        for node in self.package.tree(self.main).iter("{*}sheet"):
            for name, value in node.items():
                if str(name).endswith("}id") and value in by_id:
                    yield _Sheet(node.get("name", ""), by_id[str(value)].part, node)

    def slots(self) -> Iterator[list[Slot]]:
        """Every slot of the workbook in reading order."""
        yield property_slots(self.package)
        shared = self._shared_strings()
        for sheet in self.sheets:
            label = _("sheet “{name}”").format(name=sheet.name)
            tree = self.package.tree(sheet.part)
            for slot in _cells(tree, sheet.part, label, shared, self.strings or ""):
                yield [slot]
            yield hint_slots(tree, sheet.part, label)
            for relation in reachable(self.package, sheet.part):
                yield from self._beside(relation, label)
            self.package.release(sheet.part)

    def _shared_strings(self) -> list[Element | None]:
        """The shared strings by number; one that was used already becomes None."""
        if self.strings is None:
            return []
        return [node for node in self.package.tree(self.strings) if kind(node) == "x:si"]

    def _beside(self, relation: Relation, label: str) -> Iterator[list[Slot]]:
        """Comments, drawings and charts of a sheet."""
        if relation.role in ("comments", "threadedComment"):
            yield list(_comments(self.package.tree(relation.part), relation.part, label))
        elif relation.role in _DRAWN:
            yield from part_slots(self.package.tree(relation.part), relation.part, label)

    def adapt(self, language: str) -> None:
        """Fonts that have the letters of the language, in cell formats and in the theme."""
        adapt_themes(self.package, self.main, language)
        if self.styles is None:
            return
        for font in self.package.tree(self.styles).iter("{*}font"):
            if kind(font) == "x:font" and fit_font(font, "name", language):
                self.package.touch(self.styles)


_DRAWN = frozenset(
    ("drawing", "chart", "chartEx", "chartUserShapes", "diagramData", "diagramDrawing")
)


def _cells(
    sheet: Element, part: str, label: str, shared: list[Element | None], strings: str
) -> Iterator[Slot]:
    """The texts of cells, each shared one where it is first used."""
    for cell in sheet.iter("{*}c"):
        form = cell.get("t")
        if form not in ("s", "inlineStr", "str") or child(cell, "x:f") is not None:
            continue
        where = _("{sheet}, cell {cell}").format(sheet=label, cell=cell.get("r", ""))
        slot: Slot | None = None
        if form == "s":
            holder = _take(shared, child(cell, "x:v"))
            slot = None if holder is None else string_slot(holder, strings, where)
        elif form == "inlineStr":
            inline = child(cell, "x:is")
            slot = None if inline is None else string_slot(inline, part, where)
        elif (value := child(cell, "x:v")) is not None and has_letters(value.text or ""):
            slot = TextSlot(part, value, where)
        if slot is not None:
            yield slot


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
