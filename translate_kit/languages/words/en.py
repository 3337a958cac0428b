"""English: words between blanks; every word but those of grammar and of any text may be in a term.

There is no tagger: which words are adjectives alone shows in how seldom they end a phrase, and is
left to whoever counts.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from translate_kit.languages.plurals import singular
from translate_kit.languages.words.general import general_words
from translate_kit.languages.words.word import Role, Word, last_word_bare, unbroken
from translate_kit.model import Noun, Span

_WORD = re.compile(r"[^\W_](?:[\w'’.&/+-]*[\w+])?")
_POSSESSIVE = re.compile(r"['’]s$")
_FOREIGN = re.compile(r"[^\W\d_A-Za-zÀ-ɏ]")
_SHORTEST = 3


def cut(text: str) -> Iterator[list[Word | str | None]]:
    """The runs between punctuation."""
    for matches in unbroken(text, _WORD):
        run: list[Word | str | None] = []
        for found in matches:
            run.append(_word(found, is_first=not run))
            if _POSSESSIVE.search(found.group()):
                run.append(None)
        yield run


def dictionary_form(text: str, words: Sequence[Word]) -> str:
    """The last word in the singular."""
    return last_word_bare(text, words)


def _word(found: re.Match[str], *, is_first: bool) -> Word | str:
    text = _POSSESSIVE.sub("", found.group())
    if not re.search(r"[A-Za-z]", text) or _FOREIGN.search(text):
        return text.casefold()
    if text.casefold() in general_words("en"):
        return text.casefold()
    if len(text) < _SHORTEST and not text.isupper():
        return text.casefold()
    form = _singular(text)
    span = Span(found.start(), found.start() + len(text))
    return Word(form.casefold(), form, _role(text, is_first=is_first), span)


def _role(text: str, *, is_first: bool) -> Role:
    """A capital in the middle of a sentence makes a name; an abbreviation is none."""
    if text.endswith("ly"):
        return Role.MODIFIER
    return Role.NAME if text.istitle() and not is_first else Role.NOUN


@lru_cache(maxsize=50_000)
def _singular(word: str) -> str:
    return word if word.isupper() else singular(Noun(word, {}))
