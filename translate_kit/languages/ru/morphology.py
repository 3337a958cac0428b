"""One Russian word: what it can be in the dictionary, and any of its forms.

The dictionary is OpenCorpora's, read by pymorphy3. It is loaded on the first question (0.13 s) and
kept. What it offers is narrowed here to what a letter may use: no surnames for common words, no
colloquial or archaic forms, and guesses of unknown words only where they cannot go wrong.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from translate_kit.errors import UserError
from translate_kit.files import read_table
from translate_kit.messages import _

if TYPE_CHECKING:
    from pymorphy3.analyzer import MorphAnalyzer, Parse

Case = Literal["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"]
Number = Literal["singular", "plural"]
Gender = Literal["m", "f", "n"]

CASES: dict[str, str] = {
    "nominative": "nomn",
    "genitive": "gent",
    "dative": "datv",
    "accusative": "accs",
    "instrumental": "ablt",
    "prepositional": "loct",
}
NUMBERS: dict[str, str] = {"singular": "sing", "plural": "plur"}
GENDERS: dict[str, str] = {"m": "masc", "f": "femn", "n": "neut"}

_DATA = Path(__file__).parent.parent / "data"
_NAME_TAGS = {"Surn", "Name", "Patr"}
_STYLE_TAGS = frozenset(
    {"Infr", "Slng", "Arch", "Erro", "Dist", "Litr", "Abbr", "Coun", "Supr"}
    | {"V-oy", "V-ey", "V-be", "V-bi", "V-en", "V-ie", "V-sh"}
)
"""Marks of forms that a letter doesn't use, unless the dictionary form bears them itself."""
_FLEETING = ("ец", "ок", "ек", "ёк", "ень", "ел", "ёл", "ол", "ер", "ёр")
"""Endings under which a vowel may drop out (конец, конца), which nobody can see from outside."""


class CannotInflect(UserError):  # noqa: N818 - the trade's word
    """A form that can't be derived with confidence; the message says how to supply it."""

    def __init__(self, phrase: str, why: str) -> None:
        self.phrase = phrase
        super().__init__(
            _("cannot inflect “{phrase}” in Russian: {why}").format(phrase=phrase, why=why)
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """One dictionary entry that a word, as it stands in the nominative, may be."""

    parse: "Parse"
    yo: bool
    """Whether the word was typed as the dictionary has it; if not, its ``ё`` was typed ``е``."""

    @property
    def is_noun(self) -> bool:
        return str(self.parse.tag.POS) == "NOUN"

    @property
    def is_plural(self) -> bool:
        return str(self.parse.tag.number) == "plur"

    @property
    def plural_only(self) -> bool:
        return "Pltm" in self.parse.tag

    @property
    def gender(self) -> str | None:
        """``masc``, ``femn``, ``neut``, or None where the plural hides it."""
        return str(self.parse.tag.gender) if self.parse.tag.gender else None

    @property
    def animate(self) -> bool:
        return str(self.parse.tag.animacy) == "anim"

    def agrees(self, noun: "Reading") -> bool:
        """Whether this adjective can stand before that noun, both in the nominative."""
        if self.is_plural or noun.is_plural:
            return self.is_plural == noun.is_plural
        return self.gender == noun.gender

    def forms(self, grammemes: Iterable[str]) -> set[str]:
        """Every form with these grammemes that a letter may use; empty where there is none."""
        own = self.parse.tag
        wanted = frozenset(grammemes) | {str(own.POS)}
        wanted |= {str(mark) for mark in (own.tense, own.voice) if mark}
        shunned = _STYLE_TAGS - own.grammemes
        found = [f for f in _lexeme(self.parse) if wanted <= f.tag.grammemes]
        plain = [f for f in found if not shunned & f.tag.grammemes] or found
        hyphens = self.parse.word.count("-")  # южно-корейский is given as a form of южнокорейский
        words = {str(f.word) for f in plain if f.word.count("-") == hyphens}
        return words if self.yo else {word.replace("ё", "е") for word in words}

    @property
    def lemma(self) -> str:
        return str(self.parse.normal_form)


@lru_cache(maxsize=4096)
def _lexeme(parse: "Parse") -> tuple["Parse", ...]:
    """All forms of a word; building them anew for each of its cases would take most of the time."""
    return tuple(parse.lexeme)


@cache
def analyzer() -> "MorphAnalyzer":
    """The dictionary, loaded once."""
    from pymorphy3.analyzer import MorphAnalyzer

    return MorphAnalyzer(lang="ru")  # type: ignore[no-untyped-call]


@cache
def own_forms() -> dict[str, dict[str, str]]:
    """Word -> form -> text, for words whose usage the dictionary cannot settle (``ru_words.csv``).

    Forms are named ``plural genitive``; those after a numeral, where they differ, ``counted
    genitive``; ``frozen`` marks first halves of compounds that never change (экспресс-доставка).
    """
    words: dict[str, dict[str, str]] = {}
    columns = ("word", "form", "text", "note")
    for row in read_table(_DATA / "ru_words.csv", required=columns[:3], known=columns):
        words.setdefault(row.cells["word"], {})[row.cells["form"]] = row.cells["text"]
    return words


@cache
def nouns(word: str) -> tuple[Reading, ...]:
    """What the word may be as a noun in the nominative, the more usual first."""
    found = [p for p in _nominatives(word) if p.tag.POS == "NOUN"]
    common = [p for p in found if not _NAME_TAGS & p.tag.grammemes]
    found = common or (found if word[:1].islower() else [])  # килопаскаль, from the surname
    known = [p for p in found if p.is_known]
    if not known and (word[:1].isupper() or word.lower().endswith(_FLEETING)):
        return ()
    return _distinct(word, known or found)


@cache
def adjectives(word: str) -> tuple[Reading, ...]:
    """What the word may be as an adjective, participle or pronoun in the nominative.

    Unknown adjectives are accepted: their declension shows in the nominative.
    """
    found = [
        p
        for p in _nominatives(word)
        if p.tag.POS in ("ADJF", "PRTF") and "Abbr" not in p.tag  # порт. for португальский
    ]
    return _distinct(word, [p for p in found if p.is_known] or found)


@cache
def names(name: str, tag: str) -> tuple[Reading, ...]:
    """What the dictionary has of this name; ``tag`` is ``Name`` or ``Patr``."""
    return _distinct(name, [p for p in _nominatives(name) if tag in p.tag and p.is_known])


def part_of_speech(word: str) -> set[str]:
    """The parts of speech that the word may be, in OpenCorpora's names."""
    return {str(p.tag.POS) for p in analyzer().parse(word) if p.is_known}


def can_be(word: str, case: Case) -> bool:
    """Whether the word, as typed, may be a noun in that case."""
    return any(p.tag.POS == "NOUN" and p.tag.case == CASES[case] for p in analyzer().parse(word))


def _nominatives(word: str) -> list["Parse"]:
    return [p for p in analyzer().parse(word) if p.tag.case == "nomn"]


def _distinct(word: str, parses: Iterable["Parse"]) -> tuple[Reading, ...]:
    return tuple(Reading(p, yo=p.word == word.lower()) for p in parses)


def in_case_of(model: str, word: str) -> str:
    """``word`` with the capitals of ``model``: ``Тюмень``, ``тюмени`` -> ``Тюмени``.

    Each part by itself: ``Санкт-Петербург``, ``санкт-петербурга`` -> ``Санкт-Петербурга``.
    """
    models, words = model.split("-"), word.split("-")
    if len(models) != len(words):
        return _capitals_of(model, word)
    return "-".join(map(_capitals_of, models, words))


def _capitals_of(model: str, word: str) -> str:
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
