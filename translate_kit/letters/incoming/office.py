"""The lines of a letter from Word or an OpenDocument program, each table row as one of them.

``formats`` reads what there is to translate; here a line of figures alone counts too, «№ 15-03/118»
or the «2 000» of a table's cell.
"""

from collections.abc import Iterator
from pathlib import Path

from translate_kit.formats.ooxml.package_kinds import main_part
from translate_kit.formats.ooxml.relations import reachable
from translate_kit.formats.package import Package
from translate_kit.formats.xml import Element, kind
from translate_kit.letters.facts import row_text

_PARAGRAPHS = frozenset(("w:p", "text:p", "text:h"))
_ROWS = frozenset(("w:tr", "table:table-row"))
_CELLS = frozenset(("w:tc", "w:sdt", "table:table-cell"))
_BOXES = frozenset(("w:txbxContent", "draw:text-box", "text:note-body"))
"""What stands inside a paragraph and has paragraphs of its own."""
_UNSEEN = frozenset(
    ("w:del", "w:moveFrom", "w:instrText", "w:rPr", "w:pPr", "w:sectPr", "mc:Fallback",
     "text:tracked-changes", "text:note-citation", "office:annotation", "svg:title", "svg:desc", "")
)  # fmt: skip
"""What no reader sees, and the second telling of what a reader sees once."""
_BLANKS = {"w:tab": " ", "w:ptab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-",
           "text:tab": " ", "text:s": " ", "text:line-break": "\n"}  # fmt: skip
_MARGINS = {"style:header-first": 0, "style:header": 0, "style:footer-first": 2, "style:footer": 2}
_ORDER = ("header", "officeDocument", "footer", "footnotes", "endnotes")


def docx_lines(file: Path) -> Iterator[str]:
    """Headers, body, footers and notes, tracked changes as if accepted; raises UserError."""
    package = Package(file)
    main = main_part(package, "docx")
    parts = [("officeDocument", main), *((one.role, one.part) for one in reachable(package, main))]
    told = [one for one in parts if one[0] in _ORDER]
    for _role, part in sorted(told, key=lambda one: _ORDER.index(one[0])):
        yield from _lines(package.tree(part))


def odt_lines(file: Path) -> Iterator[str]:
    """Headers, body with its notes, footers; raises UserError."""
    package = Package(file)
    margins = []
    if "styles.xml" in package:
        margins = [node for node in package.tree("styles.xml").iter() if kind(node) in _MARGINS]
    stories = [(_MARGINS[kind(node)], node) for node in margins]
    stories.append((1, package.tree("content.xml")))
    for _place, story in sorted(stories, key=lambda one: one[0]):
        yield from _lines(story)


def _lines(element: Element) -> Iterator[str]:
    name = kind(element)
    if name in _UNSEEN:
        return
    if name in _ROWS:
        yield _row(element)
    elif name in _PARAGRAPHS:
        yield from "".join(_texts(element)).split("\n")
        for box in _boxes(element):
            yield from _inside(box)
    else:
        yield from _inside(element)


def _inside(element: Element) -> Iterator[str]:
    for node in element:
        yield from _lines(node)


def _row(row: Element) -> str:
    cells = [" ".join(_inside(cell)).strip() for cell in row if kind(cell) in _CELLS]
    number = sum(1 for before in row.itersiblings(preceding=True) if kind(before) in _ROWS)
    text = row_text(number, cells)  # below a head; a table may have none
    return row_text(number + 1, cells) if text == " | ".join(cells) else text


def _texts(element: Element) -> Iterator[str]:
    """The text of a paragraph without that of the boxes that hang on it."""
    name = kind(element)
    open_document = not name.startswith("w:")
    if name == "w:t" or open_document:
        yield element.text or ""
    for node in element:
        inner = kind(node)
        if inner in _BLANKS:
            yield _BLANKS[inner]
        elif inner not in _UNSEEN and inner not in _BOXES:
            yield from _texts(node)
        if open_document:
            yield node.tail or ""


def _boxes(element: Element) -> Iterator[Element]:
    for node in element:
        name = kind(node)
        if name in _BOXES:
            yield node
        elif name not in _UNSEEN:
            yield from _boxes(node)
