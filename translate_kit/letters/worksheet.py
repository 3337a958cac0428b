"""The office's own working papers: Chinese headings and ruled tables on landscape A4."""

from collections.abc import Sequence
from datetime import date

from translate_kit.letters.layout.house import House
from translate_kit.letters.layout.parts import TAGS, foreign, styles
from translate_kit.letters.layout.sheet import (
    A4,
    MM,
    Align,
    Column,
    Line,
    Page,
    PageNumber,
    Part,
    Piece,
    Pieces,
    Role,
    Sheet,
    Style,
    Table,
)

PAGE = Page(
    A4[1],
    A4[0],
    top=15 * MM,
    right=15 * MM,
    bottom=15 * MM,
    left=15 * MM,
    header=8 * MM,
    footer=8 * MM,
    number=PageNumber(pattern="— {n} —"),
)
Cell = Pieces | str


def worksheet(title: str, day: date, author: str, parts: Sequence[Part], house: House) -> Sheet:
    """The sheet of a working paper, ready for the renderers."""
    _labels, fonts = house.of("zh")
    look = styles(
        Style(Role.BODY, fonts.face(), 11, lines=1.15, after=3),
        {
            Role.SUBJECT: {
                "face": fonts.face("title"),
                "size": 18,
                "align": Align.CENTRE,
                "after": 8,
            },
            Role.HEADING: {
                "face": fonts.face("heading"),
                "size": 12,
                "before": 10,
                "after": 4,
                "keep_next": True,
            },
            Role.NOTE: {"size": 9.5, "after": 2},
            Role.TABLE_HEAD: {"face": fonts.face("heading"), "size": 10.5, "after": 0},
            Role.TABLE_CELL: {"size": 10.5, "after": 0},
            Role.PAGE_NUMBER: {"size": 9, "align": Align.CENTRE},
        },
    )
    return Sheet(
        language="zh",
        tag=TAGS["zh"],
        title=title,
        author=author,
        date=day,
        page=PAGE,
        styles=look,
        parts=(Line(Role.SUBJECT, (Piece(title),)), *parts),
        foreign=foreign(house, "zh"),
    )


def heading(text: str) -> Line:
    """The heading of a section."""
    return Line(Role.HEADING, (Piece(text),))


def note(text: str) -> Line:
    """Small print."""
    return Line(Role.NOTE, (Piece(text),))


def table(head: Sequence[str], shares: Sequence[float], rows: Sequence[Sequence[Cell]]) -> Table:
    """A ruled table as wide as the page, its columns by their ``shares`` of it."""
    whole = sum(shares)
    return Table(
        tuple(Column(PAGE.measure * share / whole, figures=False) for share in shares),
        tuple(_pieces(cell) for cell in head),
        tuple(tuple(_pieces(cell) for cell in row) for row in rows),
    )


def _pieces(cell: Cell) -> Pieces:
    return (Piece(cell),) if isinstance(cell, str) else cell
