"""An English letter in full block as Canadian offices write it: everything begins at the left."""

from translate_kit.languages import grammar
from translate_kit.letters.layout.house import House, Labels
from translate_kit.letters.layout.parts import (
    SIGNING_LINE,
    body,
    draft_line,
    enclosures,
    fitting,
    letterhead,
    lines,
    seal,
    sheet,
    spaced,
    styles,
    subject,
)
from translate_kit.letters.layout.sheet import (
    A4,
    MM,
    Align,
    Line,
    Page,
    PageNumber,
    Part,
    Role,
    Rule,
    Sheet,
    Style,
    Typeface,
)
from translate_kit.letters.letter import Letter

PAGE = Page(
    *A4,
    top=18 * MM,
    right=25 * MM,
    bottom=20 * MM,
    left=25 * MM,
    header=10 * MM,
    footer=12 * MM,
    number=PageNumber(),
)
SIZE = 11.0
BLANK_LINE = 11.0
ROOM_TO_SIGN = 40.0


def arrange(letter: Letter, house: House) -> Sheet:
    """The English sheet: the ``Re:`` line follows the salutation."""
    labels, fonts = house.of("en")
    look = _look(letter, fonts.face())
    parts: list[Part] = [
        *draft_line(letter, labels),
        *letterhead(letter.letterhead, labels, Rule((0.75,))),
        *lines(Role.DATE, [grammar("en").long_date(letter.date)]),
        *lines(Role.REFERENCE, _references(letter, labels)),
        *lines(Role.ADDRESSEE, letter.addressee),
        *lines(Role.SALUTATION, [letter.salutation], joined=True),
        subject(letter, labels, joined=True),
        *body(tuple(letter.blocks()), labels, PAGE, look),
        *lines(Role.CLOSING, [letter.closing], joined=True),
        *_signature(letter, labels),
        *enclosures(letter, labels, look),
        *lines(Role.COPIES, [spaced(labels.copies, "; ".join(letter.copies))]),
        *lines(Role.DRAFTER, [spaced(labels.drafter, letter.drafter)]),
    ]
    return sheet(letter, house, PAGE, look, parts)


def _look(letter: Letter, face: Typeface) -> dict[Role, Style]:
    name = fitting(letter.letterhead.office, largest=15, smallest=12, measure=PAGE.measure)
    return styles(
        Style(Role.BODY, face, SIZE, lines=1.05),
        {
            Role.DRAFT: {"strong": True, "colour": "C00000", "after": 6},
            Role.SENDER: {"size": 9.5},
            Role.LETTERHEAD: {"size": name, "strong": True, "after": 2},
            Role.DATE: {"before": BLANK_LINE},
            Role.REFERENCE: {"before": BLANK_LINE, "grouped": True},
            Role.ADDRESSEE: {"before": BLANK_LINE, "grouped": True},
            Role.SALUTATION: {"before": BLANK_LINE, "after": BLANK_LINE, "keep_next": True},
            Role.SUBJECT: {"strong": True, "after": BLANK_LINE, "keep_next": True},
            Role.BODY: {"after": BLANK_LINE},
            Role.NOTE: {"size": 9.5, "after": BLANK_LINE, "grouped": True},
            Role.HEADING: {"strong": True, "after": 4, "keep_next": True},
            Role.ITEM: {"left": 6 * MM, "after": BLANK_LINE, "grouped": True},
            Role.TABLE_HEAD: {"align": Align.CENTRE, "size": 10, "strong": True, "keep_next": True},
            Role.TABLE_CELL: {"size": 10},
            Role.TABLE_GAP: {"size": 2, "leading": BLANK_LINE},
            Role.CENTRED: {"align": Align.CENTRE},
            Role.CLOSING: {"after": ROOM_TO_SIGN, "keep_next": True},
            Role.SIGNATURE: {},
            Role.ENCLOSURE: {"size": 10.5, "before": BLANK_LINE, "grouped": True},
            Role.COPIES: {"size": 10.5, "before": 6},
            Role.DRAFTER: {"size": 10.5, "before": 6},
            Role.PAGE_NUMBER: {"align": Align.CENTRE, "size": 10},
        },
    )


def _references(letter: Letter, labels: Labels) -> tuple[str, str]:
    return (
        spaced(labels.reference, letter.reference),
        spaced(labels.your_reference, letter.your_reference),
    )


def _signature(letter: Letter, labels: Labels) -> list[Part]:
    """Name, position, organisation under the room to sign; the seal's place below them."""
    signature = letter.signature
    place = seal(letter, labels, boxed=False)
    texts = [signature.name or SIGNING_LINE, signature.position, signature.organisation]
    found: list[Part] = list(lines(Role.SIGNATURE, [text for text in texts if text], joined=True))
    if place:
        found.append(Line(Role.SIGNATURE, place))
    return found
