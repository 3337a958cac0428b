"""What the tests of letters share: the letters of ``cases/letters.toml`` (offices, never real
persons), longer and nastier ones made from them, and the shipped house style.

Test modules cannot import each other, so that these functions come as fixtures.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from translate_kit.files import read_toml
from translate_kit.letters.layout import arrange
from translate_kit.letters.layout.house import House, read_house
from translate_kit.letters.layout.sheet import Sheet
from translate_kit.letters.letter import (
    Block,
    Grid,
    Heading,
    Letter,
    Letterhead,
    Listing,
    Paragraph,
    Run,
    Signature,
)

CASES = Path(__file__).parent / "cases"
HOUSE_FILE = Path(__file__).parents[2] / "letter_templates" / "house.toml"
NASTY = " & <b> > \"q\" 'a' ]]> &amp;"
"""What breaks a document if any renderer forgets to escape."""

_TABLES = read_toml(CASES / "letters.toml")


Make = Callable[..., Letter]
Arrange = Callable[[Letter], Sheet]


@pytest.fixture(scope="session")
def house_file() -> Path:
    return HOUSE_FILE


@pytest.fixture(scope="session")
def house() -> House:
    return read_house(HOUSE_FILE)


@pytest.fixture(scope="session")
def arranged(house: House) -> Arrange:
    return lambda letter: arrange(letter, house)


@pytest.fixture(scope="session")
def sample() -> Make:
    return one_page


@pytest.fixture(scope="session")
def long_sample() -> Make:
    return two_pages


@pytest.fixture(scope="session")
def nasty_sample() -> Make:
    return with_markup


def one_page(language: str, *, draft: bool = False) -> Letter:
    """The one-page letter of a language."""
    table = dict(_TABLES[language])
    content = table.pop("content")
    return Letter(
        language=language,
        kind=table["kind"],
        letterhead=Letterhead(**table["letterhead"]),
        reference=table["reference"],
        your_reference=table["your_reference"],
        date=date(2020, 2, 8),
        addressee=tuple(table["addressee"]),
        subject=table["subject"],
        salutation=table["salutation"],
        body=tuple(map(_block, content["body"])),
        closing=table["closing"],
        particulars=tuple(map(_block, content.get("particulars", []))),
        signature=Signature(**table["signature"]),
        enclosures=tuple(table["enclosures"]),
        copies=tuple(table["copies"]),
        drafter=table["drafter"],
        draft=draft,
    )


def two_pages(language: str, *, draft: bool = False) -> Letter:
    """The letter with twelve rows of goods and three further passages: two pages or more."""
    letter = one_page(language, draft=draft)
    grown = tuple(_grown(block) for block in letter.body)
    prose = tuple(block for block in letter.body if isinstance(block, Paragraph))[:3]
    listing = Listing(tuple(block.runs for block in prose), ordered=True)
    heading = Heading((Run(letter.subject),))
    return replace(
        letter,
        body=(*grown, heading, listing, *prose),
        particulars=tuple(_grown(block) for block in letter.particulars),
        enclosures=(*letter.enclosures, letter.subject),
    )


def with_markup(language: str) -> Letter:
    """The letter with markup characters in every field."""
    letter = one_page(language)
    return replace(
        letter,
        letterhead=_nasty_texts(letter.letterhead),
        reference=letter.reference + NASTY,
        your_reference="7" + NASTY,
        addressee=tuple(text + NASTY for text in letter.addressee),
        subject=letter.subject + NASTY,
        salutation=(letter.salutation or "x") + NASTY,
        body=(
            *letter.body,
            Paragraph(
                (Run(NASTY, strong=True), Run(NASTY, emphasis=True), Run(NASTY, pending="zh"))
            ),
            Heading((Run(NASTY),)),
            Listing(((Run(NASTY),),), ordered=False),
            Grid(((Run(NASTY),),), (((Run(NASTY),),),)),
        ),
        closing=letter.closing + NASTY,
        signature=_nasty_texts(letter.signature),
        enclosures=(NASTY, NASTY),
        copies=(NASTY,),
        drafter=letter.drafter + NASTY,
    )


def _nasty_texts(value: Any) -> Any:
    texts = {f.name: getattr(value, f.name) for f in fields(value)}
    return replace(value, **{k: v + NASTY for k, v in texts.items() if isinstance(v, str)})


def _grown(block: Block) -> Block:
    return replace(block, rows=(block.rows * 6)[:12]) if isinstance(block, Grid) else block


def _block(entry: Any) -> Block:
    match entry:
        case str():
            return Paragraph((Run(entry),))
        case {"pending": language, "text": text}:
            return Paragraph((Run(text, pending=language),))
        case {"heading": text}:
            return Heading((Run(text),))
        case {"items": items, "ordered": ordered}:
            return Listing(tuple((Run(text),) for text in items), ordered=ordered)
        case {"head": head, "rows": rows}:
            return Grid(_cells(head), tuple(map(_cells, rows)))
    raise AssertionError(f"not a block: {entry}")


def _cells(texts: list[str]) -> tuple[tuple[Run, ...], ...]:
    return tuple((Run(text),) for text in texts)
