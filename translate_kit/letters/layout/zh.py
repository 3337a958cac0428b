"""A Chinese 函 by GB/T 9704-2012, 信函格式: red name and rules, 22 lines of 28 characters."""

from dataclasses import replace
from typing import Any

from translate_kit.languages import grammar
from translate_kit.letters.layout.columns import ems
from translate_kit.letters.layout.house import Fonts, House, Labels
from translate_kit.letters.layout.parts import (
    body,
    draft_line,
    enclosures,
    fitting,
    lines,
    sheet,
    spaced,
    styles,
    subject,
)
from translate_kit.letters.layout.sheet import (
    A4,
    MM,
    Align,
    CharacterGrid,
    Page,
    PageNumber,
    Part,
    Role,
    Rule,
    Sheet,
    Style,
)
from translate_kit.letters.letter import Letter

RED = "E60012"
SIZE = 16.0  # 3号
SMALL = 14.0  # 4号
TITLE = 22.0  # 2号
LEADING = 28.95
"""225 mm of text area in 22 lines, as every guide to the standard rounds it."""

PAGE = Page(
    *A4,
    top=37 * MM,
    right=26 * MM,
    bottom=35 * MM,
    left=28 * MM,
    header=29 * MM,
    footer=20 * MM,
    number=PageNumber(pattern="— {n} —", outer=True),
    grid=CharacterGrid(LEADING, 156 * MM / 28),
)
# The red rules are 170 mm long and centred on the paper: past the text area on both sides.
OVERHANG = (8 * MM, 6 * MM)
LARGEST_NAME = 36.0


def arrange(letter: Letter, house: House) -> Sheet:
    """The Chinese sheet. The seal is set over name and date, so nothing is printed in its place
    unless the house style labels it."""
    labels, fonts = house.of("zh")
    look = _look(letter, fonts)
    blocks = tuple(letter.blocks())
    parts: list[Part] = [
        *draft_line(letter, labels),
        *lines(Role.REFERENCE, [letter.reference]),
        *lines(Role.REFERENCE, [spaced(labels.your_reference, letter.your_reference)]),
        subject(letter, labels, joined=True),
        *lines(Role.ADDRESSEE, [_main_addressee(letter)]),
        *lines(Role.SALUTATION, [letter.salutation], joined=True),
        *body(blocks, labels, PAGE, look, joined=not letter.closing),
        *lines(Role.CLOSING, [letter.closing], joined=True),
        *enclosures(letter, labels, look, joined=True),
        *lines(Role.SIGNATURE, _signature(letter), joined=True),
        *lines(Role.DATE, [grammar("zh").long_date(letter.date)]),
        *lines(Role.DRAFTER, [_contact(letter, labels)]),
    ]
    return replace(
        sheet(letter, house, PAGE, look, parts),
        head=(
            *lines(Role.LETTERHEAD, [letter.letterhead.office]),
            Rule((3.0, 0.75), RED, OVERHANG),
        ),
        foot=(Rule((0.75, 3.0), RED, OVERHANG),),
        last=lines(Role.COPIES, [spaced(labels.copies, "，".join(letter.copies))]),
    )


def _look(letter: Letter, fonts: Fonts) -> dict[Role, Style]:
    title, black = fonts.face("title"), fonts.face("heading")
    name = fitting(
        letter.letterhead.office, largest=LARGEST_NAME, smallest=SIZE, measure=PAGE.measure
    )
    below = _below(letter)
    return styles(
        Style(Role.BODY, fonts.face(), SIZE, leading=LEADING),
        {
            Role.DRAFT: {"face": black, "align": Align.CENTRE, "colour": "C00000", "size": SMALL},
            Role.LETTERHEAD: {
                "face": title,
                "align": Align.CENTRE,
                "colour": RED,
                "size": name,
                "leading": name * 1.15,
                "after": 4 * MM,
            },
            Role.REFERENCE: {"align": Align.RIGHT},
            Role.SUBJECT: {
                "face": title,
                "align": Align.CENTRE,
                "size": TITLE,
                "leading": 34,
                "before": 2 * LEADING,
                "after": LEADING,
                "keep_next": True,
            },
            Role.SALUTATION: {"keep_next": True},
            Role.BODY: {"align": Align.JUSTIFIED, "indent": 2},
            Role.NOTE: {"size": 12, "leading": 18, "after": 6, "grouped": True},
            Role.HEADING: {"face": black, "indent": 2, "keep_next": True},
            Role.ITEM: {"align": Align.JUSTIFIED, "left": 2 * SIZE},
            Role.TABLE_HEAD: {
                "face": black,
                "align": Align.CENTRE,
                "size": 12,
                "leading": 18,
                "keep_next": True,
            },
            Role.TABLE_CELL: {"size": 12, "leading": 18},
            Role.CENTRED: {"align": Align.CENTRE},
            Role.CLOSING: {"indent": 2, "keep_next": True},
            Role.ENCLOSURE: {"before": LEADING, "left": 2 * SIZE, "grouped": True},
            Role.SIGNATURE: {**below, "before": 2 * LEADING, "grouped": True, "keep_next": True},
            Role.DATE: below,
            Role.COPIES: {"size": SMALL, "before": 2 * LEADING, "left": SMALL, "right": SMALL},
            Role.DRAFTER: {"indent": 2},
            Role.PAGE_NUMBER: {"size": SMALL, "left": SMALL, "right": SMALL},
        },
    )


def _below(letter: Letter) -> dict[str, Any]:
    """署名 and 成文日期 are centred on each other, the date four characters from the right edge
    under a seal and two without; a name too long for that moves both to the left."""
    edge = (4 if letter.signature.seal else 2) * SIZE
    date = ems(grammar("zh").long_date(letter.date)) * SIZE
    longest = max(map(ems, _signature(letter))) * SIZE
    axis = max(edge + date / 2, longest / 2)
    return {"align": Align.CENTRE, "left": max(0.0, PAGE.measure - 2 * axis)}


def _main_addressee(letter: Letter) -> str:
    """The 主送机关 on one line with its full-width colon."""
    name = "".join(letter.addressee).rstrip(":：")
    return f"{name}：" if name else ""


def _signature(letter: Letter) -> list[str]:
    """The organisation, then who signs for it where a person does."""
    signature = letter.signature
    person = "　".join(filter(None, [signature.position, signature.name])) if signature.name else ""
    return [signature.organisation, person]


def _contact(letter: Letter, labels: Labels) -> str:
    """The 附注, in full-width brackets under the date."""
    return f"（{spaced(labels.drafter, letter.drafter)}）" if letter.drafter else ""
