"""How each language writes a time of day, as patterns for ``times``.

Sources: GB/T 15835-2011 and usage (zh), *The Canadian Style* 5.12 (en), ГОСТ Р 7.0.97-2025 and
usage (ru), 행정업무의 운영 및 혁신에 관한 규정 제7조: 24-hour digits with a colon (ko),
公用文作成の考え方 (ja).
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from translate_kit.errors import NotKnown
from translate_kit.files import read_table
from translate_kit.messages import _

DATA = Path(__file__).parent / "data"

# Not a part of 1:10:100 or 21:20:05.
_COLON = r"(?<![\d.,])(?<!\d:)(?P<colon_hour>[01]?\d|2[0-4]):(?P<colon_minute>[0-5]\d)(?![\d:])"
_HOUR = r"(?P<hour>(?<![\d.,])(?<!\d:)\d{1,2})"


@cache
def periods(language: str) -> Mapping[str, str]:
    """The words for parts of the day -> am, pm, noon, night or small_hours."""
    columns = ("language", "word", "period", "note")
    rows = read_table(DATA / "day_periods.csv", required=columns[:3], known=columns)
    return {r.cells["word"]: r.cells["period"] for r in rows if r.cells["language"] == language}


def _chinese() -> str:
    hour = r"(?P<hour>(?<![\d.])\d{1,2}|十[一二]|[一二两三四五六七八九十])"
    # Without a part of the day, only these say that 点 is the clock's and no point of a list.
    clock = (
        r"(?=\s?点(?:半|[一三]刻|\s?\d|钟|整|多|许|左右|前|后|刚过|之前|之后|以前|以后)"
        r"|(?<=\d)\s?时(?![候间期代段常]))|(?<=[至到~～—-]\d)(?=点)|(?<=[至到~～—-]\d\d)(?=点)"
    )
    minute = (
        r"(?:\s?(?P<minute>半|[一三]刻|\d{1,2}(?=\s?分)|[0-5]\d(?![\d.%％])))?(?:(?<=\d)\s?分)?"
    )
    return (
        rf"(?!晚一点)(?:(?P<before>{_words('zh')})\s?(?:大?约|近)?\s?)?"
        rf"(?:{_COLON}|{hour}(?(before)|(?:{clock}))\s?[点时]{minute})"
    )


def _english() -> str:
    after = rf"(?:{_words('en')})(?!\w)"
    later = rf"\s?(?:[-–—]|to)\s?\d{{1,2}}(?::\d\d)?\s?{after}"  # 2 to 5 p.m.
    return (
        rf"(?:{_COLON}|{_HOUR}(?:\.(?P<minute>[0-5]\d))?(?=\s?{after}|{later}|\s?o['’]clock))"
        rf"(?:\s?o['’]clock)?(?:\s?(?P<after>{_words('en')})(?!\w))?"
    )


def _russian() -> str:
    hours = r"\s?(?:ч\.?|час(?:а|ов|ам|у)?)(?!\w)"
    minutes = r"\s?(?P<minute>\d{1,2})\s?мин(?:\.|ут[аыу]?)?(?!\w)"
    # 3 часа is a duration and 2 дня are two days: a time needs minutes, a part of the day, or в.
    return (
        rf"(?:{_COLON}|(?<=\bв\s){_HOUR}\.(?P<dot_minute>[0-5]\d)(?!\d|[.,]\d|\s?(?:%|раз))"
        rf"|(?<![\d.,])(?<!\d:)(?P<hour_said>\d{{1,2}})"
        rf"(?:{hours}{minutes}|(?:{hours})(?=\s(?:{_words('ru')}))|(?<=\bв\s\d){hours}"
        rf"|(?<=\bв\s\d\d){hours}|(?=\s(?:утра|вечера)(?!\w))))"
        rf"(?:\s(?P<after>{_words('ru')})(?!\w))?"
    )


def _korean() -> str:
    return (
        rf"(?:(?P<before>{_words('ko')})\s?)?(?:{_COLON}|"
        rf"{_HOUR}\s?시(?![간장도설민내군작리점스즌])"
        r"(?:\s?(?P<minute>반|\d{1,2}(?=\s?분)))?(?:(?<=\d)\s?분)?)"
    )


def _japanese() -> str:
    return (
        rf"(?:(?P<before>{_words('ja')})の?\s?)?(?:{_COLON}|"
        rf"{_HOUR}\s?時(?![間代期点])(?P<minute>半|\d{{1,2}}(?=\s?分))?(?:(?<=\d)\s?分)?)"
    )


_LANGUAGES: Mapping[str, Callable[[], str]] = {
    "zh": _chinese,
    "en": _english,
    "ru": _russian,
    "ko": _korean,
    "ja": _japanese,
}


@cache
def pattern(language: str) -> re.Pattern[str]:
    """The form of a time, with groups ``hour`` and ``minute`` or the two of 8:30, and the part of
    the day ``before`` or ``after`` it. Raises NotKnown for a language other than the five.
    """
    try:
        return re.compile(_LANGUAGES[language](), re.IGNORECASE)
    except KeyError:
        raise NotKnown(_("language"), language, _LANGUAGES) from None


def _words(language: str) -> str:
    return "|".join(re.escape(word) for word in sorted(periods(language), key=len, reverse=True))
