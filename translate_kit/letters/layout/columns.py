"""How wide the columns of a table of goods should be, from what stands in their cells."""

import re
import unicodedata
from collections.abc import Sequence

from translate_kit.letters.layout.sheet import Column

_DIGIT = re.compile(r"\d")
_WIDEST_FIGURES = 9.0
"""Ems beyond which a cell with digits is prose, not a quantity, a date or a standard's number."""

_CELL_MARGIN = 1.1
"""Ems that the borders and the inner margins of a cell take."""

_NARROW_LETTER = 0.54
"""Mean width in ems of a Latin or Cyrillic letter in Times, a little on the safe side."""


def ems(text: str) -> float:
    """Roughly the width of ``text`` on the page, in ems."""
    return sum(1.0 if wide(character) else _NARROW_LETTER for character in text)


def wide(character: str) -> bool:
    """Whether an East Asian font gives the character a full square."""
    return unicodedata.east_asian_width(character) in "WF"


def columns(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, measure: float, size: float
) -> tuple[Column, ...]:
    """Columns that fill ``measure`` points at a type of ``size`` points.

    Quantities and codes get all the room they need; the other columns share what is left by
    how much text they hold, but no word is broken while there is any way around it.
    """
    cells = [[row[place] for row in rows] for place in range(len(head))]
    figures = [_figures(column) for column in cells]
    floors = [
        _floor(title, column, whole)
        for title, column, whole in zip(head, cells, figures, strict=True)
    ]
    wishes = [
        max(floor, max(map(ems, [title, *column])) + _CELL_MARGIN)
        for title, column, floor in zip(head, cells, floors, strict=True)
    ]
    widths = _share(floors, wishes, figures, measure / size)
    return tuple(Column(width * size, whole) for width, whole in zip(widths, figures, strict=True))


def _figures(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(
        _DIGIT.search(cell) and ems(cell) <= _WIDEST_FIGURES for cell in filled
    )


def _floor(title: str, cells: Sequence[str], figures: bool) -> float:
    """The narrowest the column may be: its longest word, or its longest whole figure."""
    words = [max(map(_unbreakable, text.split() or [""])) for text in (title, *cells)]
    if figures:
        words.extend(map(ems, cells))
    return max(words) + _CELL_MARGIN


def _unbreakable(word: str) -> float:
    """An East Asian word may be broken, though not into less than two characters a line."""
    return min(2.0, ems(word)) if any(map(wide, word)) else ems(word)


def _share(
    floors: Sequence[float], wishes: Sequence[float], figures: Sequence[bool], measure: float
) -> list[float]:
    """Widths that add up to the measure: from too narrow for all words to room to spare."""
    if sum(floors) >= measure:
        return [floor * measure / sum(floors) for floor in floors]
    if sum(wishes) > measure:
        return _levelled(floors, wishes, measure)
    weights = [wish * (0.25 if whole else 1.0) for wish, whole in zip(wishes, figures, strict=True)]
    spare = measure - sum(wishes)
    return [
        wish + spare * weight / sum(weights) for wish, weight in zip(wishes, weights, strict=True)
    ]


def _levelled(floors: Sequence[float], wishes: Sequence[float], measure: float) -> list[float]:
    """Short columns get their wish and the long ones equal widths, the level found by halving."""
    low, high = 0.0, max(wishes)
    for _halving in range(50):
        level = (low + high) / 2
        widths = [max(f, min(w, level)) for f, w in zip(floors, wishes, strict=True)]
        low, high = (low, level) if sum(widths) > measure else (level, high)
    return widths
