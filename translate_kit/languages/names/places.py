"""Places with an established name, and the common noun at a place's end: 市, 省, 县, 区."""

from collections.abc import Mapping
from functools import cache

from translate_kit.files import read_table
from translate_kit.languages.names.reading import DATA

_LANGUAGES = ("zh", "en", "ru", "ko", "ja")


def established(place: str, language: str) -> str | None:
    """The name that maps and newspapers use (``data/names_places.csv``), or None."""
    row = _places().get(place)
    return row[language] if row else None


def split(place: str, language: str) -> tuple[str, str]:
    """The place without its common noun, and the noun: 大庆市 -> 大庆, 市.

    A noun after a single character is part of the name (辉县 Huixian; GB/T 28039 and the rules for
    place names write them together; Korean says 후이현 all the same), and so is one in a name that
    is established as it stands.
    """
    shortest = len("辉县") if language == "ko" and place.endswith("县") else len("大庆市")
    if len(place) >= shortest and place[-1] in _generics() and place not in _places():
        return place[:-1], place[-1]
    return place, ""


def generic(noun: str, language: str) -> str:
    """The common noun in a language: 市 -> City, город, 시, 市."""
    return _generics()[noun][language]


@cache
def _places() -> Mapping[str, Mapping[str, str]]:
    rows = read_table(DATA / "names_places.csv", required=_LANGUAGES, known=(*_LANGUAGES, "note"))
    return {row.cells["zh"]: row.cells for row in rows}


@cache
def _generics() -> Mapping[str, Mapping[str, str]]:
    rows = read_table(DATA / "names_generics.csv", required=_LANGUAGES, known=_LANGUAGES)
    return {row.cells["zh"]: row.cells for row in rows}
