"""Characters of another script left over in a translation."""

import re
from collections.abc import Iterator
from functools import cache

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
from translate_kit.languages import han
from translate_kit.messages import _
from translate_kit.model import Span

_LETTERS = {
    "Cyrillic": r"\u0400-\u052F",
    "Han": r"\u3005\u3006\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF",
    "Kana": r"\u3041-\u3096\u30A1-\u30FA\u30FC\uFF66-\uFF9F",
    "Hangul": r"\uAC00-\uD7A3\u1100-\u11FF\u3131-\u318E",
}
_HOME = {
    "zh": ("Han",),
    "en": (),
    "ru": ("Cyrillic",),
    "ko": ("Hangul",),
    "ja": ("Han", "Kana"),
}
"""The scripts a language is written in. Latin is at home everywhere: names, codes, brands."""
_HAN = re.compile(r"[\u4E00-\u9FFF]")
_LOOKALIKE = re.compile(
    r"(?<![A-Za-zа-яёА-ЯЁ])(?:[A-Za-z]++[а-яёА-ЯЁ]|[а-яёА-ЯЁ]++[A-Za-z])[A-Za-zа-яёА-ЯЁ]*"
)
_BRACKETS = re.compile(r"[(（\[［【][^()（）\[\]［］【】]*[)）\]］】]")


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Leftover source script.

    Characters of a script that the language of the translation does not use, such as Chinese
    characters in a Russian sentence or simplified ones in a Japanese one, and words that mix Latin
    with Cyrillic letters. In brackets a name may stand in its original spelling.
    """
    pattern = _foreign(segment.pair.target)
    if pattern is None:
        return
    text = _BRACKETS.sub(lambda found: "\0" * len(found[0]), segment.target)
    for found in pattern.finditer(text):
        message = _("“{text}” is left over in another script")
        yield Remark(message.format(text=found[0]), Span(*found.span()))
    for found in _LOOKALIKE.finditer(text):
        message = _("“{text}” mixes Latin and Cyrillic letters")
        yield Remark(message.format(text=found[0]), Span(*found.span()))
    if segment.pair.target == "ja":
        yield from _simplified(text)


def _simplified(text: str) -> Iterator[Remark]:
    """Characters that no Japanese text has: even a Chinese name is written 張, not 张."""
    if not han.votes(text).simplified:
        return
    for found in _HAN.finditer(text):
        if han.votes(found[0]).simplified:
            message = _("“{text}” is a simplified Chinese character")
            yield Remark(message.format(text=found[0]), Span(*found.span()))


@cache
def _foreign(language: str) -> re.Pattern[str] | None:
    """Runs of letters that ``language`` does not use; None for a language we don't know."""
    home = _HOME.get(language)
    if home is None:
        return None
    letters = "".join(ranges for script, ranges in _LETTERS.items() if script not in home)
    return re.compile(f"[{letters}]+")
