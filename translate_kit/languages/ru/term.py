"""A Russian term taken apart into the words that change, and put together again in another form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from translate_kit.languages.ru import morphology
from translate_kit.languages.ru.morphology import (
    CASES,
    NUMBERS,
    CannotInflect,
    Case,
    Number,
    Reading,
)
from translate_kit.messages import _


@dataclass(frozen=True, slots=True)
class Changing:
    """A word that changes: its place in the term and the dictionary entries that it may be."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    prefix: str = ""
    """What stands in the readings but not in the text: «процент» in 75%-ный."""
    with_head: bool = True
    """Whether it is the head or a part of it, rather than a noun joined by «и» or in brackets."""
    number: Number | None = None
    """Its own number where it is not the head's: «обмены и сотрудничество»."""

    @property
    def is_noun(self) -> bool:
        return self.readings[0].is_noun


@dataclass(frozen=True, slots=True)
class Term:
    """A term taken apart: its text, the words that change, and the head that they agree with."""

    text: str
    words: tuple[Changing, ...]
    head: Changing
    grammar: Mapping[str, str]

    @property
    def number(self) -> Number:
        """The number of the dictionary form."""
        return "plural" if self.head.readings[0].is_plural else "singular"

    @property
    def plural_only(self) -> bool:
        """Whether the head has no singular, like «очки»."""
        return all(reading.plural_only for reading in self.head.readings)

    @property
    def gender(self) -> str | None:
        """``masc``, ``femn``, ``neut``, or None for a noun without a singular."""
        return self.head.readings[0].gender

    def animate(self) -> bool:
        """Whether the head is a living being; raises CannotInflect where it may be either."""
        said = self._said_animate()
        if said is not None:
            return said
        answers = {reading.animate for reading in self.head.readings if reading.is_noun}
        if len(answers) != 1:
            raise CannotInflect(self.text, _("is it a living being? Say animate=yes or animate=no"))
        return answers.pop()

    def _said_animate(self) -> bool | None:
        own = morphology.own_forms().get(self.head.readings[0].lemma, {})
        said = self.grammar.get("animate") or own.get("animate")
        return said == "yes" if said else None

    def choices(self, word: Changing, case: Case, number: Number) -> set[str]:
        """What the dictionary offers for one of the ``words`` in that form; empty for nothing.

        With the word's ``prefix``, and in small letters except in the dictionary form. Raises
        CannotInflect where it matters and is unknown whether the head is a living being.
        """
        number = word.number or number
        if case == "nominative" and (number == "plural") == word.readings[0].is_plural:
            return {word.prefix + self.text[word.start : word.end]}
        return set[str]().union(*(self._forms(word, r, case, number) for r in word.readings))

    def form(self, case: Case, number: Number) -> str:
        """The term in that case and number; raises CannotInflect."""
        return self._written(lambda word: self._word(word, case, number))

    def few(self) -> str:
        """The term after 2, 3, 4: «медицинских костюма», «медицинские маски».

        Adjectives stand in the genitive plural before masculine and neuter nouns and in the
        nominative plural before feminine ones (Розенталь, Справочник по правописанию, § 193).
        """
        adjectives: Case = "nominative" if self.gender == "femn" else "genitive"
        return self._written(
            lambda word: (
                self._word(word, "genitive", "singular")
                if word.is_noun
                else self._word(word, adjectives, "plural")
            )
        )

    def counted(self, case: Case) -> str:
        """The term after a numeral from five, which some words form by themselves (5 лет)."""
        return self._written(lambda word: self._counted(word, case))

    def _written(self, form: Callable[[Changing], str]) -> str:
        text = self.text
        for word in sorted(self.words, key=lambda w: w.start, reverse=True):
            text = text[: word.start] + form(word) + text[word.end :]
        return text

    def _counted(self, word: Changing, case: Case) -> str:
        own = morphology.own_forms().get(word.readings[0].lemma, {}).get(f"counted {case}")
        if own:
            return morphology.in_case_of(self.text[word.start : word.end], own)
        return self._word(word, case, "plural")

    def _word(self, word: Changing, case: Case, number: Number) -> str:
        written = self.text[word.start : word.end]
        found = self.choices(word, case, number)
        if len(found) != 1:
            why = (
                _("“{word}” may be {forms}; say {key}=... in the glossary's grammar")
                if found
                else _("the dictionary has no such form of “{word}”; say {key}=...")
            )
            raise CannotInflect(
                self.text,
                why.format(
                    word=written,
                    forms=" / ".join(sorted(found)),
                    key=override_key(case, word.number or number),
                ),
            )
        return morphology.in_case_of(written, found.pop().removeprefix(word.prefix))

    def _forms(self, word: Changing, reading: Reading, case: Case, number: Number) -> set[str]:
        own = morphology.own_forms().get(reading.lemma, {}).get(f"{number} {case}")
        if own and reading.is_noun:
            return {own}
        gender = reading.gender or self.gender
        grammemes = {CASES[case], NUMBERS[number]}
        shows_life = case == "accusative" and (number == "plural" or gender == "masc")
        if not reading.is_noun:
            if number == "singular" and gender:
                grammemes.add(gender)
            if shows_life:
                grammemes.add("anim" if self.animate() else "inan")
        elif shows_life and (word.with_head or self._said_animate() is not None):
            grammemes = {CASES["genitive" if self.animate() else "nominative"], NUMBERS[number]}
        return reading.forms(grammemes)


def override_key(case: Case, number: Number) -> str:
    """The grammar key for the whole term in that case: ``gen_pl``."""
    return f"{case[:3]}_{'pl' if number == 'plural' else 'sg'}"
