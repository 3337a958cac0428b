"""The number in which a term stands in a source text, as far as its language shows it."""

import re

from translate_kit.glossary.concept import Term
from translate_kit.languages import plurals
from translate_kit.languages.fitting import Count
from translate_kit.model import Noun, Span
from translate_kit.pipeline.locating import small_words

_DETERMINED = re.compile(
    r"\b(?:an?|the|this|that|one|each|every|our|your|its|their) (?:[a-z-]+ )?\Z", re.IGNORECASE
)
_WORD_AFTER = re.compile(r" (?P<word>[A-Za-z]+)")


def number_of(term: Term, text: str, span: Span) -> Count | None:
    """Singular or plural; None where the language has no number or the words don't show it.

    English shows the singular only with an article and nothing after it: in "mask production" the
    mask may be many.
    """
    match term.language:
        case "en":
            return _english(term, text, span)
        case "ru":
            return _russian(term, span.of(text))
    return None


def _english(term: Term, text: str, span: Span) -> Count | None:
    words = span.of(text)
    if plurals.kind(Noun(term.text, term.grammar)) != plurals.COUNT or plurals.is_plural(term.text):
        return None
    if plurals.is_plural(words):
        return "plural"
    after = _WORD_AFTER.match(text, span.end)
    alone = after is None or after["word"].lower() in small_words("en")
    return "singular" if alone and _DETERMINED.search(text, 0, span.start) else None


def _russian(term: Term, words: str) -> Count | None:
    from translate_kit.languages.ru.spellings import spellings

    forms = {text.lower(): form for text, form in spellings(term.text, term.grammar).items()}
    numbers = {number for _case, number in forms.get(words.lower(), ())}
    return numbers.pop() if len(numbers) == 1 else None
