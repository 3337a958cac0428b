"""English, Canadian by default: amounts, plurals, articles and dates.

Follows *The Canadian Style* (Public Services and Procurement Canada), chapters 5 (numbers, dates)
and 4 (hyphens, plurals); the British form of the date is offered beside it.

Glossary grammar read: ``plural=`` the whole term in the plural, ``countable=no`` for a mass noun.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from translate_kit.files import read_table
from translate_kit.languages import plurals
from translate_kit.languages.counters import Counter
from translate_kit.languages.months import month_name
from translate_kit.model import Noun

DATA = Path(__file__).parent / "data"

_LETTERS_WITH_VOWEL = "AEFHILMNORSX"  # their names begin with a vowel: an N95, an FFP2, an SOS
_SPELT_OUT = re.compile(r"[A-Z](?![a-z])")
_NUMBER_WITH_VOWEL = re.compile(r"8|1[18](?!\d)")  # an 8, an 800, an 18, an 11,000; a 110


def counted(value: Decimal, noun: Noun, counter: Counter | None) -> str:
    """So many of a thing: ``30,000 medical protective suits``, ``1 pair of medical gloves``.

    A mass noun without a counter's word takes ``units of``; goggles take ``pairs of``.
    """
    frame = counter.en_frame if counter and counter.en_frame else "{amount} of {nouns}"
    amount_said = _amount_before(value, noun, counter)
    if amount_said is None:
        form = plurals.singular(noun) if value == 1 else plurals.plural(noun)
        return f"{_number(value)} {form}"
    return frame.format(amount=amount_said, noun=noun.text, nouns=plurals.plural(noun))


def phrases(value: Decimal, noun: Noun, counter: Counter | None) -> frozenset[str]:
    """Every form that ``counted`` may take in a sentence: here only one."""
    return frozenset({counted(value, noun, counter)})


def amount(value: Decimal, counter: Counter | None) -> str:
    """The number with its counter: ``50,000 pairs``; the bare number where English has none."""
    if counter is None or not counter.names["en"]:
        return _number(value)
    word = counter.names["en"] if value == 1 else counter.en_plural
    return f"{_number(value)} {word}"


def long_date(day: date, *, british: bool = False) -> str:
    """``February 8, 2020`` (Canada, United States), or ``8 February 2020`` (Britain)."""
    month = month_name("en", day.month)
    if british:
        return f"{day.day} {month} {day.year}"
    return f"{month} {day.day}, {day.year}"


def british_date(day: date) -> str:
    """``8 February 2020``."""
    return long_date(day, british=True)


def with_article(phrase: str) -> str:
    """The phrase after ``a`` or ``an``, chosen by sound: an N95 respirator, a unit, an hour."""
    return f"{_article(phrase)} {phrase}"


def plural(term: str) -> str:
    """A term in the plural, for templates; see ``plurals.plural``."""
    return plurals.plural(Noun(term, {}))


def _amount_before(value: Decimal, noun: Noun, counter: Counter | None) -> str | None:
    """What goes before ``of``, or None where the number stands directly before the noun.

    A noun that is its own counter (pair of gloves, counted in pairs) is not counted twice.
    """
    name = counter.names["en"] if counter else ""
    if name and plurals.parts(noun.text).head != name:
        return amount(value, counter)
    word = _unit_word(plurals.kind(noun), counter)
    if not word:
        return None
    return f"{_number(value)} {word if value == 1 else plural(word)}"


def _unit_word(kind: str, counter: Counter | None) -> str:
    if kind == plurals.COUNT:
        return ""
    if kind == plurals.PAIR:
        return "pair"
    return (counter.en_mass if counter else "") or "unit"


def _article(phrase: str) -> str:
    word = phrase.lstrip("\"'“‘(«")
    if word[:1].isdigit():
        return "an" if _NUMBER_WITH_VOWEL.match(word) else "a"
    if _SPELT_OUT.match(word):
        return "an" if word[0] in _LETTERS_WITH_VOWEL else "a"
    # The longest listed beginning decides: "unin" (uninsured) goes before "uni" (unit).
    for start, article in _sounds():
        if word.casefold().startswith(start):
            return article
    return "an" if word[:1].casefold() in tuple("aeiou") else "a"


@cache
def _sounds() -> tuple[tuple[str, str], ...]:
    columns = ("start", "article", "note")
    rows = read_table(DATA / "en_sounds.csv", required=columns[:2], known=columns)
    pairs = [(row.cells["start"], row.cells["article"]) for row in rows]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _number(value: Decimal) -> str:
    from translate_kit.languages import numbers

    return numbers.render(value, "en")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "with_article": with_article,
    "plural": plural,
    "british_date": british_date,
}
