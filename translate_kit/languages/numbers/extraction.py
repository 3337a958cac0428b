"""Numbers of a text: fold, mask identifiers, read by the language, look at ranges."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import cast

from translate_kit.languages.numbers.codes import mask_codes
from translate_kit.languages.numbers.folding import fold
from translate_kit.languages.numbers.number import Number, Rank, Reading
from translate_kit.plugins import Table

TABLE = Table(
    "numbers",
    "language with numbers",
    {
        code: f"translate_kit.languages.numbers.{code}:read"
        for code in ("zh", "en", "ru", "ko", "ja")
    },
)
Reader = Callable[[str], Iterator[Reading]]
_readers: dict[str, Reader] = {}
_REMEMBERED = 4096
_RANGE = re.compile(r" ?(?:[-~–—至到]|から|부터|에서|to|до) ?[$€£¥]?")
_BETWEEN = re.compile(r"(?:between|между) [$€£¥]?\Z")
_CHOICE = re.compile(r" ?(?:[及和或、]|and|or|и|или|과|와|や|か) ?[$€£¥]?")

_STRAY_ZEROS = re.compile(r"(?<=[0-9][ ,])0[0 ,]*0")


@lru_cache(maxsize=_REMEMBERED)
def extract(text: str, lang: str) -> tuple[Number, ...]:
    """The numbers of ``text`` in text order, spans into the text as given.

    Raises NotKnown for a language without a reader.
    """
    return tuple(r.number(text) for r in readings(text, lang) if r.rank is not Rank.HINT)


@lru_cache(maxsize=_REMEMBERED)
def readings(text: str, lang: str) -> tuple[Reading, ...]:
    """Every reading, hints of identifiers too, in text order.

    Remembered, because memory, repair and checks read the numbers of a sentence one after another.
    """
    folded = fold(text)
    hints, rest = mask_codes(folded)
    found = [*hints, *_reader(lang)(rest)]
    found.sort(key=lambda reading: reading.start)
    return tuple(_with_stray_zeros(rest, _with_ranges(rest, found)))


def _reader(lang: str) -> Reader:
    reader = _readers.get(lang)
    if reader is None:
        reader = _readers[lang] = cast(Reader, TABLE.load(lang))
    return reader


def _with_stray_zeros(text: str, found: list[Reading]) -> Iterator[Reading]:
    """Zeros that trail behind a number, as in 2,500,00, are no way to say "none": whoever reads
    on takes them for part of it, so that they must be in the other language too."""
    for reading in found:
        stray = reading.value == 0 and _STRAY_ZEROS.fullmatch(text, reading.start, reading.end)
        yield replace(reading, rank=Rank.STRONG) if stray else reading


def _with_ranges(text: str, found: list[Reading]) -> list[Reading]:
    """In 15~20万 the multiplier of the second number holds for the first too."""
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        if second.scale == 1 or first.scale != 1 or second.start < first.end:
            continue
        scaled = first.value * second.scale
        if _is_range(text, first, second):
            found[index] = replace(first, value=scaled, others=(*first.others, first.value))
        elif _CHOICE.fullmatch(text, first.end, second.start):  # 5 and 3 million: who knows
            found[index] = replace(first, others=(*first.others, scaled))
    return found


def _is_range(text: str, first: Reading, second: Reading) -> bool:
    """A dash or "to" stands between, "between" before, or nothing at all, as in 三四十."""
    if first.end == second.start:
        return not text[second.start].isdecimal()
    if _RANGE.fullmatch(text, first.end, second.start):
        return True
    return _BETWEEN.search(text, max(0, first.start - 10), first.start) is not None
