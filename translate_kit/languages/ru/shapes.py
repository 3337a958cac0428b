"""The forms that words of a running text may stand in: case, number, gender.

Unlike ``morphology``, which writes forms, this reads them, with all that a spelling may be.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias, get_args

from translate_kit.languages.ru import morphology
from translate_kit.languages.ru.morphology import CASES, Case, Number
from translate_kit.languages.ru.spellings import Form

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
ALL_FORMS: frozenset[Form] = frozenset(
    (case, number) for case in get_args(Case) for number in get_args(Number)
)
ADJECTIVAL = ("ADJF", "PRTF")

Shape: TypeAlias = tuple[Case, Number, str]
"""A form with its gender, ``masc``, ``femn`` or ``neut``; empty in the plural."""

_CASE_OF: dict[str, Case] = {
    **{mark: case for case, mark in CASES.items()},  # type: ignore[misc]
    "gen2": "genitive",
    "acc2": "accusative",
    "loc2": "prepositional",
}
_RARE = frozenset({"Surn", "Abbr", "Arch"})
"""What a common word could be too, and hardly ever is."""


@lru_cache(maxsize=8192)
def parses(word: str) -> tuple["Parse", ...]:
    """What the word may be, the likeliest first."""
    return tuple(morphology.analyzer().parse(word))


def forms_of_words(words: str) -> frozenset[Form]:
    """The forms that a noun phrase may stand in: its head is the first noun; empty for none."""
    return frozenset((case, number) for case, number, _gender in shapes_of_words(words))


@lru_cache(maxsize=8192)
def shapes_of_words(words: str) -> frozenset[Shape]:
    """The shapes of the head of a noun phrase, as far as its adjectives allow.

    A word that no dictionary has, as engines make them up, shows nothing.
    """
    known = [part for part in map(_known_part, WORD.findall(words)) if part]
    agreeing: frozenset[Shape] = frozenset()
    for place, word in enumerate(known):
        nominal, adjectival = shapes(word, "NOUN"), shapes(word, *ADJECTIVAL)
        described = adjectival and parses(word)[0].tag.POS in ADJECTIVAL
        if nominal and not (described and _noun_follows(known[place + 1 :], adjectival)):
            return (nominal & agreeing) or nominal
        if not adjectival:
            break
        agreeing = (agreeing & adjectival) or adjectival
    return agreeing


def _noun_follows(words: list[str], agreeing: frozenset[Shape]) -> bool:
    """Whether the next noun agrees, so that the word before is an adjective: городской отдел."""
    return any(shapes(word, "NOUN") & agreeing for word in words[:2])


@lru_cache(maxsize=8192)
def shapes(word: str, *parts: str) -> frozenset[Shape]:
    """The shapes that the word may stand in as one of these parts of speech."""
    return frozenset(_shapes(word, parts))


def _shapes(word: str, parts: tuple[str, ...]) -> Iterator[Shape]:
    found = parses(word)
    for parse in [parse for parse in found if parse.is_known] or found:
        case = _CASE_OF.get(str(parse.tag.case))
        if parse.tag.POS not in parts or not case or _RARE & parse.tag.grammemes:
            continue
        if parse.tag.number == "plur":
            yield case, "plural", ""
        else:
            yield case, "singular", str(parse.tag.gender)


def agrees(adjective: str, words: str) -> bool:
    """Whether an adjective before the words can be one of theirs; yes where they show nothing.

    A participle must agree in gender too, because it may belong to what stands before it and
    govern the words: продукции, соответствующей стандарту.
    """
    theirs = shapes_of_words(words)
    own = shapes(adjective, *ADJECTIVAL)
    if not theirs or theirs & own:
        return True
    participle = parses(adjective)[0].tag.POS == "PRTF"
    return not participle and bool({shape[:2] for shape in theirs} & {s[:2] for s in own})


def is_adjective(word: str) -> bool:
    """Whether the word is most likely an adjective, participle or pronoun that agrees."""
    found = parses(word)
    return bool(found) and found[0].tag.POS in ADJECTIVAL


def is_noun(word: str) -> bool:
    """Whether the word is most likely a noun, which governs the genitive."""
    return any(parse.tag.POS == "NOUN" for parse in parses(word)[:1])


def gender_of_words(words: str) -> str | None:
    """``masc``, ``femn`` or ``neut`` of the head in the singular; None where nothing shows it."""
    for word in WORD.findall(words):
        nouns = [parse for parse in parses(word) if parse.tag.POS == "NOUN"]
        if nouns:
            return str(nouns[0].tag.gender) if nouns[0].tag.gender else None
    return None


def agreed(word: str, case: Case, number: Number, gender: str | None, *, animate: bool) -> str:
    """An adjective in the form that agrees with a head; itself where it does already."""
    marks = {CASES[case], "plur" if number == "plural" else "sing"}
    if number == "singular" and gender:
        marks.add(gender)
    if case == "accusative" and (number == "plural" or gender == "masc"):
        marks.add("anim" if animate else "inan")
    found = [parse for parse in parses(word) if parse.tag.POS in ADJECTIVAL]
    if any(marks <= parse.tag.grammemes for parse in found):
        return word
    inflected = (parse.inflect(marks) for parse in found)
    right = next((str(form.word) for form in inflected if form), None)
    return morphology.in_case_of(word, right) if right else word


def _known_part(word: str) -> str:
    """The word, or the half of города-побратимы that shows the form; empty for made-up ones."""
    if morphology.analyzer().word_is_known(word.lower()):
        return word
    halves = [half for half in word.split("-") if half]
    known = (half for half in halves if morphology.analyzer().word_is_known(half.lower()))
    return next(known, "") if len(halves) > 1 else ""
