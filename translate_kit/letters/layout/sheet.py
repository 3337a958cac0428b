"""A sheet: a letter arranged by the conventions of its language, the only thing renderers know.

Lengths are in points (1/72 inch) throughout; ``MM`` turns millimetres into points.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

MM = 72 / 25.4
"""Points in a millimetre."""

A4 = (210 * MM, 297 * MM)
"""Width and height. All letters leave a Chinese office, which prints on A4, Canada's too."""


class Align(StrEnum):
    """How the lines of a paragraph stand between its indents."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    JUSTIFIED = "both"


class Role(StrEnum):
    """What a paragraph is in a letter; the value is the name of its style in Word."""

    DRAFT = "Draft"
    LETTERHEAD = "Letterhead"
    SENDER = "Sender"
    REFERENCE = "Reference"
    DATE = "Date"
    ADDRESSEE = "Addressee"
    SUBJECT = "Subject"
    SALUTATION = "Salutation"
    BODY = "Body"
    NOTE = "Note"
    HEADING = "Body Heading"
    ITEM = "Item"
    TABLE_HEAD = "Table Head"
    TABLE_CELL = "Table Cell"
    TABLE_FIGURE = "Table Figure"
    TABLE_GAP = "Table Gap"
    CENTRED = "Centred"
    CLOSING = "Closing"
    SIGNATURE = "Signature"
    SIGNER = "Signer"
    ENCLOSURE = "Enclosure"
    COPIES = "Copies"
    DRAFTER = "Drafter"
    RULE = "Rule"
    PAGE_NUMBER = "Page Number Line"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one look.

    ``marked`` is highlighted, ``passage`` says that this is one that waits for a person (and not
    the marker before it), ``boxed`` has a frame around it (the place of a seal), and
    ``language`` is a code where it differs from the sheet's, so that 直 gets its own shape.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    marked: bool = False
    passage: bool = False
    boxed: bool = False
    language: str = ""


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Typeface:
    """Font names, Word's own first, then what stands in for it elsewhere, for both scripts."""

    latin: tuple[str, ...]
    east_asian: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """The look of one role. ``leading`` is an exact line pitch; zero means ``lines`` of natural
    height. ``indent`` is the first line's in characters of its own size (East Asian), ``first``
    the same in points; a negative ``first`` hangs. ``grouped`` paragraphs leave out the space
    ``before`` and ``after`` between neighbours of their own role. ``loose`` lets Word put air
    between East Asian characters and digits, which Korean never has.
    """

    role: Role
    face: Typeface
    size: float
    align: Align = Align.LEFT
    indent: float = 0
    first: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    lines: float = 1
    leading: float = 0
    strong: bool = False
    colour: str = ""
    keep_next: bool = False
    grouped: bool = False
    loose: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. ``joined`` keeps it on the page of the next part."""

    role: Role
    pieces: Pieces
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: its ``label`` hangs in ``width``, ``1.`` or ``–``, left of the text.

    A list may stand behind a ``prefix`` (``Приложение:``) of the width ``lead``; an entry that
    ``follows`` leaves its room blank.
    """

    role: Role
    label: str
    pieces: Pieces
    width: float
    lead: float = 0
    prefix: str = ""
    follows: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """Horizontal lines across the sheet, from top to bottom, of these thicknesses.

    ``overhang`` is how far they reach past the left and right margins.
    """

    weights: tuple[float, ...]
    colour: str = "000000"
    overhang: tuple[float, float] = (0, 0)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; the cells of a ``figures`` column are centred and never broken."""

    width: float
    figures: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Ruled table; the head is repeated on every page and no row is broken over two."""

    columns: tuple[Column, ...]
    head: tuple[Pieces, ...]
    rows: tuple[tuple[Pieces, ...], ...]
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Lines at the left with others at the right of them; ``split`` is the left's width.

    ``low`` sets both sides on the same last line, otherwise they begin on the same first line.
    """

    left: tuple[Line, ...]
    right: tuple[Line, ...]
    split: float
    low: bool = False


Part = Line | Item | Rule | Table | Beside


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number from page 2 on: ``pattern`` holds ``{n}``. ``outer`` changes sides."""

    pattern: str = "{n}"
    top: bool = False
    outer: bool = False


@dataclass(frozen=True, slots=True)
class CharacterGrid:
    """East Asian page grid: the pitch of lines and, where it is not zero, of characters."""

    line: float
    character: float = 0


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins; ``header`` and ``footer`` are distances from the paper's edge."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float
    number: PageNumber
    grid: CharacterGrid | None = None

    @property
    def measure(self) -> float:
        """The width of the text area."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter ready for any renderer.

    ``head`` and ``foot`` stand in the margins of the first page, ``parts`` flow between them, and
    ``last`` stands below everything. ``tag`` is the BCP 47 tag of ``language``, and ``foreign``
    the typeface for pieces in other languages.
    """

    language: str
    tag: str
    title: str
    author: str
    date: date
    page: Page
    styles: Mapping[Role, Style]
    parts: tuple[Part, ...]
    head: tuple[Part, ...] = ()
    foot: tuple[Part, ...] = ()
    last: tuple[Line, ...] = ()
    foreign: Mapping[str, Typeface] = field(default_factory=dict)

    def typefaces(self) -> Iterator[Typeface]:
        """Every typeface that the sheet may use, in a fixed order, some more than once."""
        for style in self.styles.values():
            yield style.face
        yield from self.foreign.values()
