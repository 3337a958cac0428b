"""Measures how often a Russian term put into a sentence has the form that the sentence had.

    python benchmarks/russian_forms.py
    python benchmarks/russian_forms.py --rows 960 --seed 2 --show 40

In sentences of the starter memory each term of the glossary is replaced by another of its field,
gender and animacy, in a form that the term has there by its letters (больницы may be three, and a
wrong guess counts as an error here). Then the first term is put back over it, as the pipeline does
with an engine's wrong word, and compared with the sentence. Printed are the rows, the share that is
letter by letter the same, and how many others were said to be sure. Nothing is filtered.
"""

import argparse
import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from translate_kit.glossary.concept import Concept
from translate_kit.glossary.matching import Matcher, TermMatch
from translate_kit.glossary.store import Glossary
from translate_kit.languages.fitting import Place, fit
from translate_kit.languages.ru import CannotInflect, inflect
from translate_kit.languages.ru.anatomy import analyse
from translate_kit.languages.ru.spellings import Form, spellings
from translate_kit.model import Noun
from translate_kit.workspace import Workspace

NOUNS = ("noun", "proper_noun")


@dataclass(frozen=True, slots=True)
class Row:
    """A term, the place where another stands for it, and the sentence as it was."""

    term: Noun
    place: Place
    expected: str


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rows", type=int, default=960)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--show", type=int, default=0, help="so many errors")
    given = arguments.parse_args()
    rng = random.Random(given.seed)
    office = Workspace(None)
    texts = [unit.texts["ru"] for unit in office.memory.units if "ru" in unit.texts]
    rng.shuffle(texts)
    matcher = Matcher(office.glossary, "ru")
    rows = [
        row for text in texts for row in rows_of(text, matcher.find(text), office.glossary, rng)
    ]
    rows = rows[: given.rows]
    fitted = [(row, fit(row.term, row.place, "ru")) for row in rows]
    unlike = [(row, f) for row, f in fitted if f.text.casefold() != row.expected.casefold()]
    for row, found in unlike[: given.show]:
        print(f"{row.term.text}: {row.expected}\n    [{row.place.words}] -> {found.term}")
    right, sure = 1 - len(unlike) / len(rows), sum(found.sure for _row, found in unlike)
    print(f"{len(rows)} rows, {right:.1%} right, {sure} wrong and said to be sure")


def rows_of(
    text: str, matches: list[TermMatch], glossary: Glossary, rng: random.Random
) -> Iterator[Row]:
    for match in matches:
        kind, forms = kinds().get(match.concept.id), forms_of(match, text)
        if not kind or not forms:
            continue
        alike = [
            other
            for other in glossary
            if other.domain == match.concept.domain and other.id != match.concept.id
            if other.part_of_speech == "noun" and kinds().get(other.id) == kind
        ]
        words = other_words(rng.sample(alike, len(alike)), rng.choice(forms))
        if words:
            before, after = text[: match.span.start], text[match.span.end :]
            noun = Noun(match.term.text, match.term.grammar)
            yield Row(noun, Place(before, words, after), text)


def other_words(concepts: list[Concept], form: Form) -> str:
    """The first of the concepts that has that form, in it; empty for none."""
    for concept in concepts:
        noun = concept.noun("ru")
        try:
            return inflect(noun.text, form[0], number=form[1], grammar=noun.grammar)
        except CannotInflect:
            continue
    return ""


def forms_of(match: TermMatch, text: str) -> list[Form]:
    written = match.span.of(text).lower()
    every = spellings(match.term.text, match.term.grammar).items()
    return sorted({form for said, forms in every if said.lower() == written for form in forms})


@cache
def kinds() -> dict[str, tuple[str | None, bool]]:
    """Gender and animacy of the nouns whose preferred term shows them, by concept."""
    found = {}
    for concept in Workspace(None).glossary:
        term = concept.preferred("ru")
        if concept.part_of_speech in NOUNS and term:
            with suppress(CannotInflect):
                anatomy = analyse(term.text, term.grammar)
                found[concept.id] = anatomy.gender, anatomy.animate()
    return found


if __name__ == "__main__":
    main()
