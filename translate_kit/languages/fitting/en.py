"""English: the number of the words replaced, the article before, a capital at the beginning."""

import re

from translate_kit.languages import numbers, plurals
from translate_kit.languages.en import with_article
from translate_kit.languages.fitting.place import Fitted, Place
from translate_kit.model import Noun

_ARTICLE = re.compile(r"(?<![\w'-])(?P<article>[Aa]n?)\s+\Z")
_ONE = re.compile(r"(?<![\w'-])(?:an?|one|each|every|this|that|another|either)\s+\Z", re.IGNORECASE)
_MANY = re.compile(
    r"(?<![\w'-])(?:these|those|several|many|few|some|all|both|various|two|three|four|five|six"
    r"|seven|eight|nine|ten|hundred|thousand|million|billion)\s+(?:of\s+)?\Z",
    re.IGNORECASE,
)
_IS = re.compile(r" (?:is|was|has|does)\b")
_ARE = re.compile(r" (?:are|were|have|do)\b")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?]\s)\W*\Z")


def fit(term: Noun, place: Place) -> Fitted:
    """The term in the number that the place asks for, with the article that its sound asks for."""
    possessive = _POSSESSIVE.search(place.words)
    words = place.words[: possessive.start()] if possessive else place.words
    many = _is_many(place, words, term)
    form = plurals.plural(term) if many else _one(term, place.before)
    before = _with_article(place.before, form, countable=not many and _countable(term))
    if _SENTENCE_START.search(before) and (place.words[:1].isupper() or not place.words):
        form = form[:1].upper() + form[1:]
    return Fitted(before, form, (possessive.group() if possessive else "") + place.after)


def _is_many(place: Place, words: str, term: Noun) -> bool:
    """By a number before, a determiner, the verb after, the source, the words; in this order."""
    if not _countable(term):
        return False
    counted = _number_before(place.before)
    if counted is not None:
        return not counted
    if _MANY.search(place.before) or _ARE.match(place.after):
        return True
    if _ONE.search(place.before) or _IS.match(place.after):
        return False
    if place.number:
        return place.number == "plural"
    return bool(words.strip()) and plurals.is_plural(words.strip())


def _number_before(before: str) -> bool | None:
    """Whether the number right before is one; None where there is none, or it is a year."""
    found = numbers.extract(before, "en")
    if not found or before[found[-1].span.end :].strip():
        return None
    last = found[-1]
    year = last.text.isdigit() and len(last.text) == 4
    return None if year else last.value == 1


def _one(term: Noun, before: str) -> str:
    """The singular after ``a`` or one; elsewhere as the glossary has it (medical supplies)."""
    return plurals.singular(term) if _ONE.search(before) or _number_before(before) else term.text


def _countable(term: Noun) -> bool:
    return plurals.kind(term) == plurals.COUNT


def _with_article(before: str, form: str, *, countable: bool) -> str:
    article = _ARTICLE.search(before)
    if not article:
        return before
    start = before[: article.start()]
    if not countable:
        return start
    right = with_article(form).removesuffix(form).strip()
    return start + (right.capitalize() if article["article"][0] == "A" else right) + " "
