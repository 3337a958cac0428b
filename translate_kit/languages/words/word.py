"""The values of this room: a word, what it may do in a term, and a run of such words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from translate_kit.model import Span


class Role(Enum):
    """What a word may do in a term."""

    NOUN = auto()
    """It may be a term, and end one."""
    NAME = auto()
    """The name of a place or person: as a noun, though alone it is seldom a term."""
    VERB = auto()
    """It may end a compound (病毒检测) and begin one; alone it is seldom a term."""
    MODIFIER = auto()
    """It may stand in a term before its last word."""
    ENDING = auto()
    """It may end a term that another word begins: 密切接触 + 者."""
    CODE = auto()
    """Letters and figures in a text of another script; as a noun."""


ALONE = frozenset({Role.NOUN, Role.NAME, Role.VERB, Role.CODE})
LAST = ALONE | {Role.ENDING}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text; ``key`` is equal for all its forms, ``span`` its place in the text.

    ``form`` is how it is written where it ends a term: without particles, in the singular.
    """

    key: str
    form: str
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words side by side, none of them of grammar alone; ``before`` and ``after`` are the keys of
    the neighbours, empty at a punctuation mark or the end of the text."""

    words: Sequence[Word]
    before: str
    after: str


def unbroken(text: str, word: re.Pattern[str]) -> Iterator[list[re.Match[str]]]:
    """The words of ``text`` as ``word`` finds them, in runs with nothing but blanks between."""
    run: list[re.Match[str]] = []
    for found in word.finditer(text):
        if run and text[run[-1].end() : found.start()].strip():
            yield run
            run = []
        run.append(found)
    if run:
        yield run


def last_word_bare(text: str, words: Sequence[Word]) -> str:
    """The words as they stand, the last one in its own form, without particle or plural."""
    covered = text[words[0].span.start : words[-1].span.start]
    return " ".join(f"{covered}{words[-1].form}".split())
