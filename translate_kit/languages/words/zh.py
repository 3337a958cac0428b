"""Chinese: cut and tagged by jieba (rjieba); what each tag may do in a term.

The tags are those of jieba's dictionary. Adverbs, words of place and time and pronouns stand in
terms only where they are rare in general (快速风险评估, 中间宿主, 自我隔离).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from translate_kit.languages.words.codes import code_role
from translate_kit.languages.words.general import general_words
from translate_kit.languages.words.word import Role, Word
from translate_kit.model import Span

if TYPE_CHECKING:
    from rjieba import Jieba

_PIECE = re.compile(
    r"(?P<han>[㐀-鿿々]+)|(?P<code>[A-Za-z0-9α-ωΑ-Ω](?:[A-Za-z0-9α-ωΑ-Ω.+/&-]*[A-Za-z0-9α-ωΑ-Ω+])?)"
)
_ROLES = {
    **dict.fromkeys(("n", "nz", "nt", "ng", "nw", "nrt", "nr", "vn", "an", "l", "j", "i", "s", "g"),
                    Role.NOUN),
    "ns": Role.NAME,
    **dict.fromkeys(("v", "vg"), Role.VERB),
    **dict.fromkeys(("a", "ad", "b"), Role.MODIFIER),
    "k": Role.ENDING,
}  # fmt: skip
_ENDINGS = frozenset("性者率化型类式剂")
"""Characters that make nouns of words before them, whatever their tag."""
_IF_RARE = ("d", "f", "t", "r")
_RARE = 1.2e-4
"""The share of all words up to which one of ``_IF_RARE`` may be part of a term."""
_TERM_OF_TIME = 3.5e-6
"""The share up to which a word of time is a noun: 潜伏期, but not 星期三."""


def cut(text: str) -> Iterator[list[Word | str | None]]:
    """The runs between punctuation."""
    run: list[Word | str | None] = []
    end = 0
    for piece in _PIECE.finditer(text):
        if run and text[end : piece.start()].strip(" "):
            yield run
            run = []
        run += _han(piece) if piece["han"] else [_code(piece)]
        end = piece.end()
    if run:
        yield run


def dictionary_form(text: str, words: Sequence[Word]) -> str:
    """As it stands, without blanks beside Han characters."""
    covered = text[words[0].span.start : words[-1].span.end]
    return re.sub(r"(?<=[㐀-鿿]) +| +(?=[㐀-鿿])", "", covered)


@cache
def jieba() -> "Jieba":
    """jieba with its own dictionary; loading it takes 0.4 s."""
    from rjieba import Jieba

    return Jieba()


def _han(piece: re.Match[str]) -> Iterator[Word | str]:
    place = piece.start()
    for word, tag in _tagged(piece.group()):
        span = Span(place, place + len(word))
        role = _role(word, tag)
        yield word if role is None else Word(word, word, role, span)
        place = span.end


def _tagged(text: str) -> Iterator[tuple[str, str]]:
    """Words and tags; a word that the model guesses and that begins with one of grammar (请贵市) is
    cut by the dictionary alone."""
    for word, tag in jieba().tag(text):
        if word[0] in general_words("zh") and not jieba().has_word(word):
            yield from jieba().tag(word, hmm=False)
        else:
            yield word, tag


def _code(piece: re.Match[str]) -> Word | str:
    text = piece.group()
    role = code_role(text)
    return text if role is None else Word(text.casefold(), text, role, Span(*piece.span()))


def _role(word: str, tag: str) -> Role | None:
    from translate_kit.languages.words.background import frequency

    if word in general_words("zh"):
        return None
    if word in _ENDINGS:
        return Role.ENDING
    if tag in _IF_RARE:
        share = frequency(word, "zh") or 0.0
        if tag == "t" and 0 < share < _TERM_OF_TIME:
            return Role.NOUN
        return Role.MODIFIER if len(word) > 1 and share < _RARE else None
    return _ROLES.get(tag)
