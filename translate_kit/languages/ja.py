"""Japanese: amounts, honorifics, the frame of a letter, season greetings and dates.

Numbers follow 公用文作成の考え方 (文化審議会建議, 2022), the frame the practice of 公用文・書簡.
Glossary grammar: none is read.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from translate_kit.errors import NotKnown, UserError
from translate_kit.files import read_table
from translate_kit.languages.counters import Counter
from translate_kit.languages.eras import era_date
from translate_kit.messages import _
from translate_kit.model import Noun

DATA = Path(__file__).parent / "data"
TO_A_PERSON, TO_AN_ORGANISATION = "様", "御中"
_SPACE = "\u3000"  # full-width, as a Japanese address line has it

LETTER_PAIRS: Mapping[str, tuple[str, str]] = {
    "standard": ("拝啓", "敬具"),
    "formal": ("謹啓", "謹白"),
    "reply": ("拝復", "敬具"),
    "formal_reply": ("謹復", "謹白"),
}
"""Opening and closing word by formality; 前略 is left out: it never goes to an office."""


def counted(value: Decimal, noun: Noun, counter: Counter | None) -> str:
    """So many of a thing, the thing first: ``医療用防護服3万着``, ``医療用手袋5万双``."""
    return noun.text + amount(value, counter)


def phrases(value: Decimal, noun: Noun, counter: Counter | None) -> frozenset[str]:
    """Every form that ``counted`` may take in a sentence: here only one."""
    return frozenset({counted(value, noun, counter)})


def amount(value: Decimal, counter: Counter | None) -> str:
    """The number with its counter, close together: ``3万着``, ``500kg``."""
    return _number(value) + (counter.names["ja"] if counter else "")


def long_date(day: date) -> str:
    """``2020年2月8日``: the Western year, as letters abroad have it; see ``era_date``."""
    return f"{day.year}年{day.month}月{day.day}日"


def letter_pair(formality: str) -> tuple[str, str]:
    """The opening and the closing word that belong together: ``("謹啓", "謹白")``.

    ``formality`` is standard, formal, reply or formal_reply; raises NotKnown for another.
    """
    try:
        return LETTER_PAIRS[formality]
    except KeyError:
        raise NotKnown(_("formality"), formality, LETTER_PAIRS) from None


def season_greeting(day: date) -> str:
    """The season's greeting of a day: ``余寒の候`` on 8 February.

    ``data/seasons.csv`` gives the table by half months, with the turns of the old calendar
    (立春, 立夏, 立秋) on their usual dates and a second choice for the staff to take.
    """
    today = f"{day.month:02}-{day.day:02}"
    return [greeting for first_day, greeting in _seasons() if first_day <= today][-1]


def addressed(name: str, is_person: bool) -> str:
    """The addressee's line: ``カルガリー市長　様``, ``国際課　御中``.

    御中 never follows a person's name, nor 様 an organisation's: raises UserError where the name
    already ends in the honorific of the other kind.
    """
    right = TO_A_PERSON if is_person else TO_AN_ORGANISATION
    wrong = TO_AN_ORGANISATION if is_person else TO_A_PERSON
    bare = name.rstrip()
    if bare.endswith(wrong):
        raise UserError(
            _("“{name}”: {right} is what follows here, not {wrong}").format(
                name=name, right=right, wrong=wrong
            )
        )
    return bare.removesuffix(right).rstrip() + _SPACE + right


@cache
def _seasons() -> tuple[tuple[str, str], ...]:
    columns = ("from", "greeting", "also", "note")
    rows = read_table(DATA / "seasons.csv", required=columns[:2], known=columns)
    return tuple((row.cells["from"], row.cells["greeting"]) for row in rows)


def _number(value: Decimal) -> str:
    from translate_kit.languages import numbers

    return numbers.render(value, "ja")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "era_date": era_date,
    "season_greeting": season_greeting,
}
