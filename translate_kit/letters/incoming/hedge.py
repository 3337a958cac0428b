"""The word that keeps a promised quantity from being exact: «около 5 тыс.», 約2万枚, 5,000여 장.

``hedges.tsv`` beside this module gives each its Chinese, one of those that the register knows.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.model import Span

_COUNTER = r"\s*\w{0,3}?\s*"
"""What may stand between a number and a hedge behind it: 2万枚程度, 5,000벌 이상."""


def hedge(text: str, number: Span, language: str) -> str:
    """The Chinese hedge of the number at that place, empty where it is exact."""
    before, after = text[: number.start].rstrip().casefold(), text[number.end :].casefold()
    for place, word, chinese in _hedges(language):
        if place == "before" and _ends_with(before, word, language):
            return chinese
        if place == "after" and re.match(_COUNTER + re.escape(word), after):
            return chinese
    return ""


def _ends_with(text: str, word: str, language: str) -> bool:
    if not text.endswith(word):
        return False
    alphabetic = language in ("en", "ru", "ko")
    return not alphabetic or not text.removesuffix(word)[-1:].isalnum()


@cache
def _hedges(language: str) -> Sequence[tuple[str, str, str]]:
    """Place, word and Chinese, longer words first: 不少于 before 少."""
    columns = ("language", "place", "word", "hedge")
    rows = read_table(Path(__file__).with_name("hedges.tsv"), required=columns, known=columns)
    own = [
        (row.cells["place"], row.cells["word"], row.cells["hedge"])
        for row in rows
        if row.cells["language"] == language
    ]
    return sorted(own, key=lambda each: -len(each[1]))
