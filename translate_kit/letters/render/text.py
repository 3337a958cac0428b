"""Letters as plain text for e-mail: tables drawn by display width, where 直 takes two columns."""

from collections.abc import Sequence
from itertools import pairwise

from translate_kit.letters.layout.columns import wide
from translate_kit.letters.layout.parts import spaced
from translate_kit.letters.layout.sheet import (
    Align,
    Beside,
    Item,
    Line,
    Part,
    Piece,
    Pieces,
    Role,
    Rule,
    Sheet,
    Table,
)

MEASURE = 72
"""Columns of a line of e-mail, within which lines stand right or centred."""

_FULL_WIDTH_BLANK = "　"
_WIDEST_TABLE = 78
_NARROWEST_CELL = 12
_STOPS_A_LINE = "。，、；：！？）」』】〕》.,;:!?)"
"""Characters that may not begin a line of a cell."""


def render(sheets: Sequence[Sheet]) -> list[bytes]:
    """A UTF-8 text file per sheet, lines ending in LF."""
    return [plain_text(sheet).encode("utf-8") for sheet in sheets]


def plain_text(sheet: Sheet) -> str:
    """The letter as text. Paragraphs are not wrapped (mail programs do that); a passage still to
    be translated stands between ``<<`` and ``>>`` behind its marker."""
    parts = [*sheet.head, *sheet.parts, *sheet.last]
    blocks = [_lines(part, sheet) for part in parts]
    text = "\n".join(blocks[0]) if blocks else ""
    for (before, after), block in zip(pairwise(parts), blocks[1:], strict=True):
        text += ("\n" if _close(before, after, sheet) else "\n\n") + "\n".join(block)
    return "\n".join(line.rstrip() for line in text.split("\n")) + "\n"


def _close(before: Part, after: Part, sheet: Sheet) -> bool:
    """Whether two parts follow each other without a blank line."""
    first, second = _role(before), _role(after)
    if first != second:
        return {first, second} in _NEIGHBOURS
    style = sheet.styles[first]
    return style.grouped or (not (style.before or style.after) and first is not Role.BODY)


_NEIGHBOURS: tuple[set[Role], ...] = (
    {Role.SENDER, Role.LETTERHEAD},
    {Role.SENDER, Role.RULE},
    {Role.LETTERHEAD, Role.RULE},
    {Role.RULE, Role.DRAFTER},
    {Role.SIGNATURE, Role.DATE},
)


def _role(part: Part) -> Role:
    match part:
        case Line(role=role) | Item(role=role):
            return role
        case Rule():
            return Role.RULE
        case Table():
            return Role.TABLE_CELL
        case Beside():
            return Role.REFERENCE


def _lines(part: Part, sheet: Sheet) -> list[str]:
    match part:
        case Line():
            return [_line(part, sheet)]
        case Item():
            return [_item(part)]
        case Rule():
            return ["-" * MEASURE]
        case Table():
            return _table(part)
        case Beside():
            return _beside(part, sheet)


def _line(line: Line, sheet: Sheet) -> str:
    style = sheet.styles[line.role]
    text = _text(line.pieces)
    if style.align is Align.RIGHT:
        return " " * max(0, MEASURE - columns(text)) + text
    if style.align is Align.CENTRE:
        # A centred block may stand in the right part of the sheet, as a Chinese signature does.
        before = round(MEASURE * style.left / sheet.page.measure)
        return " " * max(0, before + (MEASURE - before - columns(text)) // 2) + text
    return (
        _FULL_WIDTH_BLANK * round(style.indent) + text if sheet.language in ("zh", "ja") else text
    )


def _item(item: Item) -> str:
    """Label and text; a later entry of a list behind a prefix begins under the first."""
    entry = spaced(item.label, _text(item.pieces))
    whole = spaced(item.prefix, entry)
    if not item.follows:
        return whole
    return " " * (columns(whole) - columns(entry)) + entry


def _text(pieces: Pieces) -> str:
    return "".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    if piece.passage:
        return f"<<{piece.text}>>"
    if piece.boxed:
        return f"[{piece.text.strip()}]"
    return piece.text


def columns(text: str) -> int:
    """How many columns of a terminal or a fixed-width font the text takes."""
    return sum(2 if wide(character) else 1 for character in text)


def _table(table: Table) -> list[str]:
    """The table with ``|`` between columns; a long cell goes on in further lines."""
    cells = [[_text(cell) for cell in row] for row in (table.head, *table.rows)]
    widths = _widths(cells)
    border = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    found = [border]
    for row in cells:
        found += [*_row(row, widths), border]
    return found


def _widths(cells: Sequence[Sequence[str]]) -> list[int]:
    """Columns of each cell: what it holds, the widest giving way until the table fits."""
    widths = [max(map(columns, column)) for column in zip(*cells, strict=True)]
    room = _WIDEST_TABLE - 3 * len(widths) - 1
    while sum(widths) > room and max(widths) > _NARROWEST_CELL:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    folded = [fold(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, folded))
    filled = [lines + [""] * (height - len(lines)) for lines in folded]
    return [
        "|"
        + "|".join(f" {_pad(text, width)} " for text, width in zip(line, widths, strict=True))
        + "|"
        for line in zip(*filled, strict=True)
    ]


def _pad(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def fold(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` columns, broken at blanks or wide characters."""
    lines = [""]
    for word in _words(text):
        if columns(lines[-1] + word.rstrip()) > width and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += word if lines[-1] else word.lstrip()
        while columns(lines[-1].rstrip()) > width:
            cut = _cut(lines[-1], width)
            lines[-1:] = [lines[-1][:cut], lines[-1][cut:]]
    return [line.rstrip() for line in lines]


def _words(text: str) -> list[str]:
    """Stretches that stay whole: a word with its blank, a wide character with the stop after."""
    words: list[str] = []
    for character in text:
        glued = bool(words) and (
            character in _STOPS_A_LINE
            or (not wide(character) and not wide(words[-1][-1]) and not words[-1].endswith(" "))
        )
        if glued:
            words[-1] += character
        else:
            words.append(character)
    return words


def _cut(text: str, width: int) -> int:
    """The most characters from the start that fit into ``width`` columns, at least one."""
    taken = 0
    for place, character in enumerate(text):
        taken += 2 if wide(character) else 1
        if taken > width:
            return max(1, place)
    return len(text)


def _beside(part: Beside, sheet: Sheet) -> list[str]:
    """Left lines first, then the right ones; a signature keeps position and name on one line."""
    left, right = ([_text(line.pieces) for line in side] for side in (part.left, part.right))
    if not part.low:
        before = " " * round(MEASURE * part.split / sheet.page.measure)
        return [*left, "", *(before + text for text in right)]
    height = max(len(left), len(right))
    rows = zip(_raised(left, height), _raised(right, height), strict=True)
    return [
        start + " " * max(4, MEASURE - columns(start) - columns(end)) + end for start, end in rows
    ]


def _raised(texts: list[str], height: int) -> list[str]:
    return [""] * (height - len(texts)) + texts
