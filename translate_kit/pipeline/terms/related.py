"""Words that are akin to a term: the same stems, and whether they stand as a noun."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.glossary.concept import Term
from translate_kit.model import Span
from translate_kit.pipeline.draft import common_start, overlap
from translate_kit.pipeline.locating import small_words, words_before_nouns

_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+) \Z")
_WORD_AFTER = re.compile(r" (?P<word>[^\W\d_]+)")
_LEAST_STEM = 4
_ENDING = 3
_LONGEST_ENDING = 6
_DATA = Path(__file__).parents[2] / "languages" / "data"
_VERB_FOLLOWS_JAPANESE = re.compile(r"[をはがの]|[、。]|$")


def stem(word: str) -> str:
    """The letters of a word that its relatives share: procur of procurement and procured."""
    folded = _plain(word)
    return folded[: max(_LEAST_STEM, len(folded) - _ENDING)]


def says_the_same(text: str, terms: Iterable[Term], language: str) -> bool:
    """Whether every content word of one of the terms has a relative in ``text``.

    "We urgently need" says "urgent need" where the Chinese word was a verb.
    """
    if language not in ("en", "ru"):
        return False
    akin = _akin_in_english if language == "en" else _akin_in_russian
    said = [_plain(word) for word in _WORD.findall(text)]
    for term in terms:
        words = [_plain(word) for word in _WORD.findall(term.text)]
        content = [word for word in words if word not in small_words(language)]
        if content and all(any(akin(word, other) for other in said) for word in content):
            return True
    return False


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")


def _akin_in_russian(word: str, other: str) -> bool:
    return other.startswith(stem(word))


def _akin_in_english(word: str, other: str) -> bool:
    """By a common beginning and endings that English has; engines invent "noticent"."""
    shared = common_start(word, other)
    if shared < max(_LEAST_STEM, len(word) - _LONGEST_ENDING):
        return False
    return {word[shared:], other[shared:]} <= _derivations()


@cache
def _derivations() -> frozenset[str]:
    rows = read_table(_DATA / "en_derivations.csv", required=("ending",), known=("ending", "note"))
    return frozenset({"", *(row.cells["ending"] for row in rows)})


def widened(text: str, place: Span, term: Term, taken: Sequence[Span]) -> Span:
    """The place with the words of the term that stand right beside it.

    So that no "medical medical protective suit" comes out where the alignment missed a word.
    """
    stems = {stem(word) for word in _WORD.findall(term.text)} - {""}
    start, end = place.start, place.end
    while (match := _WORD_BEFORE.search(text, 0, start)) and stem(match["word"]) in stems:
        start = match.start("word")
    while (match := _WORD_AFTER.match(text, end)) and stem(match["word"]) in stems:
        end = match.end("word")
    wide = Span(start, end)
    return place if any(overlap(wide, span) for span in taken) else wide


def is_nominal(text: str, place: Span, language: str) -> bool:
    """Whether the words at the place stand as a noun, so that a noun can take their place."""
    match language:
        case "en":
            before = _WORD_BEFORE.search(text, 0, place.start)
            return before is not None and before["word"].lower() in words_before_nouns(language)
        case "ru":
            from translate_kit.languages.ru.shapes import is_noun

            return any(is_noun(word) for word in _WORD.findall(place.of(text)))
        case "ko":
            from translate_kit.languages.ko_endings import particle_at, particle_of

            after = text[place.end :]
            return bool(particle_of(place.of(text))[1] or particle_at(after))
        case "ja":
            return _VERB_FOLLOWS_JAPANESE.match(text, place.end) is not None
    return True
