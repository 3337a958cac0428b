"""How each language writes a date, as patterns for ``dates``.

Sources: GB/T 15835-2011 and GB/T 9704-2012 (zh), *The Canadian Style* 5.14 and *New Hart's Rules*
(en), ГОСТ Р 7.0.97-2025 and the usage of its commentaries (ru), 행정업무의 운영 및 혁신에 관한 규정
제7조 (ko), 公用文作成の考え方 (ja), ISO 8601 (all).
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from translate_kit.errors import NotKnown
from translate_kit.languages.eras import FIRST_YEAR, eras
from translate_kit.languages.months import month_forms
from translate_kit.messages import _


def _month_names(language: str) -> str:
    """An alternation of month names, the longest first so that ``Sept.`` goes before ``Sep``."""
    names = [name for forms in month_forms(language).values() for name in forms]
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _compiled(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


# Not inside a standard's code or a part number: GB 19082-2009-01-02.
_ISO = r"(?<![0-9A-Za-zА-Яа-яЁё_.-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])"
_SLASHES = r"(?<![\d/])(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])"


def _chinese() -> tuple[re.Pattern[str], ...]:
    number = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
    day = (
        rf"(?P<month>{number})\s?月\s?(?P<day>{number})"
        rf"(?:[日号]?\s?(?:至|到|[-–—~～])\s?(?P<until>{number}))?\s?[日号]"
    )
    year = r"(?<!\d)(?P<year>\d{4}|[〇零一二三四五六七八九]{4})\s?年\s?"
    stops = r"(?<![\d.])(?P<year>\d{4})\.(?P<month>\d{1,2})\.(?P<day>\d{1,2})(?![\d.]*\d)"
    return _compiled(year + day, rf"(?<!\d){day}", _ISO, _SLASHES, stops)


def _japanese() -> tuple[re.Pattern[str], ...]:
    day = (
        r"(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})"
        r"(?:日?\s?(?:から|[-–—~～〜])\s?(?P<until>\d{1,2}))?\s?日(?!間)"
    )
    names = "|".join(eras())
    initials = "".join(era.initial for era in eras().values())
    era = rf"(?P<era>{names})\s?(?P<year>{FIRST_YEAR}|\d{{1,2}})\s?年\s?"
    short = (
        rf"(?<![A-Za-z])(?P<era>(?-i:[{initials}]))(?P<year>\d{{1,2}})\."
        r"(?P<month>\d{1,2})\.(?P<day>\d{1,2})(?![\d.])"
    )
    year = r"(?<!\d)(?P<year>\d{4})\s?年\s?"
    return _compiled(era + day, year + day, rf"(?<!\d){day}", short, _ISO, _SLASHES)


def _korean() -> tuple[re.Pattern[str], ...]:
    day = (
        r"(?P<month>\d{1,2})\s?월\s?(?P<day>\d{1,2})"
        r"(?:일?\s?(?:부터|에서|[-–—~～])\s?(?P<until>\d{1,2}))?\s?일(?!간)"
    )
    stops = (
        r"(?<![\d.])(?P<year>\d{4})\.\s?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})"
        r"(?:\.?\s?[-–~～]\s?(?P<until>\d{1,2}))?(?:\.(?!\d)|(?![\d.]))"
    )
    year = r"(?<!\d)(?P<year>\d{4})\s?년\s?"
    return _compiled(year + day, rf"(?<!\d){day}", stops, _ISO, _SLASHES)


def _russian() -> tuple[re.Pattern[str], ...]:
    ordinal = r"(?:-?(?:го|е|ое|му|м))?"
    names = (
        r"(?<![\d.,])[«\"„“]?(?P<day>\d{1,2})[»\"“”]?"
        + ordinal
        + r"(?:\s?(?:[-–—]|по)\s?(?P<until>\d{1,2})"
        + ordinal
        + r")?"
        rf"\s(?P<month>{_month_names('ru')})(?!\w)"
        r"(?:\s?(?P<year>\d{4})(?!\d)(?:\s?(?:г\.|год[ауе]?м?(?!\w)))?)?"
    )
    numeric = (
        r"(?<![\d.])(?P<day>\d{1,2})[./](?P<month>\d{2})[./](?P<year>\d{4}|\d{2})"
        r"(?![\d])(?!\.\d)(?:\s?г\.)?"
    )
    return _compiled(names, numeric, _ISO)


def _english() -> tuple[re.Pattern[str], ...]:
    names = rf"(?P<month>{_month_names('en')})"
    ordinal = r"(?:st|nd|rd|th)?"
    day = rf"(?P<day>\d{{1,2}})(?!\d){ordinal}"
    until = rf"(?:\s?(?:[-–—]|to|through|and)\s?(?P<until>\d{{1,2}})(?!\d){ordinal})?"
    american = rf"(?<!\w){names}\s(?:the\s)?{day}{until}(?:(?:,\s?|\s)(?P<year>\d{{4}})(?!\d))?"
    british = (
        rf"(?<![\d.,]){day}{until}\s(?:of\s)?{names}(?!\w)"
        r"(?:(?:,\s?|\s)(?P<year>\d{4})(?!\d))?"
    )
    month, late_day = r"(?P<month>0?[1-9]|1[0-2])", r"(?P<day>1[3-9]|2\d|3[01])"
    year = r"(?P<year>\d{4})(?![\d/])"
    return _compiled(
        american,
        british,
        _ISO,
        _SLASHES,
        rf"(?<![\d/]){month}/{late_day}/{year}",
        rf"(?<![\d/]){late_day}/{month}/{year}",
    )


_LANGUAGES: Mapping[str, Callable[[], tuple[re.Pattern[str], ...]]] = {
    "zh": _chinese,
    "en": _english,
    "ru": _russian,
    "ko": _korean,
    "ja": _japanese,
}


@cache
def patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """The forms of a language, the fullest first: with its year a date must not be cut short.

    Each has the groups ``month`` and ``day``, and where the form has them ``year``, ``era`` and
    ``until``, the last day of a range. Raises NotKnown for a language other than the five.
    """
    try:
        return _LANGUAGES[language]()
    except KeyError:
        raise NotKnown(_("language"), language, _LANGUAGES) from None
