"""Words that are akin to a term: the same stems, and whether they stand as a noun."""

import re
from collections.abc import Iterable, Sequence

from translate_kit.glossary.concept import Term
from translate_kit.model import Span
from translate_kit.pipeline.draft import overlap
from translate_kit.pipeline.locating import small_words, words_before_nouns

_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+) \Z")
_WORD_AFTER = re.compile(r" (?P<word>[^\W\d_]+)")
_LEAST_STEM = 4
_ENDING = 3
_VERB_FOLLOWS_JAPANESE = re.compile(r"[をはがの]|[、。]|$")


def stem(word: str) -> str:
    """The letters of a word that its relatives share: procur of procurement and procured."""
    folded = word.lower().replace("ё", "е")
    return folded[: max(_LEAST_STEM, len(folded) - _ENDING)]


def says_the_same(text: str, terms: Iterable[Term], language: str) -> bool:
    """Whether every content word of one of the terms has a relative in ``text``.

    "We urgently need" says "urgent need" where the Chinese word was a verb.
    """
    if language not in ("en", "ru"):
        return False
    words = [word.lower().replace("ё", "е") for word in _WORD.findall(text)]
    small = small_words(language)
    for term in terms:
        stems = [stem(word) for word in _WORD.findall(term.text) if word.lower() not in small]
        if stems and all(any(word.startswith(each) for word in words) for each in stems):
            return True
    return False


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
            from translate_kit.languages.ru.context import is_noun

            return any(is_noun(word) for word in _WORD.findall(place.of(text)))
        case "ko":
            from translate_kit.languages.ko_endings import particle_at, particle_of

            after = text[place.end :]
            return bool(particle_of(place.of(text))[1] or particle_at(after))
        case "ja":
            return _VERB_FOLLOWS_JAPANESE.match(text, place.end) is not None
    return True
