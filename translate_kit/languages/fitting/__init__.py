"""Putting a term into a sentence in place of other words, in the form that the sentence asks for.

Russian has cases and agreement, English plurals and articles, Korean particles that follow the last
sound; Chinese and Japanese take the term as it is. ``fit`` changes as little as it can of what
stands around.
"""

from collections.abc import Callable
from typing import cast

from translate_kit.languages.fitting.place import Count, Fitted, Place
from translate_kit.model import Noun
from translate_kit.plugins import Table

__all__ = ["TABLE", "Count", "Fitted", "Place", "fit"]

TABLE = Table(
    "fitting",
    "language that terms are fitted into",
    {
        code: f"translate_kit.languages.fitting.{module}:fit"
        for code, module in {
            "zh": "plain",
            "en": "en",
            "ru": "ru",
            "ko": "ko",
            "ja": "plain",
        }.items()
    },
)


def fit(term: Noun, place: Place, language: str) -> Fitted:
    """The sentence with ``term`` in ``place``; raises NotKnown for a language we have no rules of.

    ``Fitted.sure`` is False where the sentence does not show which form it asks for.
    """
    rule = cast(Callable[[Noun, Place], Fitted], TABLE.load(language))
    return rule(term, place)
