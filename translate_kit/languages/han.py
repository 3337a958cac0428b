"""Whose Han characters these are: simplified Chinese, traditional Chinese or Japanese.

Each country's own character set answers, as Python's codecs hold them: GB 2312-80, Big5 and
JIS X 0208, whose first level has the kanji in everyday use.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

SIMPLIFIED, TRADITIONAL, JAPANESE, SHARED = "simplified", "traditional", "Japanese", "shared"

_JIS_LEVEL_2 = b"\x98\x9f"  # where the second level begins in Shift JIS

# Grammatical words of written Chinese that no Japanese kanji-only phrase holds.
_CHINESE_WORDS = frozenset("的了是们這这你您我也吗呢吧么么很都就还還把被让給给哪谁誰她他它")


@dataclass(frozen=True, slots=True)
class Votes:
    """How many characters of a text speak for simplified, traditional and Japanese writing."""

    simplified: int
    traditional: int
    japanese: int

    @property
    def chinese(self) -> int:
        """Those that speak for either way of writing Chinese."""
        return self.simplified + self.traditional


def votes(characters: Iterable[str]) -> Votes:
    """Count the characters that only one of the three uses, and the words of Chinese grammar."""
    kinds = [_whose(character) for character in characters]
    return Votes(kinds.count(SIMPLIFIED), kinds.count(TRADITIONAL), kinds.count(JAPANESE))


@lru_cache(maxsize=8192)
def _whose(character: str) -> str:
    japanese = _encoded(character, "shift_jis")
    if _encoded(character, "gb2312"):
        own = not japanese or character in _CHINESE_WORDS
        return SIMPLIFIED if own else SHARED
    if _encoded(character, "big5"):
        everyday = japanese and japanese < _JIS_LEVEL_2 and character not in _CHINESE_WORDS
        return SHARED if everyday else TRADITIONAL
    return JAPANESE if japanese else SHARED


def _encoded(character: str, codec: str) -> bytes:
    """The bytes of a character in a national set; empty where the set lacks it."""
    return character.encode(codec, "ignore")
