"""Every way in which a Russian term may stand in a text: to recognise it, not to write it.

``inflect`` refuses a form that the dictionary leaves open (цеха or цехи?); a reader knows both. So
here all that the dictionary offers counts, and each spelling says which forms it may be.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import TypeAlias, get_args

from translate_kit.languages.ru import morphology
from translate_kit.languages.ru.anatomy import analyse
from translate_kit.languages.ru.morphology import CannotInflect, Case, Number
from translate_kit.languages.ru.phrase import never_changes
from translate_kit.languages.ru.term import Term, override_key

Form: TypeAlias = tuple[Case, Number]
"""The case and number of a whole term."""

DICTIONARY_FORM: Form = ("nominative", "singular")
_VERBAL = {"INFN", "VERB", "GRND"}
_NO_FORM = {"perf", "impf", "tran", "intr", "indc", "INFN", "VERB"}
"""Marks of a verb that are not its form, or that two verbs side by side need not share."""


def spellings(phrase: str, grammar: Mapping[str, str]) -> Mapping[str, frozenset[Form]]:
    """Each spelling of the term, in the capitals of the glossary, and the forms that it may be.

    The term as given comes first. Verbs have their finite forms, with no form told.
    """
    return _spellings(phrase, tuple(sorted(grammar.items())))


@lru_cache(maxsize=20_000)
def _spellings(phrase: str, grammar: tuple[tuple[str, str], ...]) -> Mapping[str, frozenset[Form]]:
    found: dict[str, set[Form]] = {phrase: set()}
    for text, form in _all(phrase, dict(grammar)):
        found.setdefault(text, set()).update(form)
    return {text: frozenset(forms) for text, forms in found.items()}


def _all(phrase: str, grammar: Mapping[str, str]) -> Iterator[tuple[str, Iterable[Form]]]:
    if never_changes(phrase, grammar):
        yield phrase, _forms()
        return
    yield from _overridden(grammar)
    yield from _own(phrase)
    try:
        term = analyse(phrase, grammar)
    except CannotInflect:
        yield from ((text, ()) for text in _conjugated(phrase))
        return
    for each in _alive_or_not(term):
        for case, number in _forms():
            for text in _written(each, case, number):
                yield text, [(case, number)]
    for text in _after_a_few(term):
        yield text, [("nominative", "plural"), ("accusative", "plural")]


def _forms() -> Iterator[Form]:
    return product(get_args(Case), get_args(Number))


def _overridden(grammar: Mapping[str, str]) -> Iterator[tuple[str, Iterable[Form]]]:
    for case, number in _forms():
        said = grammar.get(override_key(case, number))
        if said:
            yield said, [(case, number)]
    if "few" in grammar:
        yield grammar["few"], [("nominative", "plural"), ("accusative", "plural")]


def _own(phrase: str) -> Iterator[tuple[str, Iterable[Form]]]:
    """The forms of a name or word that ``ru_words.csv`` lists: Дацин, человек."""
    known = morphology.own_forms().get(phrase, {})
    for case, number in _forms():
        for name in (f"{number} {case}", f"counted {case}"):
            if name in known:
                yield known[name], [(case, number)]


def _alive_or_not(term: Term) -> tuple[Term, ...]:
    """The term once, or both ways where nobody says whether it is a living being (член)."""
    try:
        term.animate()
    except CannotInflect:
        return tuple(
            replace(term, grammar={**term.grammar, "animate": life}) for life in ("yes", "no")
        )
    return (term,)


def _written(term: Term, case: Case, number: Number) -> Iterator[str]:
    """The term with every choice that the dictionary leaves in that form."""
    words = sorted(term.words, key=lambda word: word.start)
    choices = [sorted(term.choices(word, case, number)) for word in words]
    yield from _joined(term, choices)
    if _may_turn(term):
        yield from (" ".join((chosen[-1], *chosen[:-1])) for chosen in product(*choices))


def _may_turn(term: Term) -> bool:
    """Whether lists of goods may name it noun first: очки защитные, маска медицинская."""
    *adjectives, noun = sorted(term.words, key=lambda word: word.start)
    plain = " ".join(term.text[word.start : word.end] for word in (*adjectives, noun)) == term.text
    turns = adjectives and noun.is_noun and not any(word.is_noun for word in adjectives)
    return bool(turns) and plain and term.text.islower() and not any(w.prefix for w in adjectives)


def _after_a_few(term: Term) -> Iterator[str]:
    """After 2, 3, 4, where adjectives may stand in either case: две новые and две новых маски."""
    words = sorted(term.words, key=lambda word: word.start)
    cases: tuple[Case, ...] = ("genitive", "nominative")
    for case in () if all(word.is_noun for word in words) else cases:
        yield from _joined(
            term,
            [
                sorted(term.choices(word, "genitive", "singular"))
                if word.is_noun
                else sorted(term.choices(word, case, "plural"))
                for word in words
            ],
        )


def _joined(term: Term, choices: list[list[str]]) -> Iterator[str]:
    words = sorted(term.words, key=lambda word: word.start)
    for chosen in product(*choices):
        text, end = "", 0
        for word, form in zip(words, chosen, strict=True):
            written = term.text[word.start : word.end]
            bare = form.removeprefix(word.prefix)
            text += term.text[end : word.start] + morphology.in_case_of(written, bare)
            end = word.end
        yield text + term.text[end:]


def _conjugated(phrase: str) -> Iterator[str]:
    """A phrase of verbs with all of them in each form that they share: анализируем и оцениваем."""
    tables = [_verb(word) for word in phrase.split(" ")]
    shared = [set(table) for table in tables if table]
    for form in set[frozenset[str]]().union(*shared[:1]).intersection(*shared):
        words = zip(phrase.split(" "), tables, strict=True)
        yield " ".join(table[form] if table else word for word, table in words)


def _verb(word: str) -> dict[frozenset[str], str]:
    """Form -> word of an infinitive; empty for every other word."""
    parses = [p for p in morphology.analyzer().parse(word) if p.tag.POS == "INFN" and p.is_known]
    return {
        frozenset(str(mark) for mark in form.tag.grammemes) - _NO_FORM: str(form.word)
        for parse in parses[:1]
        for form in parse.lexeme
        if str(form.tag.POS) in _VERBAL
    }
