"""Text in, stretches of words out, by the rules of its language; and a term in dictionary form."""

from collections.abc import Iterator, Sequence
from typing import Protocol, cast

from translate_kit.languages.words.word import Stretch, Word
from translate_kit.plugins import Table

_PLACE = "translate_kit.languages.words."

TABLE = Table("words", "language", {code: _PLACE + code for code in ("zh", "en", "ru", "ko", "ja")})


class Cutter(Protocol):
    """A module of the table."""

    def cut(self, text: str) -> Iterator[Sequence[Word | str | None]]:
        """The runs between punctuation: words; a string for one of grammar; None for a joint that
        no term may cross."""

    def dictionary_form(self, text: str, words: Sequence[Word]) -> str:
        """A part of ``text`` that ``words`` cover, as a dictionary would have it."""


def stretches(text: str, language: str) -> Iterator[Stretch]:
    """The runs of words that may make terms, in text order; raises NotKnown for a language."""
    for run in _cutter(language).cut(text):
        yield from _parted(run)


def dictionary_form(text: str, words: Sequence[Word], language: str) -> str:
    """The term that ``words`` of ``text`` make: in the singular, in the nominative, bare."""
    return _cutter(language).dictionary_form(text, words)


def _cutter(language: str) -> Cutter:
    return cast(Cutter, TABLE.load(language))


def _parted(run: Sequence[Word | str | None]) -> Iterator[Stretch]:
    words: list[Word] = []
    before = ""
    for each in (*run, ""):
        if isinstance(each, Word):
            words.append(each)
            continue
        after = "" if each is None else each
        if words:
            yield Stretch(tuple(words), before, after)
        words, before = [], after
