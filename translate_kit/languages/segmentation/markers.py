"""Numbers that stand before items and headings: ``1.`` ``一、`` ``（一）`` ``①`` ``가.`` ``а)``.

A number before an item never ends a sentence. Korean dates (``2024. 5. 1.``) look much the same.
"""

import re

from translate_kit.languages.segmentation.stretches import BLANK, BLANKS

_HAN = "一二三四五六七八九十百"
_KOREAN = "가나다라마바사아자차카타파하"
_COUNTER = rf"[0-9]{{1,3}}|[{_HAN}]{{1,4}}|[A-Za-zА-Яа-яё{_KOREAN}]|[ivxIVX]{{1,5}}"

ITEM = re.compile(
    rf"[{BLANK}]*(?:[(（](?:{_COUNTER})[)）]|(?:{_COUNTER})[)）]|[①-⓿❶-➓㈀-㈞㉮-㉻]"
    rf"|[{_HAN}]{{1,4}}、|[0-9]{{1,2}}(?:[.．](?![0-9])|、)|[{_KOREAN}]\.[{BLANK}])"
)
"""The number of an item of a list, at the place where one is looked for."""

ITEM_AFTER_DATE = re.compile(
    rf"[{BLANK}]+(?:[{_KOREAN}]\.[{BLANK}]|[(（]?(?:{_COUNTER})[)）]|[①-⓿])"
)
"""The same without ``5.``, which after a full stop may be a month or a day."""

HEADING = re.compile(
    rf"[{BLANK}(（\[]*(?:(?:[0-9]{{1,3}}[.．])*[0-9]{{1,3}}|[A-Za-zА-Яа-яё]|[IVXLCivxlc]{{1,5}}"
    rf"|[{_KOREAN}]|[{_HAN}]{{1,4}}|第[0-9{_HAN}]{{1,4}}|제[0-9]{{1,3}})\Z"
)
"""A beginning that is nothing but a number, before its full stop."""

INNER = re.compile(rf"(?:[:：;；,，、)）][{BLANK}]*[0-9]{{1,2}}|[:：][{BLANK}]*[{_KOREAN}])\Z")
"""The end of ``任务：1``: a list that begins within its line."""

DATE = re.compile(
    rf"(?:(?<![0-9.])(?:[0-9]{{4}}|['’‘][0-9]{{2}})(?:\.[{BLANK}]?[0-9]{{1,2}}){{1,2}}"
    rf"|(?<![0-9.])[0-9]{{1,2}}\.[{BLANK}]?[0-9]{{1,2}})\Z"
)
"""The end of ``2024. 5. 1`` or ``5. 1``, before the last full stop of the date."""


def next_korean_item(text: str, first: int, stop: int) -> int | None:
    """Where ``나`` of ``가. 일시 … 나.`` stands, given its full stop; None if it is no such item.

    Korean lists run on within a line without an end mark, each item by the next syllable.
    """
    syllable = text[stop - 1]
    if syllable not in _KOREAN[1:] or text[first + 1 : first + 2] != "." or stop < first + 4:
        return None
    before = _KOREAN[_KOREAN.index(syllable) - 1]
    return stop - 1 if text[first] == before and text[stop - 2] in BLANKS else None
