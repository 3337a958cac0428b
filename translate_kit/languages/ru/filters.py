"""What a Russian letter template may write after ``|``.

Each works on a plain string, on a ``Noun`` and on anything that bears a ``noun`` (an item of the
request): ``{{ item | genitive }}``, ``{{ "Глава города Тюмени" | dative }}``.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from translate_kit.errors import UserError
from translate_kit.languages.ru.dates import registration_date
from translate_kit.languages.ru.morphology import Case, Number
from translate_kit.languages.ru.numerals import Rank, counted
from translate_kit.languages.ru.phrase import inflect
from translate_kit.messages import _
from translate_kit.model import Noun


def counted_in(thing: Any, case: Case) -> str:
    """An item of the request in a case: ``в приобретении {{ item | counted_in("genitive") }}``."""
    return counted(thing.value, thing.noun, thing.counter, case)


def genitive(thing: object) -> str:
    """``медицинского защитного костюма``: in the number of the dictionary form."""
    return _inflected(thing, "genitive", None)


def dative(thing: object) -> str:
    """``Главе города Тюмени``."""
    return _inflected(thing, "dative", None)


def accusative(thing: object) -> str:
    """``медицинскую маску``."""
    return _inflected(thing, "accusative", None)


def instrumental(thing: object) -> str:
    """``медицинской маской``."""
    return _inflected(thing, "instrumental", None)


def prepositional(thing: object) -> str:
    """``медицинской маске``, after о, в, на; the template writes the preposition."""
    return _inflected(thing, "prepositional", None)


def plural(thing: object) -> str:
    """``медицинские маски``."""
    return _inflected(thing, "nominative", "plural")


def plural_genitive(thing: object) -> str:
    """``медицинских масок``."""
    return _inflected(thing, "genitive", "plural")


def plural_dative(thing: object) -> str:
    """``медицинским маскам``."""
    return _inflected(thing, "dative", "plural")


def plural_accusative(thing: object) -> str:
    """``медицинские маски``; of living beings ``экспертов``."""
    return _inflected(thing, "accusative", "plural")


def plural_instrumental(thing: object) -> str:
    """``медицинскими масками``."""
    return _inflected(thing, "instrumental", "plural")


def plural_prepositional(thing: object) -> str:
    """``медицинских масках``."""
    return _inflected(thing, "prepositional", "plural")


def agree(number: Any, one: str, few: str, many: str) -> str:
    """The word that fits a number, chosen from three: ``{{ 21 | agree("дан", "даны", "дано") }}``.

    For words that no dictionary joins to a number, above all verbs and short participles: «нужен 21
    костюм», «нужны 2 костюма», «нужно 5 костюмов». A fraction takes ``many``.
    """
    rank = Rank.of(Decimal(number))
    return {Rank.ONE: one, Rank.FEW: few}.get(rank, many)


def _inflected(thing: object, case: Case, number: Number | None) -> str:
    noun = getattr(thing, "noun", thing)
    if isinstance(noun, Noun):
        return inflect(noun.text, case, number=number, grammar=noun.grammar)
    if isinstance(noun, str):
        return inflect(noun, case, number=number, grammar={})
    raise UserError(
        _("{thing} has no Russian noun to put into the {case} case").format(
            thing=type(thing).__name__, case=case
        )
    )


FILTERS: Mapping[str, Callable[..., Any]] = {
    filter_.__name__: filter_
    for filter_ in (
        counted_in,
        genitive,
        dative,
        accusative,
        instrumental,
        prepositional,
        plural,
        plural_genitive,
        plural_dative,
        plural_accusative,
        plural_instrumental,
        plural_prepositional,
        agree,
        registration_date,
    )
}
