"""Proper names that stand beside a common noun, and nouns of two halves.

After «город» the name of a Russian city, or of a foreign one long at home in Russian, declines with
it: «города Тюмени», «города Харбина». Other foreign names stay: «города Дацин», because only so
does the reader see their form (Розенталь, Справочник по правописанию и литературной правке,
«Приложения»; Грамота.ру, «Склонение географических названий»). The cities that decline are
listed in ``data/ru_cities.csv``; a glossary row decides for itself with ``apposition=declines``
or ``apposition=stays``.
"""

from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.languages.ru import morphology

_DATA = Path(__file__).parent.parent / "data"
_TITLES = ("господин", "госпожа", "господа", "товарищ")
"""Before a title of office both decline: господину мэру."""


@cache
def own_cities() -> frozenset[str]:
    """The cities whose names decline after «город»."""
    rows = read_table(_DATA / "ru_cities.csv", required=("city",), known=("city", "note"))
    return frozenset(row.cells["city"] for row in rows)


def declines(generic: str, name: str, said: str | None) -> bool:
    """Whether ``name`` changes when ``generic``, standing right before it, does."""
    if said:
        return said == "declines"
    if generic.lower() in _TITLES:
        return True
    return generic.lower() in ("город", "города") and name in own_cities()


def first_half(word: str) -> str:
    """The half before the hyphen where it declines too (город-побратим), otherwise nothing."""
    left, hyphen, right = word.partition("-")
    if not hyphen or _is_one_word(word) or not _declinable(left) or not _declinable(right):
        return ""
    return "" if "frozen" in morphology.own_forms().get(left.lower(), {}) else left


def second_half(word: str) -> str:
    """What declines of a word with a frozen first half: «тест» of ПЦР-тест; else the word."""
    left, hyphen, right = word.rpartition("-")
    if not hyphen or _is_one_word(word) or not _declinable(right) or not left:
        return word
    return right


def _is_one_word(word: str) -> bool:
    return any(reading.parse.is_known for reading in morphology.nouns(word)) and bool(
        morphology.analyzer().word_is_known(word)
    )


def _declinable(half: str) -> bool:
    if len(half) > 1 and half.isupper():
        return False
    known = [r for r in morphology.nouns(half) if r.parse.is_known]
    return any("Fixd" not in r.parse.tag for r in known)
