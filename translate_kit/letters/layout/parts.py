"""What every layout does alike: runs to pieces, blocks to parts, labels before texts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from translate_kit.letters.layout.columns import columns, ems, wide
from translate_kit.letters.layout.house import House, Labels
from translate_kit.letters.layout.sheet import (
    Align,
    Beside,
    Item,
    Line,
    Page,
    Part,
    Piece,
    Pieces,
    Role,
    Rule,
    Sheet,
    Style,
    Table,
    Typeface,
)
from translate_kit.letters.letter import (
    Block,
    Grid,
    Heading,
    Letter,
    Letterhead,
    Listing,
    Note,
    Paragraph,
    Run,
)

TAGS = {"zh": "zh-CN", "en": "en-CA", "ru": "ru-RU", "ko": "ko-KR", "ja": "ja-JP"}
"""BCP 47 tags, as Word and HTML want them."""

EAST_ASIAN = frozenset({"zh", "ja", "ko"})
"""The languages whose own characters live in the East Asian font slot and are never slanted."""

SIGNING_LINE = "_" * 24
"""Where the name of the person who signs is not known yet."""


def styles(model: Style, changes: Mapping[Role, Mapping[str, Any]]) -> dict[Role, Style]:
    """A style for every role: ``model`` with the changes that the role calls for."""
    cell = changes.get(Role.TABLE_CELL, {})
    every = {
        Role.TABLE_FIGURE: {**cell, "align": Align.CENTRE},
        Role.TABLE_GAP: {"size": 2, "lines": 1, "leading": 5},
        Role.RULE: {"size": 2, "lines": 1, "leading": 2},
        **changes,
    }
    return {role: replace(model, role=role, **every.get(role, {})) for role in Role}


def sheet(
    letter: Letter, house: House, page: Page, look: Mapping[Role, Style], parts: Sequence[Part]
) -> Sheet:
    """The sheet of a letter with its parts in order; head, foot and last are empty."""
    language = letter.language
    return Sheet(
        language=language,
        tag=TAGS[language],
        title=letter.subject,
        author=letter.signature.organisation,
        date=letter.date,
        page=page,
        styles=look,
        parts=tuple(parts),
        foreign=foreign(house, language),
    )


def foreign(house: House, language: str) -> dict[str, Typeface]:
    """The typefaces of passages in other languages: our Latin, their own East Asian."""
    own = house.fonts[language]
    return {
        code: Typeface(own.latin, fonts.text)
        for code, fonts in house.fonts.items()
        if code != language
    }


def spaced(label: str, text: str) -> str:
    """A label and its text; empty where there is no text. A full-width label needs no blank."""
    if not text or not label:
        return text
    return label + ("" if wide(label[-1]) else " ") + text


def line(role: Role, text: str, *, joined: bool = False) -> Line:
    """A paragraph of plain text."""
    return Line(role, (Piece(text),), joined)


def subject(letter: Letter, labels: Labels, *, joined: bool = False) -> Line:
    """What the letter is about, behind its label."""
    found = pieces(letter.subject_runs(), labels)
    label = Piece(spaced(labels.subject, letter.subject).removesuffix(letter.subject))
    return Line(Role.SUBJECT, (label, *found) if label.text else found, joined)


def lines(role: Role, texts: Iterable[str], *, joined: bool = False) -> tuple[Line, ...]:
    """A paragraph for each text that is not empty."""
    return tuple(line(role, text, joined=joined) for text in texts if text)


def text(found: Pieces) -> str:
    """The characters of some pieces without their looks."""
    return "".join(piece.text for piece in found)


def pieces(runs: Sequence[Run], labels: Labels) -> Pieces:
    """Runs as pieces; a passage that waits for a person gets its marker in front."""
    found: list[Piece] = []
    for run in runs:
        open_ = bool(run.pending) or run.machine
        if open_:
            marker = labels.machine if run.machine else labels.pending
            blank = "" if wide(marker[-1:] or " ") else " "
            found.append(Piece(marker + blank, strong=True, marked=True))
        found.append(
            Piece(
                run.text,
                strong=run.strong,
                emphasis=run.emphasis,
                marked=open_,
                passage=open_,
                language=run.pending,
            )
        )
    return tuple(found)


def fitting(text: str, *, largest: float, smallest: float, measure: float) -> float:
    """The type size at which a heading takes one line, within the two limits."""
    return max(smallest, min(largest, measure / max(1.0, ems(text))))


def draft_line(letter: Letter, labels: Labels) -> tuple[Line, ...]:
    """The warning at the head of a letter that may not be signed yet."""
    return lines(Role.DRAFT, [labels.draft]) if letter.draft else ()


def letterhead(head: Letterhead, labels: Labels, rule: Rule) -> tuple[Part, ...]:
    """The sender over a rule: who it belongs to, the office, where to reach it."""
    return (
        *lines(Role.SENDER, [head.parent]),
        *lines(Role.LETTERHEAD, [head.office]),
        *lines(Role.SENDER, [head.address, "    ".join(reach(head, labels))]),
        rule,
    )


def reach(head: Letterhead, labels: Labels) -> list[str]:
    """Phone and e-mail with their labels, those that are there."""
    both = (spaced(labels.phone, head.phone), spaced(labels.email, head.email))
    return [text for text in both if text]


def body(
    blocks: Sequence[Block],
    labels: Labels,
    page: Page,
    look: Mapping[Role, Style],
    *,
    joined: bool = True,
) -> list[Part]:
    """The parts of some blocks; ``joined`` keeps the last one with what follows, so that a
    signature never stands alone on a page."""
    found: list[Part] = []
    for block in blocks:
        found.extend(_block(block, labels, page, look))
    if found and joined:
        found[-1] = _joined(found[-1])
    return found


def _joined(part: Part) -> Part:
    return part if isinstance(part, Rule | Beside) else replace(part, joined=True)


def _block(block: Block, labels: Labels, page: Page, look: Mapping[Role, Style]) -> Sequence[Part]:
    match block:
        case Note(runs):
            # Small type says "note" in every script; a slanted 直 would be wrong in three of them.
            return [Line(Role.NOTE, pieces(runs, labels))]
        case Paragraph(runs):
            return [Line(Role.BODY, pieces(runs, labels))]
        case Heading(runs):
            return [Line(Role.HEADING, pieces(runs, labels), joined=True)]
        case Listing(items, ordered):
            return listing([pieces(runs, labels) for runs in items], labels, look, ordered=ordered)
        case Grid():
            return [_table(block, labels, page, look)]


def listing(
    entries: Sequence[Pieces],
    labels: Labels,
    look: Mapping[Role, Style],
    *,
    ordered: bool,
    role: Role = Role.ITEM,
) -> list[Item]:
    """The entries of a list with their numbers or bullets, all texts beginning at one place."""
    marks = [
        labels.number.format(n=n) if ordered else labels.bullet for n in range(1, len(entries) + 1)
    ]
    width = (max(map(ems, marks), default=0) + 0.6) * look[role].size
    return [Item(role, mark, entry, width) for mark, entry in zip(marks, entries, strict=True)]


def _table(grid: Grid, labels: Labels, page: Page, look: Mapping[Role, Style]) -> Table:
    head = tuple(pieces(cell, labels) for cell in grid.head)
    rows = tuple(tuple(pieces(cell, labels) for cell in row) for row in grid.rows)
    widths = columns(
        [text(cell) for cell in head],
        [[text(cell) for cell in row] for row in rows],
        measure=page.measure,
        size=look[Role.TABLE_CELL].size,
    )
    return Table(widths, head, rows)


def enclosures(
    letter: Letter, labels: Labels, look: Mapping[Role, Style], *, joined: bool = False
) -> list[Part]:
    """The enclosures behind their label, numbered where there are several."""
    count = len(letter.enclosures)
    if not count:
        return []
    label = labels.enclosure if count == 1 else labels.enclosures.format(n=count)
    entries = [(Piece(entry),) for entry in letter.enclosures]
    numbered = listing(entries, labels, look, ordered=True, role=Role.ENCLOSURE)
    lead = (ems(label) + (0.2 if wide(label[-1:] or " ") else 0.4)) * look[Role.ENCLOSURE].size
    if count == 1:
        return [replace(numbered[0], prefix=label, label="", width=0, lead=lead, joined=joined)]
    return [
        replace(entry, prefix=label, lead=lead, follows=place > 0, joined=joined)
        for place, entry in enumerate(numbered)
    ]


def seal(letter: Letter, labels: Labels, *, boxed: bool) -> Pieces:
    """Where the seal goes, in a frame in East Asia; nothing where none is wanted or labelled."""
    if not (letter.signature.seal and labels.seal):
        return ()
    return (Piece(f" {labels.seal} " if boxed else labels.seal, boxed=boxed),)
