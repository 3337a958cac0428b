"""A Japanese official letter: number and date at the right, addressee left, sender right with the
place of the 公印, centred subject, 謹啓 … 敬白, and the particulars between 記 and 以上."""

from dataclasses import replace

from translate_kit.languages import grammar
from translate_kit.languages.ja import LETTER_PAIRS
from translate_kit.letters.layout.house import House, Labels
from translate_kit.letters.layout.parts import (
    SIGNING_LINE,
    body,
    draft_line,
    enclosures,
    lines,
    reach,
    seal,
    sheet,
    spaced,
    styles,
    subject,
    text,
)
from translate_kit.letters.layout.sheet import (
    A4,
    MM,
    Align,
    CharacterGrid,
    Line,
    Page,
    PageNumber,
    Part,
    Piece,
    Role,
    Sheet,
    Style,
)
from translate_kit.letters.letter import Block, Letter, Paragraph, Run

LEADING = 18.0
PAGE = Page(
    *A4,
    top=25 * MM,
    right=25 * MM,
    bottom=20 * MM,
    left=27 * MM,
    header=12 * MM,
    footer=12 * MM,
    number=PageNumber(pattern="- {n} -"),
    grid=CharacterGrid(LEADING),
)
SIZE = 10.5
OPENING_BLANK = "　"
"""Between 拝啓 and the season greeting of the same paragraph."""


def arrange(letter: Letter, house: House) -> Sheet:
    """The Japanese sheet. There is no letterhead: the sender stands at the right, and how to
    reach it in the contact block at the end."""
    labels, _fonts = house.of("ja")
    look = _look(house)
    parts: list[Part] = [
        *draft_line(letter, labels),
        *lines(Role.REFERENCE, _reference(letter, labels)),
        *lines(Role.ADDRESSEE, letter.addressee),
        *_signature(letter, labels),
        subject(letter, labels, joined=True),
        *_opened(letter, labels, look),
        *lines(Role.CLOSING, [letter.closing]),
        *_particulars(letter, labels, look),
        *lines(Role.COPIES, [spaced(labels.copies, "、".join(letter.copies))]),
        *lines(Role.DRAFTER, _contact(letter, labels), joined=True),
    ]
    return sheet(letter, house, PAGE, look, parts)


def _look(house: House) -> dict[Role, Style]:
    fonts = house.fonts["ja"]
    gothic = fonts.face("heading")
    right = {"align": Align.RIGHT}
    return styles(
        Style(Role.BODY, fonts.face(), SIZE, leading=LEADING),
        {
            Role.DRAFT: {"align": Align.CENTRE, "strong": True, "colour": "C00000", "after": 6},
            Role.REFERENCE: right,
            Role.DATE: right,
            Role.ADDRESSEE: {"before": 16, "grouped": True},
            Role.SIGNATURE: {**right, "before": 16, "grouped": True, "right": SIZE},
            Role.SUBJECT: {
                "face": gothic,
                "align": Align.CENTRE,
                "size": 12.5,
                "leading": 22,
                "before": 22,
                "after": 16,
                "keep_next": True,
            },
            Role.SALUTATION: {"keep_next": True, "align": Align.JUSTIFIED},
            Role.BODY: {"align": Align.JUSTIFIED, "indent": 1},
            Role.NOTE: {"size": 9, "leading": 14, "after": 6, "grouped": True},
            Role.HEADING: {"face": gothic, "before": 6, "keep_next": True},
            Role.ITEM: {"left": SIZE},
            Role.TABLE_HEAD: {
                "face": gothic,
                "align": Align.CENTRE,
                "size": 9.5,
                "leading": 14,
                "keep_next": True,
            },
            Role.TABLE_CELL: {"size": 9.5, "leading": 14},
            Role.CENTRED: {"align": Align.CENTRE, "before": 10, "after": 8, "keep_next": True},
            Role.CLOSING: {**right, "right": SIZE},
            Role.ENCLOSURE: {"left": SIZE, "before": 6, "grouped": True},
            Role.COPIES: {"size": 10, "before": 8},
            Role.DRAFTER: {
                "size": 9.5,
                "leading": 15,
                "before": 12,
                "grouped": True,
                "left": PAGE.measure / 2,
            },
            Role.PAGE_NUMBER: {"align": Align.CENTRE, "size": 10},
        },
    )


def _reference(letter: Letter, labels: Labels) -> list[str]:
    return [
        spaced(labels.reference, letter.reference),
        grammar("ja").long_date(letter.date),
        spaced(labels.your_reference, letter.your_reference),
    ]


def _signature(letter: Letter, labels: Labels) -> list[Part]:
    """Organisation over position and name, at the right, the seal's place behind the name."""
    signature = letter.signature
    place = seal(letter, labels, boxed=True)
    who = OPENING_BLANK.join(filter(None, [signature.position, signature.name or SIGNING_LINE]))
    behind = (Piece(OPENING_BLANK), *place) if place else ()
    return [
        *lines(Role.SIGNATURE, [signature.organisation], joined=True),
        Line(Role.SIGNATURE, (Piece(who), *behind)),
    ]


def _opened(letter: Letter, labels: Labels, look: dict[Role, Style]) -> list[Part]:
    """The body; the salutation (拝啓), where the template has not put it there already, opens its
    first paragraph in the place of the indent."""
    blocks = letter.body
    if not letter.salutation:
        return _unindented(body(blocks, labels, PAGE, look))
    if not (blocks and isinstance(blocks[0], Paragraph)):
        alone = lines(Role.SALUTATION, [letter.salutation], joined=True)
        return [*alone, *body(blocks, labels, PAGE, look)]
    opening = Run(letter.salutation + OPENING_BLANK)
    first: Block = Paragraph((opening, *blocks[0].runs))
    return _unindented(body((first, *blocks[1:]), labels, PAGE, look))


def _unindented(parts: list[Part]) -> list[Part]:
    """A first paragraph that begins with an opening word begins at the margin."""
    if parts and isinstance(parts[0], Line):
        words = tuple(opening for opening, _closing in LETTER_PAIRS.values())
        if text(parts[0].pieces).startswith(words):
            return [replace(parts[0], role=Role.SALUTATION), *parts[1:]]
    return parts


def _particulars(letter: Letter, labels: Labels, look: dict[Role, Style]) -> list[Part]:
    """記, the particulars, the enclosures, 以上; without particulars only the enclosures."""
    attached = enclosures(letter, labels, look)
    if not letter.particulars:
        return attached
    return [
        *lines(Role.CENTRED, [labels.particulars], joined=True),
        *body(letter.particulars, labels, PAGE, look),
        *attached,
        *lines(Role.CLOSING, [labels.particulars_end]),
    ]


def _contact(letter: Letter, labels: Labels) -> list[str]:
    head = letter.letterhead
    return [
        spaced(labels.drafter, letter.drafter),
        spaced(labels.address, head.address),
        *reach(head, labels),
    ]
