"""Cells that still wait for their translation are filled yellow, whatever format they had."""

from collections.abc import Set
from copy import deepcopy

from translate_kit.formats.xml import Element, child, like

_YELLOW = "FFFFFF00"


class YellowFormats:
    """The cell formats of a workbook with a yellow fill, made as they are needed."""

    def __init__(self, styles: Element) -> None:
        self._styles = styles
        self._made: dict[int, int] = {}

    def like(self, number: int) -> int | None:
        """The number of the format that is yellow and else like the one given, if there is one."""
        formats = child(self._styles, "x:cellXfs")
        if formats is None or not 0 <= number < len(formats):
            return None
        if number not in self._made:
            new = deepcopy(formats[number])
            new.set("fillId", str(self._fill()))
            new.set("applyFill", "1")
            formats.append(new)
            formats.set("count", str(len(formats)))
            self._made[number] = len(formats) - 1
        return self._made[number]

    def _fill(self) -> int:
        fills = child(self._styles, "x:fills")
        if fills is None:
            fills = like(self._styles, "fills")
            fonts = child(self._styles, "x:fonts")
            place = 0 if fonts is None else self._styles.index(fonts) + 1
            self._styles.insert(place, fills)
        for number, fill in enumerate(fills):
            colors = [node.get("rgb") for node in fill.iter("{*}fgColor")]
            if colors == [_YELLOW]:
                return number
        fills.append(_yellow(fills))
        fills.set("count", str(len(fills)))
        return len(fills) - 1


def _yellow(fills: Element) -> Element:
    fill, pattern, color = like(fills, "fill"), like(fills, "patternFill"), like(fills, "fgColor")
    pattern.set("patternType", "solid")
    color.set("rgb", _YELLOW)
    pattern.append(color)
    fill.append(pattern)
    return fill


Place = tuple[str, str]


def place_of(part: str, cell: Element) -> Place:
    """Where a cell's text is: a shared one by its number, in whatever sheet."""
    if cell.get("t") == "s":
        value = child(cell, "x:v")
        return "", "" if value is None else (value.text or "").strip()
    return part, cell.get("r", "")


def mark(sheet: Element, part: str, formats: YellowFormats, waiting: Set[Place]) -> bool:
    """Fill the cells whose text is one of ``waiting``; says whether there was any."""
    marked = False
    for cell in sheet.iter("{*}c"):
        if place_of(part, cell) not in waiting:
            continue
        number = cell.get("s", "0")
        yellow = formats.like(int(number) if number.isdecimal() else 0)
        if yellow is not None:
            cell.set("s", str(yellow))
            marked = True
    return marked
