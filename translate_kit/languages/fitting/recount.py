"""The noun after a number that has changed: 2 костюма, but 5 костюмов.

Only Russian and English nouns follow their number; and English only between one and more.
"""

import re
from decimal import Decimal

from translate_kit.languages import plurals
from translate_kit.languages.ru.morphology import CannotInflect
from translate_kit.model import Noun, Span

_ENGLISH = re.compile(
    r"\s+(?P<noun>[A-Za-z]+)(?=\s*(?:[.,;:!?)]|\Z| (?:of|for|in|to|and|are|is)\b))"
)


def recount(
    text: str, number: Span, old: Decimal, new: Decimal, language: str
) -> tuple[Span, str] | None:
    """Where the noun after ``number`` stands and its form now; None where it stays as it is.

    ``old`` is the value that the noun agreed with, ``new`` the one that stands there.
    """
    if language == "ru":
        return _russian(text, number, old, new)
    if language == "en" and (old == 1) != (new == 1):
        return _english(text, number, new)
    return None


def _english(text: str, number: Span, new: Decimal) -> tuple[Span, str] | None:
    found = _ENGLISH.match(text, number.end)
    if not found:
        return None
    noun = Noun(found["noun"], {})
    right = plurals.singular(noun) if new == 1 else plurals.plural(noun)
    return None if right == found["noun"] else (Span(*found.span("noun")), right)


def _russian(text: str, number: Span, old: Decimal, new: Decimal) -> tuple[Span, str] | None:
    from translate_kit.languages.ru.context import phrase_after, read_context
    from translate_kit.languages.ru.numerals import Rank, after_number

    if Rank.of(old) is Rank.of(new):
        return None
    found = phrase_after(text, number.end)
    if found is None:
        return None
    span, nominative = found
    governed = read_context(text[: number.start]).governed
    oblique = [case for case in governed if case not in ("nominative", "accusative")]
    try:
        right = after_number(new, Noun(nominative, {}), oblique[0] if oblique else "nominative")
    except CannotInflect:
        return None
    return None if right == span.of(text) else (span, right)
