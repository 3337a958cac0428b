"""What translate-kit knows of each language: one module per language, and rooms they share.

``grammar(code)`` gives the module of a language. Every such module answers to ``Grammar`` and adds
what only its language needs (Russian cases, Korean particles, Japanese season greetings).
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, cast

from translate_kit.languages.counters import Counter
from translate_kit.model import Noun
from translate_kit.plugins import Table

TABLE = Table(
    "languages",
    "language",
    {code: f"translate_kit.languages.{code}" for code in ("zh", "en", "ru", "ko", "ja")},
)


class Grammar(Protocol):
    """What a letter asks of every language."""

    FILTERS: Mapping[str, Callable[..., Any]]
    """Template filters that only this language has, e.g. ``genitive`` in Russian."""

    def counted(self, value: Decimal, noun: Noun, counter: Counter | None) -> str:
        """So many of a thing, ready for a sentence's subject: ``30 000 защитных костюмов``."""

    def phrases(self, value: Decimal, noun: Noun, counter: Counter | None) -> frozenset[str]:
        """Every form that ``counted`` may take in a sentence, by its cases."""

    def amount(self, value: Decimal, counter: Counter | None) -> str:
        """The number with its counter alone, for a table cell: ``3만 벌``, ``50 000 пар``."""

    def long_date(self, day: date) -> str:
        """The date as a letter writes it: ``8 февраля 2020 г.``."""


def grammar(code: str) -> Grammar:
    """The module of a language; raises NotKnown for a language we do not have."""
    return cast(Grammar, TABLE.load(code))
