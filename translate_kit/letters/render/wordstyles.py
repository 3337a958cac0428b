"""The style sheet of a letter in Word, and its table of fonts, from the styles of a sheet."""

from collections.abc import Iterable

from lxml import etree

from translate_kit.letters.layout.sheet import MM, Role, Sheet, Style
from translate_kit.letters.render.wordml import (
    GOODS_TABLE,
    PENDING,
    PLACE_TABLE,
    SEAL,
    Element,
    fonts,
    language,
    style_id,
    style_spacing,
    twips,
    w,
)

GREY = "7F7F7F"


def fill_styles(root: Element, sheet: Sheet) -> None:
    """Replace whatever ``w:styles`` holds by the styles of the sheet."""
    for child in list(root):
        root.remove(child)
    root.append(_defaults(sheet))
    root.extend(_foundations())
    root.extend(_paragraph_style(style, sheet) for style in sheet.styles.values())
    root.extend(_character_styles())
    root.extend(_table_styles())


def _defaults(sheet: Sheet) -> Element:
    body = sheet.styles[Role.BODY]
    run = w("rPr", fonts(body.face), *_size(body), language(sheet.language))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr")))


def _foundations() -> Iterable[Element]:
    """The styles that Word takes for granted."""
    yield _style("paragraph", "Normal", "Normal", default=True)
    yield _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True)
    margins = w(
        "tblCellMar",
        *(w(side, w=width, type="dxa") for side, width in _cell_margins(0, twips(1.9 * MM))),
    )
    table = _style("table", "TableNormal", "Normal Table", default=True)
    table.append(w("tblPr", w("tblInd", w=0, type="dxa"), margins))
    yield table


def _cell_margins(upright: int, sideways: int) -> Iterable[tuple[str, int]]:
    return (("top", upright), ("left", sideways), ("bottom", upright), ("right", sideways))


def _paragraph_style(style: Style, sheet: Sheet) -> Element:
    element = _style("paragraph", style_id(style.role), style.role.value, based="Normal")
    element.append(w("pPr", *_paragraph_looks(style)))
    element.append(w("rPr", *_run_looks(style, sheet)))
    return element


def _paragraph_looks(style: Style) -> Iterable[Element]:
    if style.keep_next:
        yield w("keepNext")
        yield w("keepLines")
    yield w("widowControl")
    if not style.loose:
        yield w("autoSpaceDE", val=0)
        yield w("autoSpaceDN", val=0)
    if style.leading:
        # An exact pitch must not be rounded up to the next line of the page grid.
        yield w("snapToGrid", val=0)
    yield w("spacing", **style_spacing(style))
    yield w("ind", **_indents(style))
    yield w("jc", val=style.align.value)


def _indents(style: Style) -> dict[str, object]:
    found: dict[str, object] = {"left": twips(style.left), "right": twips(style.right)}
    if style.indent:
        found["firstLineChars"] = round(style.indent * 100)
        found["firstLine"] = twips(style.indent * style.size)
    elif style.first >= 0:
        found["firstLine"] = twips(style.first)
    else:
        found["hanging"] = twips(-style.first)
    return found


def _run_looks(style: Style, sheet: Sheet) -> Iterable[Element]:
    yield fonts(style.face)
    if style.strong:
        yield w("b")
        yield w("bCs")
    if style.colour:
        yield w("color", val=style.colour)
    yield from _size(style)
    yield language(sheet.language)


def _size(style: Style) -> tuple[Element, Element]:
    half_points = round(style.size * 2)
    return w("sz", val=half_points), w("szCs", val=half_points)


def _character_styles() -> Iterable[Element]:
    looks = {
        PENDING: [w("shd", val="clear", color="auto", fill="FFFF00")],
        SEAL: [w("color", val=GREY), w("bdr", val="single", sz=4, space=0, color=GREY)],
    }
    names = {SEAL: "Seal Place"}
    for name, chosen in looks.items():
        element = _style("character", name, names.get(name, name), based="DefaultParagraphFont")
        element.append(w("rPr", *chosen))
        yield element


def _table_styles() -> Iterable[Element]:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(s, val="single", sz=4, space=0, color="000000") for s in sides))
    goods = _style("table", GOODS_TABLE, "Goods Table", based="TableNormal")
    inner = _cell_margins(twips(0.6 * MM), twips(1.5 * MM))
    margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in inner))
    goods.append(w("tblPr", borders, margins))
    yield goods
    place = _style("table", PLACE_TABLE, "Place Table", based="TableNormal")
    edges = _cell_margins(0, 0)
    place.append(w("tblPr", w("tblCellMar", *(w(s, w=n, type="dxa") for s, n in edges))))
    yield place


def _style(
    kind: str, identifier: str, name: str, *, based: str = "", default: bool = False
) -> Element:
    element = w("style", w("name", val=name), type=kind, styleId=identifier)
    if default:
        element.set(element.tag.replace("}style", "}default"), "1")
    if based:
        element.append(w("basedOn", val=based))
    element.append(w("qFormat"))
    return element


def font_table(sheet: Sheet) -> bytes:
    """``fontTable.xml``: each font with the name to take where Word does not have it."""
    stand_ins: dict[str, str] = {}
    for face in sheet.typefaces():
        for name, *others in (face.latin, face.east_asian):
            stand_ins.setdefault(name, others[0] if others else "")
    rows = [
        w("font", *([w("altName", val=other)] if other else []), name=name)
        for name, other in stand_ins.items()
    ]
    return bytes(
        etree.tostring(w("fonts", *rows), xml_declaration=True, encoding="UTF-8", standalone=True)
    )
