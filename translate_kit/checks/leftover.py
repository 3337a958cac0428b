"""Characters of another script left over in a translation."""

import re
from collections.abc import Iterator
from functools import cache

from translate_kit.checks.knowledge import Knowledge
from translate_kit.checks.segment import Remark, Segment
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
_BRACKETS = re.compile(r"[(（\[［【][^()（）\[\]［］【】]*[)）\]］】]")


def check(segment: Segment, knowledge: Knowledge) -> Iterator[Remark]:
    """Leftover source script.

    Characters of a script that the language of the translation does not use, such as Chinese
    characters in a Russian sentence. In brackets a name may stand in its original spelling.
    """
    pattern = _foreign(segment.pair.target)
    if pattern is None:
        return
    bracketed = [match.span() for match in _BRACKETS.finditer(segment.target)]
    for found in pattern.finditer(segment.target):
        if any(start < found.start() < end for start, end in bracketed):
            continue
        message = _("“{text}” is left over in another script").format(text=found[0])
        yield Remark(message, Span(*found.span()))


@cache
def _foreign(language: str) -> re.Pattern[str] | None:
    """Runs of letters that ``language`` does not use; None for a language we don't know."""
    home = _HOME.get(language)
    if home is None:
        return None
    letters = "".join(ranges for script, ranges in _LETTERS.items() if script not in home)
    return re.compile(f"[{letters}]+")
