"""Whether a term may begin and end where its letters were found.

Letters of alphabets make words, so nothing of the same kind may stand beside them; katakana make
words too. Han characters have no boundary to see: there longer terms and the covering words of
``languages/data/covering_words.csv`` keep a term from being found where it is none, and a term of
one character must stand alone or after a number (285元). A Korean term begins a word and is
followed by particles at most.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from translate_kit.languages import ko_endings

Edge: TypeAlias = Callable[[str, int], bool] | None
"""Whether the text allows a term to begin (or end) at that place; None where any place will do."""

_FIRST_WITHOUT_SPACES = "\u3040"
"""From kana on, scripts have no blanks between words; letters of alphabets come before."""
LETTERS = frozenset(filter(str.isalnum, map(chr, range(ord(_FIRST_WITHOUT_SPACES)))))
"""Letters of alphabets and figures, which make a word with their like."""
_KATAKANA = re.compile(r"[ァ-ヺー]")
_HAN = re.compile(r"[㐀-鿿々]")
_COUNTED = re.compile(r"[0-9万亿億千百十两]")


def edges(term: str) -> tuple[Edge, Edge]:
    """The tests of the place before and the place after a folded term."""
    first, last = term[0], term[-1]
    if len(term) == 1 and _HAN.match(term):
        return _alone_before, _alone_after
    return _before(first), _after(last)


def _before(first: str) -> Edge:
    if first in LETTERS:
        return word_begins
    if _KATAKANA.match(first):
        return _katakana_begin
    if "가" <= first <= "힣":
        return _hangul_begins
    return None


def _after(last: str) -> Edge:
    if last in LETTERS:
        return _word_ends
    if _KATAKANA.match(last):
        return _katakana_end
    if "가" <= last <= "힣":
        return _hangul_ends
    return None


def word_begins(text: str, at: int) -> bool:
    """After no letter or figure, nor after a hyphen that joins (вице-мэр is no мэр)."""
    if at == 0:
        return True
    before = text[at - 1]
    return before not in LETTERS and not (before == "-" and at > 1 and text[at - 2].isalnum())


def _word_ends(text: str, at: int) -> bool:
    if at == len(text):
        return True
    after = text[at]
    return after not in LETTERS and not (after == "-" and text[at + 1 : at + 2] in LETTERS)


def _katakana_begin(text: str, at: int) -> bool:
    return at == 0 or not _KATAKANA.match(text[at - 1])


def _katakana_end(text: str, at: int) -> bool:
    return at == len(text) or not _KATAKANA.match(text[at])


def _hangul_begins(text: str, at: int) -> bool:
    return at == 0 or not "가" <= text[at - 1] <= "힣"


def _hangul_ends(text: str, at: int) -> bool:
    return at == len(text) or not "가" <= text[at] <= "힣" or ko_endings.ends_word(text, at)


def _alone_before(text: str, at: int) -> bool:
    return at == 0 or not _HAN.match(text[at - 1]) or bool(_COUNTED.match(text[at - 1]))


def _alone_after(text: str, at: int) -> bool:
    counted = at > 1 and bool(_COUNTED.match(text[at - 2]))
    return counted or at == len(text) or not _HAN.match(text[at])
