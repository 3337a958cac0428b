"""The paragraphs and tables of WordprocessingML, built from the parts of a sheet.

Children of ``w:pPr`` and ``w:rPr`` have a fixed order in the schema; Word calls a file that
breaks it damaged.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from translate_kit.letters.layout.parts import EAST_ASIAN, TAGS
from translate_kit.letters.layout.sheet import (
    Beside,
    Item,
    Line,
    PageNumber,
    Part,
    Piece,
    Pieces,
    Role,
    Rule,
    Sheet,
    Style,
    Table,
    Typeface,
)

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Element = Any  # python-docx's own element classes carry no types

GOODS_TABLE = "GoodsTable"
PLACE_TABLE = "PlaceTable"
PENDING, SEAL = "Pending", "SealPlace"


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of the main namespace; an attribute that is None is left out."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        if value is not None:
            element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def twips(points: float) -> int:
    """Twentieths of a point, Word's unit of length."""
    return round(points * 20)


def style_id(role: Role) -> str:
    """The style's identifier: its name without blanks."""
    return role.value.replace(" ", "")


def fonts(face: Typeface) -> Element:
    """All four slots, so that no theme font shows through in any of them."""
    latin, east = face.latin[0], face.east_asian[0]
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=east, cs=latin)


def language(code: str) -> Element:
    """``w:lang`` with our own language in the slots of the other script."""
    tag = TAGS.get(code, code)
    if code in EAST_ASIAN:
        # Latin letters and digits are broken and spelled by "val": as Japanese they break anywhere.
        return w("lang", val="en-US", eastAsia=tag)
    return w("lang", val=tag, eastAsia=TAGS["zh"])


def elements(parts: Sequence[Part], sheet: Sheet) -> list[Element]:
    """The block elements of some parts, in order."""
    around = (None, *parts, None)
    neighbours = zip(around, parts, around[2:], strict=False)
    return [
        element
        for before, part, after in neighbours
        for element in _part(part, _group_air(before, part, after, sheet), sheet)
    ]


def _group_air(before: Part | None, part: Part, after: Part | None, sheet: Sheet) -> list[Element]:
    """The space above the first and below the last paragraph of a group, whose style has none.

    Word's own way, ``w:contextualSpacing``, makes LibreOffice forget which paragraphs to keep
    together, and the signature goes to a page of its own.
    """
    if not isinstance(part, Line | Item) or not sheet.styles[part.role].grouped:
        return []
    style = sheet.styles[part.role]
    first, last = (
        not isinstance(other, Line | Item) or other.role is not part.role
        for other in (before, after)
    )
    above = twips(style.before) if first else 0
    below = twips(style.after) if last else 0
    return [w("spacing", before=above, after=below)] if above or below else []


def _part(part: Part, air: list[Element], sheet: Sheet) -> list[Element]:
    match part:
        case Line(role, pieces, joined):
            return [paragraph(role, runs(pieces, sheet), keep_next=joined, properties=air)]
        case Item():
            return [_item(part, air, sheet)]
        case Rule():
            return [_rule(part)]
        case Table():
            above = [] if sheet.styles[Role.BODY].after else [_gap(keep_next=True)]
            return [*above, _goods(part, sheet), _gap(keep_next=part.joined)]
        case Beside():
            return [_beside(part, sheet), _least_gap()]


def paragraph(
    role: Role,
    content: Iterable[Element],
    *,
    keep_next: bool = False,
    properties: Sequence[Element] = (),
) -> Element:
    """One paragraph in the style of its role; ``properties`` follow ``w:pStyle`` and the keeps."""
    chosen = [w("pStyle", val=style_id(role))]
    if keep_next:
        chosen.append(w("keepNext"))
    return w("p", w("pPr", *chosen, *properties), *content)


def runs(pieces: Pieces, sheet: Sheet) -> list[Element]:
    """The runs of some pieces."""
    return [_run(piece, sheet) for piece in pieces if piece.text]


def _run(piece: Piece, sheet: Sheet) -> Element:
    looks = w("rPr", *_looks(piece, sheet))
    return w("r", *([looks] if len(looks) else []), *_lines(piece.text))


def _looks(piece: Piece, sheet: Sheet) -> Iterable[Element]:
    named = next(
        (name for name, there in ((SEAL, piece.boxed), (PENDING, piece.marked)) if there), ""
    )
    if named:
        yield w("rStyle", val=named)
    if piece.language in sheet.foreign:
        yield fonts(sheet.foreign[piece.language])
    if piece.strong:
        yield w("b")
        yield w("bCs")
    slanted = sheet.language not in EAST_ASIAN
    if piece.emphasis and slanted:
        yield w("i")
        yield w("iCs")
    if piece.marked:
        # Word passes over a highlight in a style.
        yield w("highlight", val="yellow")
    if piece.emphasis and not slanted:
        yield w("em", val="dot")
    if piece.language:
        yield language(piece.language)


def _lines(characters: str) -> Iterable[Element]:
    """The text with a break for every newline, which Word would take for a blank."""
    for place, line in enumerate(characters.split("\n")):
        if place:
            yield w("br")
        yield text(line)


def allowed(characters: str) -> str:
    """The text without the control characters that XML cannot hold; Excel cells have some."""
    return _FORBIDDEN.sub("", characters)


def text(characters: str) -> Element:
    """``w:t`` that keeps blanks at its ends."""
    element = w("t")
    element.text = allowed(characters)
    element.set(qn("xml:space"), "preserve")
    return element


def page_number(number: PageNumber, align: str | None) -> Element:
    """The paragraph with the PAGE field; ``align`` overrides the style's alignment."""
    before, _field, after = number.pattern.partition("{n}")
    field = w("fldSimple", w("r", text("2")), instr=" PAGE ")
    side = [w("jc", val=align)] if align else []
    content = [w("r", text(before)), field, w("r", text(after))]
    return paragraph(Role.PAGE_NUMBER, content, properties=side)


def _item(item: Item, air: list[Element], sheet: Sheet) -> Element:
    """Label, tab, text; behind a prefix the label has a tab stop of its own."""
    style = sheet.styles[item.role]
    start = style.left + item.lead + item.width
    prefix = "" if item.follows else item.prefix
    hanging = item.width + (item.lead if prefix else 0)
    stops = [start - item.width, start] if prefix and item.label else [start]
    places = [
        w("tabs", *(w("tab", val="left", pos=twips(stop)) for stop in stops)),
        *air,
        w("ind", left=twips(start), hanging=twips(hanging)),
    ]
    content = [
        element
        for label in (prefix, item.label)
        if label
        for element in (w("r", text(label)), w("r", w("tab")))
    ]
    return paragraph(
        item.role,
        [*content, *runs(item.pieces, sheet)],
        keep_next=item.joined,
        properties=places,
    )


def _rule(rule: Rule) -> Element:
    """Borders above and below a paragraph of almost no height: every program draws them alike."""
    sides = zip(("top", "bottom"), rule.weights, strict=False)
    borders = w("pBdr", *(_border(side, weight, rule.colour) for side, weight in sides))
    left, right = rule.overhang
    reach = w("ind", left=-twips(left), right=-twips(right))
    return paragraph(Role.RULE, [], properties=[borders, reach])


def _border(side: str, weight: float, colour: str) -> Element:
    return w(side, val="single", sz=round(weight * 8), space=0, color=colour)


def _gap(*, keep_next: bool) -> Element:
    """Air around a table; Word also joins tables that nothing separates."""
    return paragraph(Role.TABLE_GAP, [], keep_next=keep_next)


def _least_gap() -> Element:
    """What must follow a table that ends a letter: so low that no page is begun for it alone."""
    low = w("spacing", line=twips(1), lineRule="exact")
    return paragraph(Role.TABLE_GAP, [], properties=[low])


def _goods(table: Table, sheet: Sheet) -> Element:
    widths = [column.width for column in table.columns]
    roles = [Role.TABLE_FIGURE if c.figures else Role.TABLE_CELL for c in table.columns]
    head = [Role.TABLE_HEAD] * len(roles)
    last = len(table.rows) - 1
    return _grid(
        GOODS_TABLE,
        widths,
        [
            _row(table.head, table, head, sheet, repeated=True, joined=True),
            *(
                _row(row, table, roles, sheet, joined=table.joined and place == last)
                for place, row in enumerate(table.rows)
            ),
        ],
    )


def _row(
    cells: tuple[Pieces, ...],
    table: Table,
    roles: Sequence[Role],
    sheet: Sheet,
    *,
    repeated: bool = False,
    joined: bool,
) -> Element:
    properties = [w("cantSplit"), *([w("tblHeader")] if repeated else [])]
    made = [
        _cell(
            [paragraph(role, runs(cell, sheet), keep_next=joined)],
            column.width,
            align="center",
            whole=column.figures and not repeated,
        )
        for cell, column, role in zip(cells, table.columns, roles, strict=True)
    ]
    return w("tr", w("trPr", *properties), *made)


def _beside(part: Beside, sheet: Sheet) -> Element:
    widths = [part.split, sheet.page.measure - part.split]
    align = "bottom" if part.low else "top"
    cells = [
        _cell(
            [paragraph(n.role, runs(n.pieces, sheet), keep_next=n.joined) for n in side]
            or [paragraph(Role.TABLE_GAP, [])],
            width,
            align=align,
        )
        for side, width in zip((part.left, part.right), widths, strict=True)
    ]
    return _grid(PLACE_TABLE, widths, [w("tr", w("trPr", w("cantSplit")), *cells)])


def _grid(style: str, widths: Sequence[float], rows: Iterable[Element]) -> Element:
    """A table of fixed columns, so that it looks the same in every program."""
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=style),
            w("tblW", w=sum(map(twips, widths)), type="dxa"),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths)),
        *rows,
    )


def _cell(content: Sequence[Element], width: float, *, align: str, whole: bool = False) -> Element:
    properties = w("tcPr", w("tcW", w=twips(width), type="dxa"))
    if whole:
        properties.append(w("noWrap"))
    properties.append(w("vAlign", val=align))
    return w("tc", properties, *content)


def style_spacing(style: Style) -> Mapping[str, object]:
    """The attributes of ``w:spacing``: exact where the style has a leading; the space around a
    group is its first and last paragraph's own."""
    exact = bool(style.leading)
    pitch = twips(style.leading) if exact else round(style.lines * 240)
    return {
        "before": 0 if style.grouped else twips(style.before),
        "after": 0 if style.grouped else twips(style.after),
        "line": pitch,
        "lineRule": "exact" if exact else "auto",
    }
