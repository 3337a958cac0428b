"""Numerals and labels of OpenDocument (``一, 二, 三, ...``, 第 1 章) that a reader can read."""

import re

from translate_kit.formats.labels import is_wide, punctuated, worded
from translate_kit.formats.xml import Element, clark, kind

_NUMBERED = frozenset(
    ("text:list-level-style-number", "text:outline-level-style", "text:notes-configuration",
     "style:page-layout-properties", "text:page-number")
)  # fmt: skip
_FORMAT = clark("style:num-format")
_BEFORE, _AFTER = clark("style:num-prefix"), clark("style:num-suffix")
_WHOLE = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
"""Prefix, numbers and suffix in one, which LibreOffice since 7.2 reads before the three."""
_FOLLOWED = clark("text:label-followed-by")
_NUMBERS = re.compile(r"%\d+%(?:[^%\w]*%\d+%)*")
_KINDS = {
    **dict.fromkeys("一１", ("1", ("zh", "ja"))),
    "壹": ("1", ("zh",)),
    "壱": ("1", ("ja",)),
    "일": ("1", ("ko",)),
    **dict.fromkeys("甲子", ("A", ("zh", "ja"))),
    **dict.fromkeys("アｱイｲ", ("A", ("ja",))),
    **dict.fromkeys("ㄱ가㉠㉮", ("A", ("ko",))),
    "А": ("A", ("ru",)),
    "а": ("a", ("ru",)),
}
"""The first numeral of a format (as LibreOffice writes them) -> a format that all can read, and the
languages whose readers need no other."""


def adapt_numbering(root: Element, language: str) -> None:
    """Give lists, pages and notes numerals and labels of ``language``."""
    for element in root.iter():
        if kind(element) in _NUMBERED:
            _adapt(element, language)


def _adapt(element: Element, language: str) -> None:
    plain, homes = _KINDS.get(element.get(_FORMAT, "")[:1], ("", ()))
    if plain and language not in homes:
        element.set(_FORMAT, plain)
    before, after = element.get(_BEFORE, ""), element.get(_AFTER, "")
    new = _labelled(before, after, language)
    for name, text in zip((_BEFORE, _AFTER), new, strict=True):
        if text:
            element.set(name, text)
        else:
            element.attrib.pop(name, "")
    whole = element.get(_WHOLE, "")
    if (numbers := _NUMBERS.search(whole)) is not None:
        around = whole[: numbers.start()], whole[numbers.end() :]
        element.set(_WHOLE, numbers[0].join(_labelled(*around, language)))
    if new != (before, after) and not is_wide(language):
        for place in element.iter(clark("style:list-level-label-alignment")):
            if place.get(_FOLLOWED) == "nothing":  # 一、 needs no blank behind it, 1. does
                place.set(_FOLLOWED, "space")


def _labelled(before: str, after: str, language: str) -> tuple[str, str]:
    punctuation = punctuated(before, language), punctuated(after, language)
    return worded(before, after, language) or punctuation
