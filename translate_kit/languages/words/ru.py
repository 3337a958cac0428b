"""Russian: read by pymorphy3; adjectives before their noun, and nouns in the genitive after it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from translate_kit.languages.words.codes import code_role
from translate_kit.languages.words.general import general_words
from translate_kit.languages.words.word import Role, Word, unbroken
from translate_kit.model import Span

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

_WORD = re.compile(r"[^\W_](?:[\w.+/-]*[\w+])?")
_NOUNS, _ADJECTIVES = frozenset({"NOUN"}), frozenset({"ADJF", "PRTF"})
_AGREEING = ("number", "case")
_FOREIGN = re.compile(r"[^\W\d_A-Za-zА-Яа-яЁё]")
_LEAST = 0.05
"""The share that a reading of a word must have to count: еще is no form of a noun."""


def cut(text: str) -> Iterator[list[Word | str | None]]:
    """The runs between punctuation, with a joint where two words cannot be of one phrase."""
    for matches in unbroken(text, _WORD):
        run: list[Word | str | None] = []
        for word in map(_word, matches):
            if run and isinstance(last := run[-1], Word) and isinstance(word, Word):
                before, here = (text[w.span.start : w.span.end] for w in (last, word))
                if not _belong(before, here):
                    run.append(None)
            run.append(word)
        yield run


def dictionary_form(text: str, words: Sequence[Word]) -> str:
    """The head and the adjectives before it in the nominative; what follows stays."""
    covered = [text[word.span.start : word.span.end] for word in words]
    head = next((n for n, word in enumerate(covered) if _nouns(word)), None)
    if head is None:
        return " ".join(covered)
    base = _base(covered[head])
    form = {"nomn", *filter(None, (base.tag.number, base.tag.gender))}
    front = [_adjective(word, form) for word in covered[:head]]
    return " ".join((*front, _cased(base.word, covered[head]), *covered[head + 1 :]))


@lru_cache(maxsize=50_000)
def _base(noun: str) -> "Parse":
    """The nominative, in the singular; of a name in the plural as it is (Соединённые Штаты)."""
    parse = _nouns(noun)[0]
    is_name = noun[:1].isupper() and not noun.isupper() and parse.tag.number == "plur"
    return (parse.inflect({"nomn", "plur"}) if is_name else None) or parse.normalized


def _word(found: re.Match[str]) -> Word | str:
    text = found.group()
    folded = text.casefold()
    if not re.search(r"[^\W\d_]", text) or _FOREIGN.search(text):
        return folded
    if folded in general_words("ru"):
        return folded
    span = Span(*found.span())
    if re.search(r"[a-z]", folded):
        code = code_role(text)
        return folded if code is None else Word(folded, text, code, span)
    if text.isupper() and len(text) > 1:
        return Word(folded, text, Role.NOUN, span)
    nouns, adjectives = _nouns(text), _adjectives(text)
    if not (nouns or adjectives):
        return folded
    best = max((*nouns, *adjectives), key=lambda parse: parse.score)
    role = Role.NOUN if nouns else Role.MODIFIER
    return Word(best.normal_form.replace("ё", "е"), text, role, span)


@lru_cache(maxsize=50_000)
def _belong(before: str, here: str) -> bool:
    """Whether ``here`` may go on the phrase that ends with ``before``."""
    adjectives = _adjectives(before)
    if any(_agree(one, other) for one in adjectives for other in _nominal(here)):
        return True
    after_noun = _nouns(before) or not _nominal(before)  # a code governs like a noun
    return bool(after_noun) and (
        not _nominal(here) or any(parse.tag.case == "gent" for parse in _nominal(here))
    )


def _agree(one: "Parse", other: "Parse") -> bool:
    return all(getattr(one.tag, name) == getattr(other.tag, name) for name in _AGREEING)


def _nominal(word: str) -> list["Parse"]:
    return [*_nouns(word), *_adjectives(word)]


@lru_cache(maxsize=50_000)
def _nouns(word: str) -> tuple["Parse", ...]:
    """Its readings as a noun; a word that the dictionary lacks is one if it is no adjective."""
    nouns = (parse for parse in _parses(word) if parse.tag.POS in _NOUNS)
    return tuple(parse for parse in nouns if parse.is_known or not _adjectives(word))


@lru_cache(maxsize=50_000)
def _adjectives(word: str) -> tuple["Parse", ...]:
    return tuple(parse for parse in _parses(word) if parse.tag.POS in _ADJECTIVES)


def _parses(word: str) -> tuple["Parse", ...]:
    from translate_kit.languages.ru.morphology import analyzer

    return tuple(parse for parse in analyzer().parse(word) if parse.score >= _LEAST)


def _adjective(word: str, form: set[str]) -> str:
    for parse in _adjectives(word):
        made = parse.inflect(form - {"masc", "femn", "neut"} if "plur" in form else form)
        if made is not None:
            return _cased(made.word, word)
    return word


def _cased(word: str, like: str) -> str:
    """Abbreviations keep their capitals, and names their first."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word
