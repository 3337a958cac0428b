"""A spelling of a term as it is looked for: folded, with the places where it may stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from translate_kit.glossary.concept import Concept, Term
from translate_kit.glossary.matching.boundaries import LETTERS, Edge, edges
from translate_kit.glossary.matching.folding import Folded, fold_term
from translate_kit.glossary.matching.spelling import spellings

_ABBREVIATION = 2
"""Capitals from which a word is an abbreviation, and its case is part of it: PPE, КНР, T/T."""


@dataclass(frozen=True, slots=True)
class Capitals:
    """The places of a spelling that must be capitals in the text: all letters of abbreviations."""

    places: tuple[int, ...]

    @classmethod
    def of(cls, spelling: str, *, name: bool) -> "Capitals":
        """``name`` says that the term is a proper name, which begins with a capital (May)."""
        places = {
            place
            for start, word in _words(spelling)
            if _is_abbreviation(word)
            for place in range(start, start + len(word))
            if spelling[place].isupper()
        }
        if name and spelling[:1].isupper():
            places.add(0)
        return cls(tuple(sorted(places)))

    def stand_in(self, text: str, start: int) -> bool:
        """Whether a text has its capitals where a spelling that begins at ``start`` has them."""
        return all(text[start + place].isupper() for place in self.places)


def _is_abbreviation(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) >= _ABBREVIATION and word.isupper() and not any(map(str.isdigit, word))


def _words(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for word in text.split(" "):
        yield start, word
        start += len(word) + 1


@dataclass(frozen=True, slots=True)
class Pattern:
    """A folded spelling and the tests of its place; ``form`` has the capitals of the glossary."""

    folded: str
    form: str
    begins: Edge
    ends: Edge
    capitals: Capitals
    is_word: bool
    """Whether it begins and ends with letters of an alphabet or figures: none may stand beside."""

    @classmethod
    def of(cls, form: str, *, name: bool = False) -> "Pattern":
        """``name`` says that it is a proper name."""
        folded = fold_term(form)
        capitals = Capitals.of(form, name=name)
        return cls(folded, form, *edges(folded), capitals, {folded[0], folded[-1]} <= LETTERS)

    def stands(self, text: str, folded: Folded, start: int, end: int) -> bool:
        """Whether what was found at these places of ``folded``, of ``text``, is the term."""
        return self.fits(folded.text, start, end) and self.capitals.stand_in(
            text, folded.span(start, end).start
        )

    def fits(self, folded: str, start: int, end: int) -> bool:
        """Whether the places before and after it, in a folded text, are such as it asks for."""
        return (self.begins is None or self.begins(folded, start)) and (
            self.ends is None or self.ends(folded, end)
        )


def patterns_of(concept: Concept, term: Term) -> tuple[Pattern, ...]:
    """A pattern for each spelling of a term of that concept, the term as given first."""
    grammar = tuple(sorted(term.grammar.items()))
    return _patterns(term.text, term.language, concept.part_of_speech, grammar)


@lru_cache(maxsize=50_000)
def _patterns(
    text: str, language: str, part_of_speech: str, grammar: tuple[tuple[str, str], ...]
) -> tuple[Pattern, ...]:
    name = part_of_speech == "proper_noun"
    forms = spellings(text, language, part_of_speech, dict(grammar))
    return tuple(Pattern.of(form, name=name) for form in forms if form.strip())
