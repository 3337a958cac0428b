"""Russian: the term in the case and number that its place asks for.

A numeral before it decides first (30 000 масок, 2 маски), then the preposition and the adjectives
that stay before it, then the form of the words it replaces. Adjectives before it are made to agree
with its gender and number.
"""

from collections.abc import Iterator
from decimal import Decimal

from translate_kit.languages.counters import counter
from translate_kit.languages.fitting.place import Fitted, Place
from translate_kit.languages.ru import CannotInflect, inflect
from translate_kit.languages.ru.anatomy import analyse
from translate_kit.languages.ru.context import (
    ALL_FORMS,
    Context,
    agreed,
    case_governed_by,
    forms_of_adjective,
    forms_of_words,
    gender_of_words,
    is_noun,
    read_context,
    takes_object,
    takes_recipient,
)
from translate_kit.languages.ru.morphology import Case, Number, in_case_of
from translate_kit.languages.ru.numerals import after_number, counted, digits
from translate_kit.languages.ru.phrase import never_changes
from translate_kit.languages.ru.spellings import Form
from translate_kit.model import Noun

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
    context = read_context(place.before)
    try:
        before, form, sure = _in_form(term, place, context)
    except CannotInflect:
        before, form, sure = place.before, term.text, False
    if place.words[:1].isupper() and not before.strip():
        form = form[:1].upper() + form[1:]
    return Fitted(before, form, place.after, sure)


def _in_form(term: Noun, place: Place, context: Context) -> tuple[str, str, bool]:
    if never_changes(term.text, term.grammar):
        return place.before, term.text, True
    if context.number is not None and not _ordinal_place(place.before):
        return place.before, _counted(term, context, context.number), True
    forms, sure = _possible(term, place, context)
    form = min(forms, key=lambda each: _rank(each, context))
    text = _inflected(term, form)
    same = {_inflected(term, other) for other in forms}
    sure = (sure or len(same) == 1) and not _other_subject(term, place.words, form)
    return _agreeing(term, place, context, form), text, sure


def _counted(term: Noun, context: Context, number: Decimal) -> str:
    """The term after a number, whose own case the preposition before it shows."""
    case = context.governed[0] if context.governed else "nominative"
    case = "nominative" if case == "accusative" else case
    try:
        return after_number(number, term, case)
    except CannotInflect:  # 2 очков: no such form, so pairs are counted
        counted_in_pairs = counted(number, term, counter("pair"), case)
        return counted_in_pairs.removeprefix(digits(number)).lstrip()


def _possible(term: Noun, place: Place, context: Context) -> tuple[frozenset[Form], bool]:
    """The forms that all signs allow together, a sign that contradicts stronger ones left out.

    The second value says whether any sign was there.
    """
    plural = term.grammar.get("gender") == "pl"
    allowed = [form for form in ALL_FORMS if form[1] in _numbers(term)]
    existing = frozenset(form for form in allowed if _exists(term, form))
    forms, signs = existing, 0
    for sign in _signs(place, context):
        narrowed = forms & (_in_plural(sign) if plural else sign)
        if narrowed:
            forms, signs = narrowed, signs + 1
    return forms, signs > 1


def _signs(place: Place, context: Context) -> Iterator[frozenset[Form]]:
    """The strongest first; what contradicts a stronger one is passed over."""
    if place.number:
        yield frozenset(form for form in ALL_FORMS if form[1] == place.number)
    if place.before.endswith(("«", "“", "„")):
        yield _in_case("nominative")  # a title
    words = forms_of_words(place.words)
    around = [_in_case(*cases) for cases in _governed(place, context)]
    trusted = len({case for case, _number in words} - {"genitive"}) == 1 and not context.governed
    shown = [words] if words else []
    yield from (*shown, *around) if trusted else (*around, *shown)
    for adjective in context.adjectives:
        yield forms_of_adjective(adjective.word)


def _governed(place: Place, context: Context) -> Iterator[tuple[Case, ...]]:
    """The cases that what stands before allows."""
    if context.governed:
        yield context.governed
        return
    if place.before.rstrip().endswith(":"):
        yield "nominative", "accusative"
    governed = case_governed_by(context.previous)
    if governed:
        yield (governed,)
    elif takes_recipient(context.previous, place.after):
        yield ("dative",)
    elif takes_object(context.previous):
        yield ("genitive", "accusative") if context.negated else ("accusative",)
    elif is_noun(context.previous):
        yield ("genitive",)


def _in_case(*cases: Case) -> frozenset[Form]:
    return frozenset(form for form in ALL_FORMS if form[0] in cases)


def _numbers(term: Noun) -> tuple[Number, ...]:
    """The numbers that the term can stand in: a name or a substance has no plural."""
    if term.grammar.get("gender") == "pl":
        return ("plural",)
    return ("singular",) if term.grammar.get("mass") == "yes" else ("singular", "plural")


def _in_plural(forms: frozenset[Form]) -> frozenset[Form]:
    """The cases alone, for a term that is plural where the words before were not."""
    return frozenset((case, "plural") for case, _number in forms)


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
        right = agreed(adjective.word, *form, gender, animate=animate)
        changed = in_case_of(adjective.word, right)
        before = before[: adjective.start] + changed + before[adjective.end :]
    return before


def _ordinal_place(before: str) -> bool:
    """Whether the number before is a year or a position (№ 5), which counts nothing."""
    return bool(before.rstrip().endswith(("№",)))
