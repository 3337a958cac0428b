"""Sheets get translated names only where every reference to them can be rewritten.

Formulas, names, charts, links, checks and pivot sources are; macros, queries and formulas that
put references together from texts (``INDIRECT``) cannot be, and keep the names of the workbook.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from translate_kit.formats.ooxml.formulas import with_sheets
from translate_kit.formats.ooxml.relations import listing_of, reachable, relations
from translate_kit.formats.package import Package
from translate_kit.formats.xml import Element, clean, kind
from translate_kit.model import Block, InlineTag

_LARGEST = 16 * 2**20
"""Bytes of all XML above which the references are not searched."""
_UNSAFE_PARTS = re.compile(
    r"vbaProject|/connections\.xml$|/model/|macrosheets/|queryTables/", re.IGNORECASE
)
_UNSAFE = re.compile(rb"\b(INDIRECT|HYPERLINK|EVALUATE|CELL|SHEET|FORMULATEXT)\(", re.IGNORECASE)
_FORMULAS = frozenset(
    ("f", "definedName", "formula", "formula1", "formula2", "calculatedColumnFormula",
     "totalsRowFormula")
)  # fmt: skip
_REFERENCES = ("location", "textlink", "fmlaLink", "fmlaRange", "fmlaGroup", "fmlaTxbx",
               "linkedCell", "listFillRange", "ref", "Target")  # fmt: skip
_NAMES = frozenset(("worksheetSource", "dataRef", "rangeSet"))
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31
"""Characters of a sheet's name (Excel's limit)."""


def can_be_renamed(package: Package) -> bool:
    """Whether every reference to a sheet can be found."""
    whole = 0
    for part in package.names():
        if _UNSAFE_PARTS.search(part):
            return False
        if part.endswith(".xml"):
            content = package.content(part)
            whole += len(content)
            if _UNSAFE.search(content):
                return False
        elif part.endswith(".vml") and b"Fmla" in package.content(part):
            return False
    return whole <= _LARGEST


@dataclass(slots=True)
class SheetNameSlot:
    """The name of a sheet; what is wished for it is given at the end, to all together."""

    part: str
    node: Element
    where: str
    tags: tuple[InlineTag, ...] = ()
    text: str = field(init=False)
    wish: str | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.text = self.node.get("name", "")

    def fill(self, block: Block, language: str) -> None:
        """Note the wish."""
        self.wish = block.text


def rename(package: Package, slots: list[SheetNameSlot]) -> None:
    """Give the sheets the names wished for, as Excel allows them, everywhere."""
    wishes = {slot.text: slot.wish for slot in slots if slot.wish}
    names = _allowed(wishes, [slot.text for slot in slots])
    folded = {old.casefold(): new for old, new in names.items() if old != new}
    if not folded:
        return
    for slot in slots:
        slot.node.set("name", names[slot.text])
        package.touch(slot.part)
    for part in _told(package, slots[0].part):
        if _rewrite(package.tree(part), folded):
            package.touch(part)


def _told(package: Package, main: str) -> Iterator[str]:
    """The parts that may speak of sheets; links to places in the workbook are relationships."""
    yield main
    for relation in (*reachable(package, main), *relations(package, "")):
        if relation.part.endswith(".xml") and relation.part != main:
            yield relation.part
        listing = listing_of(relation.part)
        if relation.role in ("worksheet", "drawing") and listing in package:
            yield listing


def _allowed(wishes: Mapping[str, str], old: list[str]) -> dict[str, str]:
    """Old -> new, without forbidden characters, short enough, and no two alike."""
    kept = {name.casefold() for name in old if name not in wishes}
    names: dict[str, str] = {}
    for name in old:
        if name not in wishes:
            names[name] = name
            continue
        wish = _FORBIDDEN.sub(" ", clean(wishes[name])).strip(" '") or name
        taken = kept | {new.casefold() for new in names.values()}
        names[name] = next(each for each in _variants(wish) if each.casefold() not in taken)
    return names


def _variants(name: str) -> Iterator[str]:
    yield name[:_LONGEST].strip()
    number = 2
    while True:
        ending = f" {number}"
        yield name[: _LONGEST - len(ending)].strip() + ending
        number += 1


def _rewrite(root: Element, names: Mapping[str, str]) -> bool:
    changed = False
    for node in root.iter():
        local = kind(node).rpartition(":")[2].rpartition("}")[2]
        if local in _FORMULAS and "!" in (node.text or ""):
            changed |= _set_text(node, with_sheets(node.text or "", names))
        elif local == "lpstr":  # docProps/app.xml lists the sheets and the names in them
            text = node.text or ""
            changed |= _set_text(node, names.get(text.casefold(), with_sheets(text, names)))
        elif local in _NAMES and (sheet := node.get("sheet", "").casefold()) in names:
            node.set("sheet", names[sheet])
            changed = True
        for name in _REFERENCES:
            value = node.get(name, "")
            if "!" in value and (new := with_sheets(value, names)) != value:
                node.set(name, new)
                changed = True
    return changed


def _set_text(node: Element, text: str) -> bool:
    changed = text != (node.text or "")
    node.text = text
    return changed
