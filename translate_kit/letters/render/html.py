"""Letters as one self-contained HTML page each, with print rules; every text is escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from translate_kit.letters.layout.parts import TAGS
from translate_kit.letters.layout.sheet import (
    Beside,
    Item,
    Line,
    Page,
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

_GENERIC = "serif"

_FIXED_RULES = """\
html { background: #ececec; }
main { background: #fff; margin: 8mm auto; box-sizing: border-box; }
p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
table.goods { margin: 6pt 0; }
table.goods th, table.goods td { border: 0.5pt solid #000; padding: 2pt 4pt; }
table.goods th { font-weight: inherit; }
table.goods thead { display: table-header-group; }
tr { break-inside: avoid; }
td.figures { white-space: nowrap; }
table.place td { padding: 0; vertical-align: top; }
table.place.low td { vertical-align: bottom; }
em:lang(zh), em:lang(ja), em:lang(ko) { font-style: normal; text-emphasis: dot; }
mark { background: #ff0; }
.seal { border: 0.5pt solid #7f7f7f; color: #7f7f7f; white-space: pre; }
.label { display: inline-block; text-indent: 0; }
.joined { break-after: avoid; }
.last { margin-top: 24pt; }
@media print {
  html { background: none; }
  main { margin: 0; padding: 0 !important; width: auto !important; }
}
"""


def render(sheets: Sequence[Sheet]) -> list[bytes]:
    """A UTF-8 HTML file per sheet."""
    return [html_text(sheet).encode("utf-8") for sheet in sheets]


def html_text(sheet: Sheet) -> str:
    """The whole HTML document of one letter."""
    blocks = [*sheet.head, *sheet.parts]
    content = "\n".join(_part(part, sheet) for part in blocks)
    last = "\n".join(_part(line, sheet) for line in sheet.last)
    foot = "\n".join(_part(part, sheet) for part in sheet.foot)
    return f"""\
<!DOCTYPE html>
<html lang="{escape(sheet.tag)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="{escape(sheet.author)}">
<title>{escape(sheet.title)}</title>
<style>
{_rules(sheet)}</style>
</head>
<body>
<main>
{content}
<div class="last">
{last}
{foot}
</div>
</main>
</body>
</html>
"""


def _rules(sheet: Sheet) -> str:
    """The style sheet: the page, then a class for each role."""
    page = sheet.page
    paper = _declarations(
        ("width", _pt(page.width)),
        ("padding", f"{_pt(page.top)} {_pt(page.right)} {_pt(page.bottom)} {_pt(page.left)}"),
    )
    roles = "".join(_role(style) for style in sheet.styles.values())
    return f"{_paper(page)}{_FIXED_RULES}main {{ {paper} }}\n{roles}"


def _paper(page: Page) -> str:
    """Paper, margins and the page number from page 2 on, where the browser can print it."""
    before, _field, after = page.number.pattern.partition("{n}")
    content = f'"{before}" counter(page) "{after}"'
    edge = "top" if page.number.top else "bottom"
    margins = f"{_pt(page.top)} {_pt(page.right)} {_pt(page.bottom)} {_pt(page.left)}"
    rules = [f"@page {{ size: {_pt(page.width)} {_pt(page.height)}; margin: {margins}; }}"]
    sides = {"": "center"} if not page.number.outer else {":right": "right", ":left": "left"}
    for selector, side in sides.items():
        rules.append(f"@page{selector} {{ @{edge}-{side} {{ content: {content}; }} }}")
    hidden = " ".join(f"@{edge}-{side} {{ content: none; }}" for side in sides.values())
    rules.append(f"@page:first {{ {hidden} }}")
    return "\n".join(rules) + "\n"


def _role(style: Style) -> str:
    name = _class(style.role)
    aligned = "justify" if style.align == "both" else style.align.value
    found = _declarations(
        ("font-family", _families(style.face)),
        ("font-size", _pt(style.size)),
        ("line-height", _pt(style.leading) if style.leading else f"{1.2 * style.lines:.3g}"),
        ("text-align", aligned),
        ("text-indent", f"{style.indent:g}em" if style.indent else _pt(style.first)),
        ("margin", f"{_pt(style.before)} {_pt(style.right)} {_pt(style.after)} {_pt(style.left)}"),
        ("font-weight", "bold" if style.strong else ""),
        ("color", f"#{style.colour}" if style.colour else ""),
        ("break-after", "avoid" if style.keep_next else ""),
    )
    grouped = f".{name} + .{name} {{ margin-top: {_pt(-style.after)}; }}\n" if style.grouped else ""
    return f".{name} {{ {found} }}\n{grouped}"


def _declarations(*pairs: tuple[str, str]) -> str:
    return " ".join(f"{name}: {value};" for name, value in pairs if value)


def _families(face: Typeface) -> str:
    """Latin names first: they hold no East Asian characters, so those fall through to theirs."""
    names = ", ".join(f'"{name}"' for name in (*face.latin, *face.east_asian))
    return f"{names}, {_GENERIC}"


def _pt(points: float) -> str:
    return f"{points:.4g}pt"


def _class(role: Role) -> str:
    return role.value.lower().replace(" ", "-")


def _part(part: Part, sheet: Sheet) -> str:
    match part:
        case Line(role, pieces, joined):
            return _paragraph(role, _pieces(pieces, sheet), joined=joined)
        case Item():
            return _item(part, sheet)
        case Rule():
            return _rule(part)
        case Table():
            return _table(part, sheet)
        case Beside():
            return _beside(part, sheet)


def _paragraph(role: Role, content: str, *, joined: bool = False, style: str = "") -> str:
    classes = _class(role) + (" joined" if joined else "")
    extra = f' style="{style}"' if style else ""
    return f'<p class="{classes}"{extra}>{content}</p>'


def _pieces(pieces: Pieces, sheet: Sheet) -> str:
    return "".join(_piece(piece, sheet) for piece in pieces)


def _piece(piece: Piece, sheet: Sheet) -> str:
    found = escape(piece.text)
    if piece.emphasis:
        found = f"<em>{found}</em>"
    if piece.strong:
        found = f"<strong>{found}</strong>"
    if piece.boxed:
        found = f'<span class="seal">{found}</span>'
    attributes = _language(piece, sheet)
    if piece.marked:
        return f"<mark{attributes}>{found}</mark>"
    return f"<span{attributes}>{found}</span>" if attributes else found


def _language(piece: Piece, sheet: Sheet) -> str:
    if not piece.language:
        return ""
    face = sheet.foreign.get(piece.language)
    families = f" style='font-family: {_families(face)}'" if face else ""
    return f' lang="{escape(TAGS.get(piece.language, piece.language))}"{families}'


def _item(item: Item, sheet: Sheet) -> str:
    style = sheet.styles[item.role]
    start = style.left + item.lead + item.width
    prefix = "" if item.follows else item.prefix
    hanging = item.width + (item.lead if prefix else 0)
    labels = (
        f'<span class="label" style="min-width: {_pt(width)}">{escape(label)}</span>'
        for label, width in ((prefix, item.lead), (item.label, item.width))
        if label
    )
    place = f"margin-left: {_pt(start)}; text-indent: {_pt(-hanging)}"
    content = "".join(labels) + _pieces(item.pieces, sheet)
    return _paragraph(item.role, content, joined=item.joined, style=place)


def _rule(rule: Rule) -> str:
    sides = zip(("top", "bottom"), rule.weights, strict=False)
    borders = [f"border-{side}: {_pt(weight)} solid #{rule.colour}" for side, weight in sides]
    left, right = rule.overhang
    reach = f"margin: 0 {_pt(-right)} 0 {_pt(-left)}"
    return f'<div class="joined" style="{"; ".join(borders)}; height: 1.5pt; {reach}"></div>'


def _table(table: Table, sheet: Sheet) -> str:
    columns = "".join(f'<col style="width: {_pt(c.width)}">' for c in table.columns)
    head = "".join(
        f'<th scope="col" class="{_class(Role.TABLE_HEAD)}">{_pieces(cell, sheet)}</th>'
        for cell in table.head
    )
    rows = "\n".join(f"<tr>{_cells(row, table, sheet)}</tr>" for row in table.rows)
    return (
        f'<table class="goods"><colgroup>{columns}</colgroup>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
    )


def _cells(row: tuple[Pieces, ...], table: Table, sheet: Sheet) -> str:
    return "".join(
        f'<td class="{_cell_class(figures=column.figures)}">{_pieces(cell, sheet)}</td>'
        for cell, column in zip(row, table.columns, strict=True)
    )


def _cell_class(*, figures: bool) -> str:
    return f"figures {_class(Role.TABLE_FIGURE)}" if figures else _class(Role.TABLE_CELL)


def _beside(part: Beside, sheet: Sheet) -> str:
    widths = (part.split, sheet.page.measure - part.split)
    cells = "".join(
        f'<td style="width: {_pt(width)}">{_inside(side, sheet)}</td>'
        for side, width in zip((part.left, part.right), widths, strict=True)
    )
    low = " low" if part.low else ""
    return f'<table class="place{low}"><tbody><tr>{cells}</tr></tbody></table>'


def _inside(lines: Iterable[Line], sheet: Sheet) -> str:
    return "".join(_part(line, sheet) for line in lines)
