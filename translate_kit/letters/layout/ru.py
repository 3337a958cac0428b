"""A Russian official letter by ГОСТ Р 7.0.97: longitudinal letterhead, registration line at the
left, addressee at the right, heading «О чём», centred salutation."""

from dataclasses import replace

from translate_kit.languages.ru.dates import registration_date
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
    Beside,
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

# Margins of at least 20, 10, 20 and 20 mm; 30 mm at the left is what files of long keeping need.
PAGE = Page(
    *A4,
    top=20 * MM,
    right=15 * MM,
    bottom=20 * MM,
    left=30 * MM,
    header=10 * MM,
    footer=10 * MM,
    number=PageNumber(top=True),
)
ADDRESSEE_WIDTH = 80 * MM
SIZE = 13.0


def arrange(letter: Letter, house: House) -> Sheet:
    """The Russian sheet. The enclosure stands above the signature, the drafter below it."""
    labels, fonts = house.of("ru")
    look = _look(letter, fonts.face())
    parts: list[Part] = [
        *draft_line(letter, labels),
        *letterhead(letter.letterhead, labels, Rule((0.75,))),
        _registration(letter, labels),
        subject(letter, labels),
        *lines(Role.SALUTATION, [letter.salutation], joined=True),
        *body(tuple(letter.blocks()), labels, PAGE, look),
        *enclosures(letter, labels, look, joined=True),
        *lines(Role.CLOSING, [letter.closing], joined=True),
        _signature(letter, labels),
        *lines(Role.COPIES, [spaced(labels.copies, "; ".join(letter.copies))]),
    ]
    return sheet(letter, house, PAGE, look, parts)


def _look(letter: Letter, face: Typeface) -> dict[Role, Style]:
    plain = Style(Role.BODY, face, SIZE)
    name = fitting(letter.letterhead.office, largest=14, smallest=12, measure=PAGE.measure)
    paragraph = {"align": Align.JUSTIFIED, "first": 12.5 * MM}
    return styles(
        plain,
        {
            Role.DRAFT: {"align": Align.CENTRE, "strong": True, "colour": "C00000", "after": 6},
            Role.SENDER: {"align": Align.CENTRE, "size": 10},
            Role.LETTERHEAD: {"align": Align.CENTRE, "size": name, "strong": True, "after": 3},
            # Exact: Chinese characters in a number would push its line below the addressee's.
            Role.REFERENCE: {"leading": 15.5},
            Role.ADDRESSEE: {"leading": 15.5},
            Role.RULE: {"size": 2, "leading": 2, "after": 8},
            Role.SUBJECT: {"right": PAGE.measure - 85 * MM, "before": 18, "after": 18},
            Role.SALUTATION: {"align": Align.CENTRE, "after": 8, "keep_next": True},
            Role.BODY: {**paragraph, "lines": 1.1},
            Role.NOTE: {"align": Align.JUSTIFIED, "size": 10.5, "after": 6, "grouped": True},
            Role.HEADING: {"strong": True, "before": 6, "after": 3, "keep_next": True},
            Role.ITEM: {**paragraph, "first": 0, "left": 12.5 * MM, "lines": 1.1},
            Role.TABLE_HEAD: {"align": Align.CENTRE, "size": 11, "keep_next": True},
            Role.TABLE_CELL: {"size": 11},
            Role.CENTRED: {"align": Align.CENTRE},
            Role.ENCLOSURE: {"before": 12, "grouped": True},
            Role.CLOSING: {"before": 12, "keep_next": True},
            Role.SIGNATURE: {"before": 14, "keep_next": True},
            Role.SIGNER: {"align": Align.RIGHT, "before": 14, "keep_next": True},
            Role.COPIES: {"size": 11, "before": 12},
            Role.DRAFTER: {"size": 10, "before": 30},
            Role.PAGE_NUMBER: {"align": Align.CENTRE, "size": 12},
        },
    )


def _registration(letter: Letter, labels: Labels) -> Part:
    """``08.02.2020 № 15-1/12`` over ``На № 45 от 01.02.2020``, beside the addressee."""
    number = spaced(labels.reference, letter.reference)
    left = (
        f"{registration_date(letter.date)} {number}".strip(),
        spaced(labels.your_reference, letter.your_reference),
    )
    return Beside(
        lines(Role.REFERENCE, left),
        lines(Role.ADDRESSEE, letter.addressee),
        split=PAGE.measure - ADDRESSEE_WIDTH,
    )


def _signature(letter: Letter, labels: Labels) -> Part:
    """The position at the left, the name at the right of the same line, room to sign between;
    М. П. and the drafter below, in the same table so that no page break can come between."""
    signature = letter.signature
    # The letterhead names the organisation; only a sheet without one repeats it here.
    organisation = "" if letter.letterhead.office else signature.organisation
    left = lines(Role.SIGNATURE, [organisation, signature.position])
    right = lines(Role.SIGNER, [signature.name or SIGNING_LINE])
    place = seal(letter, labels, boxed=False)
    drafter = lines(Role.DRAFTER, [spaced(labels.drafter, letter.drafter)])
    below = (*([Line(Role.SIGNATURE, place)] if place else []), *drafter)
    # Empty lines of the same height keep the name on the line of the position.
    blanks = tuple(replace(under, pieces=()) for under in below)
    return Beside((*left, *below), (*right, *blanks), split=80 * MM, low=True)
