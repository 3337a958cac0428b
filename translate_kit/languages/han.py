"""Whose Han characters these are: simplified Chinese, traditional Chinese or Japanese.

Each country's own character set answers, as Python's codecs hold them: GB 2312-80, Big5 and
JIS X 0208, whose first level has the kanji in everyday use.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

SIMPLIFIED, TRADITIONAL, JAPANESE = "simplified", "traditional", "Japanese"
GRAMMAR, SHARED = "grammar", "shared"

_JIS_LEVEL_2 = b"\x98\x9f"  # where the second level begins in Shift JIS

# Grammatical words of Chinese; a Japanese phrase may hold one (段階的), hardly two.
_CHINESE_WORDS = frozenset("的了是這你您我也呢很都就把被給她他和在有不")


@dataclass(frozen=True, slots=True)
class Votes:
    """How many characters of a text speak for simplified, traditional and Japanese writing.

    ``grammar`` counts those that are words of Chinese grammar, however written.
    """

    simplified: int
    traditional: int
    japanese: int
    grammar: int

    @property
    def chinese(self) -> int:
        """Those that speak for either way of writing Chinese."""
        return self.simplified + self.traditional + self.grammar


def votes(characters: Iterable[str]) -> Votes:
    """Count the characters that only one of the three uses, and the words of Chinese grammar."""
    kinds = [_whose(character) for character in characters]
    return Votes(*(kinds.count(kind) for kind in (SIMPLIFIED, TRADITIONAL, JAPANESE, GRAMMAR)))


@lru_cache(maxsize=8192)
def _whose(character: str) -> str:
    if character in _CHINESE_WORDS:
        return GRAMMAR
    japanese = _encoded(character, "shift_jis")
    if _encoded(character, "gb2312"):
        return SHARED if japanese else SIMPLIFIED
    if _encoded(character, "big5"):
        everyday = b"" < japanese < _JIS_LEVEL_2
        return SHARED if everyday else TRADITIONAL
    return JAPANESE if japanese else SHARED


def _encoded(character: str, codec: str) -> bytes:
    """The bytes of a character in a national set; empty where the set lacks it."""
    return character.encode(codec, "ignore")
