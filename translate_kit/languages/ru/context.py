"""What stands around a place in a Russian sentence: adjectives, a number, a preposition."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.languages.months import month_forms
from translate_kit.languages.numbers import extract
from translate_kit.languages.ru.government import case_governed_by
from translate_kit.languages.ru.morphology import Case
from translate_kit.languages.ru.shapes import (
    ADJECTIVAL,
    WORD,
    agreed,
    agrees,
    is_adjective,
    parses,
    shapes,
)
from translate_kit.model import Span

_DATA = Path(__file__).parent.parent / "data"
_LAST_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*(?=\s+\Z)")
_FOLLOWING = re.compile(r"\s+(?P<word>[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*)")
_LABEL = re.compile(r"(?:№|\bномер\w*)\s*\Z", re.IGNORECASE)
_NEGATION = re.compile(r"\b[Нн]е\s+\Z")
_SCALES = ("тыс.", "млн", "млрд", "трлн")


@dataclass(frozen=True, slots=True)
class Agreeing:
    """An adjective that stands right before the phrase and agrees with its head."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before a noun phrase.

    ``adjectives`` from left to right; ``number`` the value of a numeral before them; ``governed``
    the cases that the preposition allows, the more usual first, empty for none; ``previous`` the
    word before all these (but for «Вам» after a verb), ``negated`` whether «не» stands before that.
    """

    adjectives: tuple[Agreeing, ...]
    number: Decimal | None
    governed: tuple[Case, ...]
    previous: str
    negated: bool


def read_context(before: str, words: str = "") -> Context:
    """The context that the text before a phrase is; ``words`` are what the phrase is now.

    A participle that agrees with something else (продукции, соответствующей стандарту) is none of
    the phrase's adjectives but the word before it.
    """
    adjectives: list[Agreeing] = []
    rest = before
    while (match := _LAST_WORD.search(rest)) and _belongs(match.group(), words):
        adjectives.insert(0, Agreeing(*match.span(), match.group()))
        rest = before[: match.start()]
    number, rest = _number(rest)
    distributive = number is not None and number != 1  # по 5 масок, but: по 1 маске
    governed, rest = _preposition(rest, counted=distributive)
    previous = _LAST_WORD.search(rest)
    if previous and _is_recipient(previous.group()):
        previous = _LAST_WORD.search(rest[: previous.start()])
    if not previous:
        return Context(tuple(adjectives), number, governed, "", negated=False)
    negated = _NEGATION.search(rest, 0, previous.start()) is not None
    return Context(tuple(adjectives), number, governed, previous.group(), negated)


def phrase_after(text: str, place: int) -> tuple[Span, str] | None:
    """The adjectives and noun that follow ``place``: where, and in the nominative singular.

    None where no noun of the dictionary follows, or only a month.
    """
    start, words = -1, list[str]()
    for match in _FOLLOWING.finditer(text, place):
        if match.start() != place:
            return None
        place = match.end()
        word = match["word"]
        start = match.start("word") if start < 0 else start
        if word.lower() in _months():
            return None
        nouns = [p for p in parses(word) if p.tag.POS == "NOUN" and p.is_known]
        if nouns:
            head = nouns[0]
            gender = str(head.tag.gender) if head.tag.gender else None
            described = [_nominative(each, gender) for each in words]
            return Span(start, place), " ".join([*described, str(head.normal_form)])
        if not shapes(word, *ADJECTIVAL):
            return None
        words.append(word)
    return None


def _nominative(adjective: str, gender: str | None) -> str:
    return agreed(adjective, "nominative", "singular", gender, animate=False)


def _is_recipient(word: str) -> bool:
    """Whether it is a pronoun in the dative, which comes between a verb and its object: Вам."""
    return all(p.tag.POS == "NPRO" and p.tag.case in ("datv", "loct") for p in parses(word)[:1])


def _belongs(word: str, words: str) -> bool:
    return is_adjective(word) and agrees(word, words) and not case_governed_by(word)


def _number(before: str) -> tuple[Decimal | None, str]:
    """The value of the number that ``before`` ends with, and what stands before it."""
    found = extract(before, "ru")
    if not found:
        return None, before
    last = found[-1]
    if before[last.span.end :].strip() or last.text.lower() in _months():
        return None, before
    label = _LABEL.search(before, 0, last.span.start)
    if label:
        return None, before[: label.start()]
    value = Decimal(0) if _is_noun_of_number(last.text) else last.value
    return value, before[: last.span.start]


def _is_noun_of_number(number: str) -> bool:
    """Whether the number ends in a noun, which governs the plural: 2 млн масок, пара масок."""
    if number.endswith(_SCALES):
        return True
    words = WORD.findall(number)
    return bool(words) and not any(p.tag.POS in ("NUMR", "ADJF") for p in parses(words[-1]))


def _preposition(before: str, *, counted: bool) -> tuple[tuple[Case, ...], str]:
    match = _LAST_WORD.search(before)
    word = match.group().lower() if match else ""
    cases = (_prepositions("counted").get(word) if counted else None) or _prepositions("cases").get(
        word
    )
    if not match or not cases:
        return (), before
    return cases, before[: match.start()]


@cache
def _months() -> frozenset[str]:
    return frozenset(form for forms in month_forms("ru").values() for form in forms)


@cache
def _prepositions(column: str) -> dict[str, tuple[Case, ...]]:
    """Preposition -> the cases that it governs, or governs before a number (по 5 масок)."""
    columns = ("preposition", "cases", "counted", "note")
    rows = read_table(_DATA / "ru_prepositions.csv", required=columns[:2], known=columns)
    return {
        row.cells["preposition"]: tuple(row.cells[column].split(";"))  # type: ignore[arg-type]
        for row in rows
        if row.cells.get(column)
    }
