"""A sentence without its placeables: what two sentences have in common that differ in numbers only.

请在〔date〕前告知 is the frame of 请在2020年2月15日前告知 and of 请在3月1日前告知.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from translate_kit.languages.numbers.extraction import readings
from translate_kit.languages.numbers.number import Rank
from translate_kit.languages.placeables import Kind, Names, Placeable, find

_SLOTS = {kind: chr(0xE000 + position) for position, kind in enumerate(Kind)}
"""A slot is a character of the private use area, which no sentence has."""
_SLOT = f"[{''.join(_SLOTS.values())}]"
_BLANK_AT_SLOT = re.compile(rf" (?={_SLOT})|(?<={_SLOT}) ")
_SENTENCE = 1_000
"""Characters up to which a text is remembered with its frame."""
# 3万套 and 3만 벌, 5,000벌: here a blank beside a number is a matter of its spelling.
_BLANKS_MEAN_NOTHING = ("zh", "ja", "ko")


@dataclass(frozen=True)
class Frame:
    """A text of a language as its frame and its placeables, in reading order."""

    text: str
    language: str
    words: str
    placeables: tuple[Placeable, ...]

    @cached_property
    def values(self) -> tuple[tuple[object, str], ...]:
        """(value, text) of every placeable, then of numbers in words and of months named alone."""
        taken = bytearray(len(self.text))
        for each in self.placeables:
            taken[each.span.start : each.span.end] = b"\1" * (each.span.end - each.span.start)
        in_words = [
            (reading.value, self.text[reading.start : reading.end])
            for reading in readings(self.text, self.language)
            if reading.rank > Rank.HINT and 1 not in taken[reading.start : reading.end]
        ]
        return (*((each.value, each.text) for each in self.placeables), *in_words)


def frame(text: str, language: str, names: Names = ()) -> Frame:
    """The frame of a text; ``words`` has a slot of its kind in place of each placeable."""
    if names or len(text) > _SENTENCE:
        return _frame(text, language, names)
    return _plain_frame(text, language)


@lru_cache(maxsize=4096)
def _plain_frame(text: str, language: str) -> Frame:
    """The units of the tables are compared again and again."""
    return _frame(text, language, ())


def _frame(text: str, language: str, names: Names) -> Frame:
    placeables = find(text, language, names)
    pieces: list[str] = []
    done = 0
    for each in placeables:
        pieces += text[done : each.span.start], _SLOTS[each.kind]
        done = each.span.end
    words = folded("".join((*pieces, text[done:])))
    if language in _BLANKS_MEAN_NOTHING:
        words = _BLANK_AT_SLOT.sub("", words)
    return Frame(text, language, words, placeables)


def folded(text: str) -> str:
    """The text by which two are the same words: widths and blanks make no difference."""
    return " ".join(unicodedata.normalize("NFKC", text).split())
