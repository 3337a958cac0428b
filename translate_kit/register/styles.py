"""The looks of an official report (GB/T 9704-2012): 仿宋 3号 on 22 lines of 28 characters.

Lengths are in twips, twentieths of a point.
"""

from dataclasses import dataclass

from translate_kit.register.wordml import Element, fonts, w

LATIN, TEXT, TITLE, BLACK, KAI = (
    "Times New Roman",
    "仿宋",
    "方正小标宋简体",
    "黑体",
    "楷体",
)
SONG = "宋体"
SIZE = 16.0  # 3号, in points
LEADING = 579  # 225 mm of text in 22 lines, 28.95 points
MEASURE = 8844  # 156 mm
TURNED_MEASURE = 12756  # 225 mm


@dataclass(frozen=True, slots=True)
class Look:
    """One paragraph style; ``indent`` in characters, ``size`` in points, the rest in twips."""

    font: str = TEXT
    size: float = SIZE
    align: str = "both"
    indent: int = 0
    line: int = LEADING
    before: int = 0
    after: int = 0
    keep: bool = False


LOOKS: dict[str, Look] = {
    "Body": Look(indent=2),
    "Closing": Look(indent=2, keep=True),
    "Title": Look(TITLE, 22, "center", line=680, keep=True),
    "TitleEnd": Look(TITLE, 22, "center", line=680, after=LEADING, keep=True),
    "Addressee": Look(align="left", keep=True),
    "Heading1": Look(BLACK, indent=2, align="left", keep=True),
    "Heading2": Look(KAI, indent=2, align="left", keep=True),
    "Caption": Look(BLACK, 12, "center", line=400, before=120, keep=True),
    "TableHead": Look(BLACK, 12, "center", line=340),
    "TableCell": Look(TEXT, 12, "center", line=340),
    "Gap": Look(size=6, line=160),
    "ChartLine": Look(align="center", line=0, before=120, after=120),
    "AnnexNote": Look(indent=2, before=LEADING, keep=True),
    "Signature": Look(align="center", before=2 * LEADING, keep=True),
    "SignatureDate": Look(align="center"),
    "AnnexMark": Look(BLACK, align="left", keep=True),
    "AnnexTitle": Look(TITLE, 22, "center", line=680, after=300, keep=True),
    "PageNumber": Look(SONG, 14, "both", line=0),
}
"""``line`` 0 lets the line grow with its content: an exact pitch would cut a chart off."""

_OUTLINE = {"Heading1": 0, "Heading2": 1}


def fill_styles(root: Element) -> None:
    """Replace whatever ``w:styles`` holds."""
    for child in list(root):
        root.remove(child)
    defaults = w("rPr", fonts(LATIN, TEXT), *_size(SIZE), w("lang", val="en-US", eastAsia="zh-CN"))
    root.append(w("docDefaults", w("rPrDefault", defaults), w("pPrDefault", w("pPr"))))
    root.append(_foundation("paragraph", "Normal", "Normal"))
    root.append(_foundation("character", "DefaultParagraphFont", "Default Paragraph Font"))
    root.append(_foundation("table", "TableNormal", "Normal Table"))
    root.extend(_style(name, look) for name, look in LOOKS.items())


def _foundation(kind: str, identifier: str, name: str) -> Element:
    return w("style", w("name", val=name), type=kind, default=1, styleId=identifier)


def _style(name: str, look: Look) -> Element:
    shown = name.replace("Heading", "heading ") if name in _OUTLINE else name
    return w(
        "style",
        w("name", val=shown),
        w("basedOn", val="Normal"),
        w("qFormat"),
        w("pPr", *_paragraph(name, look)),
        w("rPr", fonts(LATIN, look.font), *_size(look.size)),
        type="paragraph",
        styleId=name,
    )


def _paragraph(name: str, look: Look) -> list[Element]:
    """The properties in the order that the schema wants them in."""
    found = [w("keepNext"), w("keepLines")] if look.keep else []
    found += [w("widowControl"), w("snapToGrid", val=0)]
    pitch = {"line": look.line, "lineRule": "exact"} if look.line else {}
    found.append(w("spacing", before=look.before, after=look.after, **pitch))
    if look.indent:
        width = round(look.indent * look.size * 20)
        found.append(w("ind", firstLineChars=look.indent * 100, firstLine=width))
    found.append(w("jc", val=look.align))
    if name in _OUTLINE:
        found.append(w("outlineLvl", val=_OUTLINE[name]))
    return found


def _size(points: float) -> tuple[Element, Element]:
    return w("sz", val=round(points * 2)), w("szCs", val=round(points * 2))
