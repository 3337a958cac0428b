"""Tables in sheets: their columns are named by the texts of the header cells, so they follow them.

A program would call the file damaged where the two differ. The names must differ from each other;
formulas name columns (``Goods[Price]``), filters and pivot tables repeat the texts of cells.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from translate_kit.formats.ooxml.formulas import Columns, with_columns
from translate_kit.formats.ooxml.relations import relations
from translate_kit.formats.ooxml.sheettext import encoded, plain_text
from translate_kit.formats.package import Package
from translate_kit.formats.xml import Element, child, kind, like

_RANGE = re.compile(r"([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)")
_FORMULAS = frozenset(
    ("x:f", "x:definedName", "x:formula", "x:formula1", "x:formula2", "x:calculatedColumnFormula",
     "x:totalsRowFormula")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its part, the part of its sheet, and where its header stands."""

    part: str
    root: Element
    sheet: str

    @property
    def name(self) -> str:
        """Its name as formulas write it, case-folded."""
        return self.root.get("displayName", self.root.get("name", "")).casefold()

    def header(self) -> list[str]:
        """The cells of the header row, ``["B2", "C2"]``; none where it is switched off."""
        place = _RANGE.fullmatch(self.root.get("ref", ""))
        if place is None or self.root.get("headerRowCount") == "0":
            return []
        first, row = _number(place[1]), place[2]
        return [f"{_letters(first + n)}{row}" for n in range(_number(place[3]) - first + 1)]

    def columns(self) -> list[Element]:
        """The ``tableColumn`` elements."""
        return [node for node in self.root.iter() if kind(node) == "x:tableColumn"]


def tables_of(package: Package, sheet: str) -> Iterator[Table]:
    """The tables of a sheet."""
    for relation in relations(package, sheet):
        if relation.role == "table":
            yield Table(relation.part, package.tree(relation.part), sheet)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def follow(package: Package, table: Table, strings: list[Element]) -> dict[str, str]:
    """Name the columns as their header cells now read; says which names changed, old -> new.

    Where two cells read alike, the later one gets a number, in the cell too.
    """
    cells = {cell.get("r", ""): cell for cell in package.tree(table.sheet).iter("{*}c")}
    changed: dict[str, str] = {}
    taken: set[str] = set()
    for place, column in zip(table.header(), table.columns(), strict=False):
        old = column.get("name", "")
        text = _text(cells.get(place), strings) or old
        new = next(each for each in _variants(text) if each.casefold() not in taken)
        taken.add(new.casefold())
        if new != text:
            _write(cells[place], new)
            package.touch(table.sheet)
        if encoded(new) != old:
            column.set("name", _in_attribute(new))
            changed[old] = new
            package.touch(table.part)
    return changed


def _in_attribute(name: str) -> str:
    return encoded(name).replace("\n", "_x000a_")


def _variants(text: str) -> Iterator[str]:
    yield text
    number = 2
    while True:
        yield f"{text} {number}"
        number += 1


def _text(cell: Element | None, strings: list[Element]) -> str:
    """The text of a header cell; empty where the cell is none of text."""
    if cell is None:
        return ""
    value = child(cell, "x:v")
    if cell.get("t") == "s" and value is not None and (value.text or "").isdecimal():
        number = int(value.text or "0")
        return plain_text(strings[number]) if number < len(strings) else ""
    inline = child(cell, "x:is")
    if inline is not None:
        return plain_text(inline)
    return (value.text or "") if value is not None and cell.get("t") == "str" else ""


def _write(cell: Element, text: str) -> None:
    """Give the cell a text of its own."""
    for node in list(cell):
        cell.remove(node)
    cell.set("t", "inlineStr")
    inline, node = like(cell, "is"), like(cell, "t")
    node.text = encoded(text)
    inline.append(node)
    cell.append(inline)


def rename_columns(root: Element, changed: Mapping[str, Columns], own: str) -> bool:
    """Rename columns in the formulas of a part; ``own`` is the table that its cells stand in."""
    touched = False
    for node in root.iter():
        if kind(node) not in _FORMULAS or "[" not in (node.text or ""):
            continue
        new = with_columns(node.text or "", lambda table: changed.get(table or own, {}))
        touched |= new != node.text
        node.text = new
    return touched


def repeat(root: Element, texts: Mapping[str, str]) -> bool:
    """Have filters, totals and pivot caches repeat the new texts of the cells they speak of."""
    touched = False
    for node in root.iter():
        name = _REPEATS.get(kind(node), "")
        new = texts.get(node.get(name, "")) if name else None
        if new is not None and _is_alone(node, name, new):
            node.set(name, new)
            touched = True
    return touched


_REPEATS = {
    "x:filter": "val",
    "x:tableColumn": "totalsRowLabel",
    "x:cacheField": "name",
    "x:s": "v",
}


def _is_alone(node: Element, name: str, value: str) -> bool:
    """Whether no other item of the list reads like that already: items must differ."""
    parent = node.getparent()
    if parent is None or etree.QName(node).localname == "tableColumn":
        return True
    return all(each is node or each.get(name) != value for each in parent)
