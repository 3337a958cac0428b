"""Which case and number a place in a Russian sentence asks of a noun phrase.

Signs, the strongest first; what contradicts a stronger one is passed over:

- a title in quotation marks stands in the nominative
- the preposition before it, and a verb that governs but one case (касаться)
- the form of the words that stand there now, and of adjectives before them: whoever wrote the
  sentence (an engine mostly) knew its grammar better than any rule here
- singular or plural of the term in the source
- a colon, a predicate right after it, a verb or noun that governs a case, a predicate before it,
  the noun that «и» or a comma joins it to, an object's verb further to the left
"""

from collections.abc import Iterator
from dataclasses import dataclass

from translate_kit.languages.fitting.place import Place
from translate_kit.languages.ru.context import Context
from translate_kit.languages.ru.government import (
    case_governed_by,
    coordinated_cases,
    is_verbal,
    number_of_subject,
    object_before,
    subject_before,
    takes_object,
    takes_recipient,
    verb_of_object,
)
from translate_kit.languages.ru.morphology import Case, Number
from translate_kit.languages.ru.shapes import (
    ADJECTIVAL,
    ALL_FORMS,
    forms_of_words,
    is_noun,
    shapes,
)
from translate_kit.languages.ru.spellings import Form

_OPENING, _CLOSING = ("«", "“", "„"), ("»", "”", "“")


@dataclass(frozen=True, slots=True)
class Asked:
    """The forms that a place may ask for; ``sure`` where more than one sign says so."""

    forms: frozenset[Form]
    sure: bool


def asked(place: Place, context: Context, existing: frozenset[Form]) -> Asked:
    """Of the forms that the term has (``existing``) those that the place may ask for."""
    forms, signs = existing, 0
    plural_only = all(number == "plural" for _case, number in existing)
    for sign in _signs(place, context):
        narrowed = forms & (_in_plural(sign) if plural_only else sign)
        if narrowed:
            forms, signs = narrowed, signs + 1
    return Asked(forms, signs > 1)


def case_after_number(place: Place, context: Context) -> Case:
    """The case in which a number and its noun stand; the accusative only where it is certain.

    Digits hide their case, so the words that stand there now show it: обменялись 46 встречами.
    """
    words = {case for case, _number in forms_of_words(place.words)}
    allowed = [case for case in context.governed if case in words] or list(context.governed)
    if allowed:
        return allowed[0]
    oblique = words - {"nominative", "accusative", "genitive"}
    if oblique and not words & {"nominative", "accusative", "genitive"}:
        return next(case for case in _OBLIQUE if case in oblique)
    return "accusative" if takes_object(context.previous) else "nominative"


_OBLIQUE: tuple[Case, ...] = ("instrumental", "dative", "prepositional")


def _signs(place: Place, context: Context) -> Iterator[frozenset[Form]]:
    if place.before.endswith(_OPENING) and place.after.startswith(_CLOSING):
        yield _in_case("nominative")
    verb_asks = case_governed_by(context.previous) if is_verbal(context.previous) else None
    words = forms_of_words(place.words)
    if context.governed:
        yield _in_case(*context.governed)
    elif verb_asks and (not words or words & _in_case(verb_asks)):
        # If not, its subject follows it: дальнейшим оформлением занимается управление.
        yield _in_case(verb_asks)
    if words:
        yield words
    for adjective in context.adjectives:
        yield frozenset(shape[:2] for shape in shapes(adjective.word, *ADJECTIVAL))
    if place.number:
        yield _in_number(place.number)
    if not context.governed:
        yield from _around(place, context)


def _around(place: Place, context: Context) -> Iterator[frozenset[Form]]:
    """What stands before, without a preposition."""
    if place.before.rstrip().endswith(":"):
        yield _in_case("nominative", "accusative")
    if not is_noun(context.previous) or not _may_be_governed(place):
        yield from _before_predicate(place.after)
    governed = case_governed_by(context.previous)
    if governed:
        yield _in_case(governed)
    elif takes_recipient(context.previous, place.after):
        yield _in_case("dative")
    elif takes_object(context.previous):
        yield _in_case(*(("genitive", "accusative") if context.negated else ("accusative",)))
    elif is_noun(context.previous):
        yield _in_case("genitive")
    elif subject := number_of_subject(context.previous):
        yield _in_case("nominative") & _in_number(subject)
    joined = context.adjectives[0].start if context.adjectives else len(place.before)
    coordinated = coordinated_cases(place.before[:joined])
    if coordinated:
        yield _in_case(*coordinated)
    if verb_of_object(place.before):
        yield _in_case("accusative")


def _before_predicate(after: str) -> Iterator[frozenset[Form]]:
    """A subject, or the object of an infinitive, if such a predicate follows."""
    if object_before(after):
        yield _in_case("accusative")
    elif number := subject_before(after):
        yield _in_case("nominative") & _in_number(number)


def _may_be_governed(place: Place) -> bool:
    """Whether the words may be the genitive that a noun before them governs."""
    words = forms_of_words(place.words)
    return not words or bool(words & _in_case("genitive"))


def _in_case(*cases: Case) -> frozenset[Form]:
    return frozenset(form for form in ALL_FORMS if form[0] in cases)


def _in_number(number: Number) -> frozenset[Form]:
    return frozenset(form for form in ALL_FORMS if form[1] == number)


def _in_plural(forms: frozenset[Form]) -> frozenset[Form]:
    """The cases alone, for a term that is plural where the words before were not."""
    return frozenset((case, "plural") for case, _number in forms)
