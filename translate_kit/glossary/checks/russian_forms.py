"""Russian terms whose forms can't be derived."""

from collections.abc import Iterator
from itertools import product
from typing import get_args

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.glossary.concept import Term
from translate_kit.languages.ru.morphology import CannotInflect, Case, Number
from translate_kit.languages.ru.phrase import inflect

_NOUNS = ("noun", "proper_noun")


def check(examined: Examined) -> Iterator[Remark]:
    """Russian forms.

    A letter declines its terms. Where a form can't be derived with confidence the message says
    which grammar note supplies it (``gen_pl=масок``); counted things need the plural as well.
    """
    for entry in examined.approved("ru"):
        if entry.concept.part_of_speech in _NOUNS:
            counted = bool(entry.concept.counter)
            for message in dict.fromkeys(_messages(entry.term, counted=counted)):
                yield of_term(entry.concept, entry.term, message, "grammar")


def _messages(term: Term, *, counted: bool) -> Iterator[str]:
    numbers: tuple[Number | None, ...] = (None, "plural") if counted else (None,)
    if term.grammar.get("mass") == "yes":
        numbers = (None,)
    for number, case in product(numbers, get_args(Case)):
        try:
            inflect(term.text, case, number=number, grammar=term.grammar)
        except CannotInflect as error:
            yield str(error)
            return
