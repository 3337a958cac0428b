"""Folding of a text in which terms are looked for, with the way back to the text as written.

Width, case, ё and kinds of blanks, hyphens and apostrophes make no difference. Almost every text
keeps its length; only half-width kana (ﾏｽｸ), decomposed letters and conjoining Hangul do not, and
for these the places are remembered. Hiragana and katakana stay apart, because in running text a
short katakana term would be found in hiragana words (ドル in たどる).
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from translate_kit.model import Span

_ALIKE = {
    **{chr(0xFF01 + place): chr(0x21 + place) for place in range(94)},
    **dict.fromkeys("\u00a0\u202f\u2009\u3000\t\n\r", " "),
    **dict.fromkeys("\u2010\u2011\u2212", "-"),
    "\u2019": "'",
    "ё": "е",
    "\N{MICRO SIGN}": "\N{GREEK SMALL LETTER MU}",
    **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}"),
}
_UNLIKE = re.compile(
    "[\uff01-\uff5e\u00a0\u202f\u2009\u3000\t\n\r\u2010\u2011\u2212\u2019\u00b5ё\ud800-\udfff]"
)
_CHANGES_LENGTH = re.compile("[\u0300-\u036f\u3099\u309a\uff61-\uff9f\u1100-\u11ff]")
_CLUSTER = re.compile(
    "[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|.[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*",
    re.DOTALL,
)


class Folded(NamedTuple):
    """A folded text; ``places`` give each of its characters' place in the original, and the end.

    None where both have the same length.
    """

    text: str
    places: Sequence[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """The characters of the original that the folded ones from ``start`` to ``end`` are of."""
        if self.places is None:
            return Span(start, end)
        return Span(self.places[start], self.places[end])


def fold(text: str) -> Folded:
    """The text without what makes no difference to a term."""
    if not text.isascii() and _CHANGES_LENGTH.search(text):
        return _composed(text)
    folded = _alike(text)
    return Folded(folded) if len(folded) == len(text) else _composed(text)


def fold_term(text: str) -> str:
    """A term as ``fold`` would leave it in a text."""
    return fold(unicodedata.normalize("NFKC", text)).text


def _alike(text: str) -> str:
    # str.translate would ask for each character of a Chinese text, and take most of the time.
    return _UNLIKE.sub(_like, text.lower())


def _like(unlike: re.Match[str]) -> str:
    return _ALIKE[unlike[0]]


def _composed(text: str) -> Folded:
    pieces: list[str] = []
    places: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        folded = _alike(unicodedata.normalize("NFKC", cluster.group()))
        pieces.append(folded)
        places += [cluster.start()] * len(folded)
    return Folded("".join(pieces), (*places, len(text)))
