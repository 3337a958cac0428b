"""What a sentence holds that its translation holds too, whatever the language."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from enum import StrEnum

from translate_kit.languages.alignment.sounds import names
from translate_kit.languages.alignment.vocabulary import vocabulary
from translate_kit.languages.names import japanese_form
from translate_kit.languages.numbers import extract
from translate_kit.model import LANGUAGES

Terms = Callable[[str, str], Iterable[Hashable]]
"""Sentence and language -> what it speaks of, equal in every language: a concept's id."""

_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9-]+")
_HAN = re.compile("[\u4e00-\u9fff]{2,}")
_MARKS = tuple(
    map(re.compile, ("[?？]", "[(（]", '[“"«「„『‘《]', "[!！]", "[:：]", "[%％]", "[;；]"))
)


class Kind(StrEnum):
    """What kind of thing is shared; each has its own weight (``evidence``)."""

    NUMBER = "number"
    LATIN = "latin"
    MARK = "mark"
    WORD = "word"
    HAN = "han"
    NAME = "name"
    TERM = "term"


Clue = tuple[Kind, Hashable]


def clues(sentence: str, language: str, other: str, terms: Terms | None = None) -> set[Clue]:
    """Everything that may be found again in the sentence's translation into ``other``."""
    found: set[Clue] = {(Kind.LATIN, word.casefold()) for word in _LATIN.findall(sentence)}
    found.update((Kind.MARK, n) for n, mark in enumerate(_MARKS) if mark.search(sentence))
    found.update((Kind.WORD, meaning) for meaning in vocabulary(language).meanings(sentence))
    found.update((Kind.NAME, name) for name in names(sentence, language))
    found.update((Kind.NUMBER, value) for value in _numbers(sentence, language))
    if {language, other} == {"zh", "ja"}:
        found.update((Kind.HAN, pair) for pair in _han_pairs(sentence, language))
    if terms:
        found.update((Kind.TERM, term) for term in terms(sentence, language))
    return found


def _numbers(sentence: str, language: str) -> Iterator[Hashable]:
    if language in LANGUAGES:
        for number in extract(sentence, language):
            yield from number.values


def _han_pairs(sentence: str, language: str) -> Iterator[str]:
    """Characters two by two as Japan writes them: 经济 and 経済 are one."""
    for run in _HAN.findall(sentence):
        written = japanese_form(run) if language == "zh" else run
        yield from (written[i : i + 2] for i in range(len(written) - 1))
