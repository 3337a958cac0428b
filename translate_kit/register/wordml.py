"""The little of WordprocessingML that a report needs beyond python-docx."""

from collections.abc import Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

Element = Any  # python-docx's own element classes carry no types


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of the main namespace."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def fonts(latin: str, east_asian: str) -> Element:
    """All four slots, so that no theme font shows through in any of them."""
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=east_asian, cs=latin)


def text(characters: str) -> Element:
    """``w:t`` that keeps blanks, without the control characters that XML cannot hold."""
    element = w("t")
    element.text = "".join(c for c in characters if c == "\t" or ord(c) >= 0x20)
    element.set(qn("xml:space"), "preserve")
    return element


def run(characters: str) -> Element:
    """A run in the look of its paragraph."""
    return w("r", text(characters))


def paragraph(style: str, *content: Element, properties: Sequence[Element] = ()) -> Element:
    """A paragraph in a style; ``properties`` follow ``w:pStyle`` in the schema's order."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *content)


def table(widths: Sequence[int], rows: Sequence[Sequence[str]], *, total: bool) -> Element:
    """A ruled table, widths in twips; the first row is its head, repeated on every page.

    The last row of a table with a ``total`` stays with the row above it.
    """
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *(_border(side) for side in _SIDES)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=60, type="dxa") for side in ("left", "right"))),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    joined = {0, len(rows) - 2} if total else {0}
    return w(
        "tbl",
        properties,
        grid,
        *(
            _row(row, widths, head=place == 0, joined=place in joined)
            for place, row in enumerate(rows)
        ),
    )


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _border(side: str) -> Element:
    return w(side, val="single", sz=4, space=0, color="000000")


def _row(cells: Sequence[str], widths: Sequence[int], *, head: bool, joined: bool) -> Element:
    looks = w("trPr", w("cantSplit"), *([w("tblHeader")] if head else []))
    style = "TableHead" if head else "TableCell"
    keep = [w("keepNext")] if joined else []
    made = [
        w(
            "tc",
            w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="center")),
            paragraph(style, run(cell), properties=keep),
        )
        for cell, width in zip(cells, widths, strict=True)
    ]
    return w("tr", looks, *made)
