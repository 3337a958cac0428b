"""A Korean letter abroad (서한): letterhead, 문서번호, 수신, 제목; date and sender at the end."""

from translate_kit.languages import grammar
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
)
from translate_kit.letters.layout.sheet import (
    A4,
    MM,
    Align,
    Line,
    Page,
    PageNumber,
    Part,
    Piece,
    Role,
    Rule,
    Sheet,
    Style,
)
from translate_kit.letters.letter import Letter

PAGE = Page(
    *A4,
    top=20 * MM,
    right=22 * MM,
    bottom=18 * MM,
    left=22 * MM,
    header=10 * MM,
    footer=8 * MM,
    number=PageNumber(pattern="- {n} -"),
)
SIZE = 11.0
LEADING = 18.5
"""Exact, about 170 % of the type: fonts that stand in for Batang are taller than it is."""


def arrange(letter: Letter, house: House) -> Sheet:
    """The Korean sheet; how to reach the sender stands under a rule at the end, as in a 결문."""
    labels, _fonts = house.of("ko")
    look = _look(house)
    parts: list[Part] = [
        *draft_line(letter, labels),
        *lines(Role.SENDER, [letter.letterhead.parent]),
        *lines(Role.LETTERHEAD, [letter.letterhead.office]),
        Rule((2.0, 0.5)),
        *lines(Role.REFERENCE, _references(letter, labels)),
        subject(letter, labels),
        *lines(Role.SALUTATION, [letter.salutation], joined=True),
        *body(tuple(letter.blocks()), labels, PAGE, look),
        *lines(Role.CLOSING, [letter.closing], joined=True),
        *lines(Role.DATE, [grammar("ko").long_date(letter.date)], joined=True),
        *_signature(letter, labels),
        *enclosures(letter, labels, look),
        *lines(Role.COPIES, [spaced(labels.copies, ", ".join(letter.copies))]),
        *_contact(letter, labels),
    ]
    return sheet(letter, house, PAGE, look, parts)


def _look(house: House) -> dict[Role, Style]:
    fonts = house.fonts["ko"]
    gothic = fonts.face("heading")
    small = {"size": 9.5, "leading": 15}
    return styles(
        Style(Role.BODY, fonts.face(), SIZE, leading=LEADING, loose=False),
        {
            Role.DRAFT: {"align": Align.CENTRE, "strong": True, "colour": "C00000", "after": 6},
            Role.SENDER: {"align": Align.CENTRE, "size": 12},
            Role.LETTERHEAD: {
                "face": gothic,
                "align": Align.CENTRE,
                "size": 19,
                "leading": 30,
                "strong": True,
            },
            Role.RULE: {"size": 2, "leading": 2, "before": 14, "after": 2},
            Role.REFERENCE: {"before": 8, "grouped": True},
            Role.SUBJECT: {"strong": True, "after": 14},
            Role.SALUTATION: {"after": 6, "keep_next": True},
            Role.BODY: {"align": Align.JUSTIFIED, "indent": 1, "after": 5},
            Role.NOTE: {**small, "align": Align.JUSTIFIED, "after": 6, "grouped": True},
            Role.HEADING: {"face": gothic, "strong": True, "before": 4, "keep_next": True},
            Role.ITEM: {"align": Align.JUSTIFIED, "left": 8, "after": 5, "grouped": True},
            Role.TABLE_HEAD: {
                "face": gothic,
                "align": Align.CENTRE,
                "size": 10,
                "leading": 15,
                "keep_next": True,
            },
            Role.TABLE_CELL: {"size": 10, "leading": 15},
            Role.CENTRED: {"align": Align.CENTRE},
            Role.CLOSING: {"indent": 1, "keep_next": True},
            Role.DATE: {"align": Align.CENTRE, "before": 16, "after": 18, "keep_next": True},
            Role.SIGNATURE: {"align": Align.CENTRE, "size": 14, "leading": 24, "strong": True},
            Role.ENCLOSURE: {"before": 18, "grouped": True, "size": 10.5},
            Role.COPIES: {"before": 4, "size": 10.5},
            Role.DRAFTER: {**small, "before": 3, "grouped": True},
            Role.PAGE_NUMBER: {"align": Align.CENTRE, "size": 10},
        },
    )


def _references(letter: Letter, labels: Labels) -> list[str]:
    """문서번호 and 귀 문서번호, then 수신 with the lines of the addressee."""
    return [
        spaced(labels.reference, letter.reference),
        spaced(labels.your_reference, letter.your_reference),
        spaced(labels.to, " ".join(letter.addressee)),
    ]


def _signature(letter: Letter, labels: Labels) -> list[Part]:
    """The organisation, then position and name with the place of the 직인 right behind them."""
    signature = letter.signature
    place = seal(letter, labels, boxed=True)
    who = f"{signature.position}  {signature.name or SIGNING_LINE}".strip()
    behind = (Piece("   "), *place) if place else ()
    return [
        *lines(Role.SIGNATURE, [signature.organisation], joined=True),
        Line(Role.SIGNATURE, (Piece(who), *behind)),
    ]


def _contact(letter: Letter, labels: Labels) -> list[Part]:
    head = letter.letterhead
    texts = [
        spaced(labels.address, head.address),
        "  /  ".join([*reach(head, labels)]),
        spaced(labels.drafter, letter.drafter),
    ]
    found = lines(Role.DRAFTER, texts, joined=True)
    return [Rule((0.5,)), *found] if found else []
