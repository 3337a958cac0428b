"""The values of this room: a word, what it may do in a term, and a run of such words."""

from collections.abc import Sequence
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
