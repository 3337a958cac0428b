"""From an inflected query back to the dictionary form that the glossary holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeVar

_CYRILLIC = re.compile(r"[а-я]")
_ENGLISH = re.compile(r"[a-z0-9 '-]+")

_SAME_START = 3
"""Letters that a Russian word keeps in every case (маска, масок): only those are analysed."""

T = TypeVar("T")


def singulars(text: str) -> frozenset[str]:
    """What an English plural may be the plural of; empty for anything else.

    The endings are those of regular nouns; irregular ones stand in the glossary as ``plural``.
    """
    if not _ENGLISH.fullmatch(text):
        return frozenset()
    return frozenset(
        text.removesuffix(plural) + singular
        for plural, singular in (("ies", "y"), ("es", ""), ("s", ""))
        if text.endswith(plural)
    )


def with_lemmas(query: str, spellings: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    """The Russian spellings that hold every word of ``query`` in whatever case and number.

    Nothing for a query without Cyrillic, so that the dictionary (pymorphy3) is loaded only when
    it can help.
    """
    words = query.split()
    if not _CYRILLIC.search(query):
        return
    starts = [word[:_SAME_START] for word in words]
    for spelling, thing in spellings:
        parts = spelling.split()
        if all(any(part.startswith(start) for part in parts) for start in starts) and _holds(
            parts, words
        ):
            yield spelling, thing


def _holds(parts: Sequence[str], words: Sequence[str]) -> bool:
    there = frozenset[str]().union(*(_lemmas(part) for part in parts))
    return all(_lemmas(word) & there for word in words)


@cache
def _lemmas(word: str) -> frozenset[str]:
    """Every dictionary form the word may belong to, е for ё as in ``store.fold``."""
    from translate_kit.languages.ru.morphology import analyzer  # loads the dictionary: 0.13 s

    parses = analyzer().parse(word.strip("«»(),.!"))
    return frozenset(str(parse.normal_form).replace("ё", "е") for parse in parses)
