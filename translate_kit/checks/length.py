"""Length: a translation much shorter or longer than its source lets expect."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from math import log, sqrt
from pathlib import Path

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.files import read_table
from translate_kit.messages import _

_DATA = Path(__file__).parent / "data"
_LATIN = "en"
_LATIN_LETTERS = re.compile("[A-Za-zÀ-ɏ]")
_LATIN_ASIDE = re.compile(
    r"[(（][^()（）\u0400-\U0003FFFF]*[A-Za-z][^()（）\u0400-\U0003FFFF]*[)）]"
)
_LEAST, _OF_SHORT_TEXTS = 0.47, 1.2
"""The tolerance in logarithms: 0.47 (a factor of 1.6), and more for short texts. Measured: with
it ``dropped`` finds four of five sentences left out, and speaks on one right text in 200."""


_SHORTER, _LONGER = 1.1, 1.25
"""Translations explain: a long one is less suspect than a short one."""


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Length.

    Nothing translated, or a translation much shorter or longer than one expects from the source:
    a Chinese character takes two and a half English letters, nearly three Russian ones.
    """
    if segment.source.strip() and not segment.target.strip():
        yield Remark(_("there is no translation"))
        return
    difference = surprise(segment)
    if difference < -_SHORTER:
        yield Remark(_("much shorter than the source lets expect"), sure=difference < -2)
    if difference > _LONGER:
        yield Remark(_("much longer than the source lets expect"), sure=difference > 2 * _LONGER)


def surprise(segment: Segment) -> float:
    """How far the length is off, from -1 to 1 within what is usual; below 0 it is too short."""
    source = volume(segment.source, segment.pair.source)
    target = volume(segment.target, segment.pair.target)
    if not (source and target):
        return 0.0
    return log(target / source) / (_LEAST + _OF_SHORT_TEXTS / sqrt(source))


def volume(text: str, language: str) -> float:
    """About how many Chinese characters say the same; 0 for a language we don't know.

    Codes and names in Latin letters weigh what they do in English, and original spellings in
    brackets nothing.
    """
    size = _sizes().get(language)
    if not size:
        return 0.0
    if courtesies := _courtesies().get(language):
        text = courtesies.sub("", text)
    if language != _LATIN:
        text = _LATIN_ASIDE.sub("", text)
    latin = 0 if language == _LATIN else len(_LATIN_LETTERS.findall(text))
    others = len(text) - sum(map(str.isspace, text)) - latin
    return others / size + latin / _sizes()[_LATIN]


@cache
def _sizes() -> Mapping[str, float]:
    columns = ("language", "characters", "note")
    rows = read_table(_DATA / "lengths.csv", required=columns, known=columns)
    return {row.cells["language"]: float(row.cells["characters"]) for row in rows}


@cache
def _courtesies() -> Mapping[str, re.Pattern[str]]:
    """What a letter says for courtesy's sake: it has no counterpart in other languages."""
    columns = ("language", "words", "note")
    rows = read_table(_DATA / "courtesies.tsv", required=columns, known=columns)
    return {row.cells["language"]: re.compile(row.cells["words"]) for row in rows}
