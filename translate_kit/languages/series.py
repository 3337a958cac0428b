"""Joining a list as a language does, and the names of countries: both from Babel's CLDR data."""

from collections.abc import Sequence

_LOCALES = {"zh": "zh_Hans_CN", "en": "en_CA", "ru": "ru_RU", "ko": "ko_KR", "ja": "ja_JP"}


def series(parts: Sequence[str], language: str) -> str:
    """``A, B and C`` / ``A, B и C`` / ``A, B 및 C`` / ``A、B和C`` / ``A、B、C``."""
    from babel.lists import format_list

    return str(format_list(list(parts), locale=_LOCALES[language]))


def country_name(country: str, language: str) -> str:
    """The name of a country (ISO 3166 alpha-2) in a language, e.g. ``Россия``."""
    from babel import Locale

    return str(Locale.parse(_LOCALES[language]).territories[country])
