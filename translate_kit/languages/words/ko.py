"""Korean: words between blanks without their particles; a particle ends the term."""

import re
from collections.abc import Iterator, Sequence

from translate_kit.languages.ko_endings import particle_of
from translate_kit.languages.words.codes import code_role
from translate_kit.languages.words.general import general_words
from translate_kit.languages.words.word import Role, Word, last_word_bare, unbroken
from translate_kit.model import Span

_WORD = re.compile(r"[^\W_](?:[\w.+/-]*[\w+])?")
_HANGUL = re.compile(r"[가-힣]")
_FOREIGN = re.compile(r"[^\W\d_A-Za-z가-힣]")
_PREDICATE = re.compile(
    r"(?:다|까|요|고|며|면|서|는|한|된|할|될|인|던|해|하여|되어|하게|도록|하기|되기|위해|대해|통해|따라|거나|고자|오니|습니다)$|^[가-힣][을를]$|^\d"
)
"""Endings of verbs and adjectives in a sentence (다 and 고 end few nouns), a noun of one syllable
with its particle, and counted things."""


def cut(text: str) -> Iterator[list[Word | str | None]]:
    """The runs between punctuation, with a joint after each word that has a particle."""
    for matches in unbroken(text, _WORD):
        run: list[Word | str | None] = []
        for word, particle in map(_word, matches):
            run.append(word)
            if particle:
                run.append(None)
        yield run


def dictionary_form(text: str, words: Sequence[Word]) -> str:
    """The last word without its particle."""
    return last_word_bare(text, words)


def _word(found: re.Match[str]) -> tuple[Word | str, str]:
    text = found.group()
    stem, particle = particle_of(text)
    key = stem.casefold()
    if not re.search(r"[^\W\d_]", stem) or _FOREIGN.search(text):
        return key, ""
    if {key, text.casefold()} & general_words("ko"):
        return key, ""
    if _HANGUL.search(stem) and ((not particle and _PREDICATE.search(text)) or len(stem) == 1):
        return key, ""
    role = Role.NOUN if _HANGUL.search(stem) else code_role(stem)
    if role is None:
        return key, ""
    return Word(key, stem, role, Span(found.start(), found.start() + len(stem))), particle
