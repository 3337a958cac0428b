"""Russian: the term in the case and number that its place asks for.

A numeral before it decides first (30 000 масок, 2 маски), then what ``ru.signs`` reads from the
sentence. Adjectives before it are made to agree with its gender and number.
"""

import re
from decimal import Decimal

from translate_kit.languages.counters import counter
from translate_kit.languages.fitting.place import Fitted, Place
from translate_kit.languages.ru import CannotInflect, inflect
from translate_kit.languages.ru.anatomy import analyse
from translate_kit.languages.ru.context import Context, read_context
from translate_kit.languages.ru.morphology import Case, Number
from translate_kit.languages.ru.numerals import after_number, counted, digits
from translate_kit.languages.ru.phrase import never_changes
from translate_kit.languages.ru.shapes import (
    ALL_FORMS,
    agreed,
    forms_of_words,
    gender_of_words,
    is_noun,
)
from translate_kit.languages.ru.signs import asked, case_after_number
from translate_kit.languages.ru.spellings import Form
from translate_kit.model import Noun

_BEGINS = re.compile(r"(?:\A|[.!?]\s|[«“„\"])\s*\Z")
"""Where a capital is the sentence's or the title's, and not the word's."""
_PREFERENCE: tuple[Case, ...] = (
    "nominative",
    "accusative",
    "genitive",
    "dative",
    "instrumental",
    "prepositional",
)
"""Where signs leave several cases, the more usual first."""


def fit(term: Noun, place: Place) -> Fitted:
    """The term in its form, and the adjectives before it in agreement.

    Where no form can be derived (CannotInflect), the dictionary form stands and ``sure`` is False.
    """
    context = read_context(place.before, place.words)
    try:
        before, form, sure = _in_form(term, place, context)
    except CannotInflect:
        before, form, sure = place.before, term.text, False
    if place.words[:1].isupper() and _BEGINS.search(before):
        form = form[:1].upper() + form[1:]
    return Fitted(before, form, place.after, sure)


def _in_form(term: Noun, place: Place, context: Context) -> tuple[str, str, bool]:
    if never_changes(term.text, term.grammar):
        return place.before, term.text, True
    if context.number is not None:
        return place.before, _counted(term, place, context, context.number), True
    place_asks = asked(place, context, _existing(term))
    form = min(place_asks.forms, key=lambda each: _rank(each, context))
    text = _inflected(term, form)
    same = {_inflected(term, other) for other in place_asks.forms}
    sure = (place_asks.sure or len(same) == 1) and not _other_subject(term, place.words, form)
    return _agreeing(term, place, context, form), text, sure


def _counted(term: Noun, place: Place, context: Context, number: Decimal) -> str:
    """The term after a number, in the case that the preposition or the words show."""
    case = case_after_number(place, context)
    plural_genitive = ("genitive", "plural") in forms_of_words(place.words)
    if case == "nominative" and plural_genitive and is_noun(context.previous):
        case = "genitive"  # копии паспортов 3 членов делегации
    try:
        return after_number(number, term, case)
    except CannotInflect:  # 2 очков: no such form, so pairs are counted
        counted_in_pairs = counted(number, term, counter("pair"), case)
        return counted_in_pairs.removeprefix(digits(number)).lstrip()


def _existing(term: Noun) -> frozenset[Form]:
    allowed = [form for form in ALL_FORMS if form[1] in _numbers(term)]
    return frozenset(form for form in allowed if _exists(term, form))


def _numbers(term: Noun) -> tuple[Number, ...]:
    """The numbers that the term can stand in: a name or a substance has no plural."""
    if term.grammar.get("gender") == "pl":
        return ("plural",)
    return ("singular",) if term.grammar.get("mass") == "yes" else ("singular", "plural")


def _rank(form: Form, context: Context) -> tuple[bool, bool, int]:
    """The less, the better: singular, and the genitive only after a noun that governs it."""
    case, number = form
    genitive = case == "genitive" and not is_noun(context.previous)
    usual = [*context.governed, *_PREFERENCE].index(case)
    return genitive and not context.governed, number != "singular", usual


def _other_subject(term: Noun, words: str, form: Form) -> bool:
    """Whether a subject of another gender or number came in, whose predicate may not agree now."""
    if form[0] != "nominative" or not words.strip():
        return False
    numbers = {number for case, number in forms_of_words(words) if case == "nominative"}
    other_gender = gender_of_words(words) != analyse(term.text, term.grammar).gender
    return form[1] not in numbers or (form[1] == "singular" and other_gender)


def _exists(term: Noun, form: Form) -> bool:
    try:
        return bool(_inflected(term, form))
    except CannotInflect:
        return False


def _inflected(term: Noun, form: Form) -> str:
    return inflect(term.text, form[0], number=form[1], grammar=term.grammar)


def _agreeing(term: Noun, place: Place, context: Context, form: Form) -> str:
    """The text before, its adjectives agreeing with the term where they did with the words."""
    try:
        head = analyse(term.text, term.grammar)
        gender, animate = head.gender, head.animate()
    except CannotInflect:
        return place.before
    before = place.before
    for adjective in reversed(context.adjectives):
        changed = agreed(adjective.word, *form, gender, animate=animate)
        before = before[: adjective.start] + changed + before[adjective.end :]
    return before
