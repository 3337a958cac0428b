"""Russian: cases, numerals, dates and people's names, as a letter needs them.

``phrase`` documents the grammar keys of a glossary row. Answers to ``languages.Grammar``.
"""

from collections.abc import Callable, Mapping
from typing import Any

from translate_kit.languages.ru.dates import long_date, month_name, registration_date
from translate_kit.languages.ru.filters import FILTERS as _FILTERS
from translate_kit.languages.ru.morphology import CannotInflect, Case, Number
from translate_kit.languages.ru.numerals import amount, counted, digits, phrases
from translate_kit.languages.ru.people import Person
from translate_kit.languages.ru.phrase import inflect

FILTERS: Mapping[str, Callable[..., Any]] = _FILTERS

__all__ = [
    "FILTERS",
    "CannotInflect",
    "Case",
    "Number",
    "Person",
    "amount",
    "counted",
    "digits",
    "inflect",
    "long_date",
    "month_name",
    "phrases",
    "registration_date",
]
