"""The words that say whether a sentence ends: ``data/segmentation_<language>.csv``.

Columns: ``form`` as written without its last full stop (``т.е``, ``p.m``), ``kind`` and ``note``.
Upper and lower case make no difference. English abbreviations count in every language, because
firms, titles and units are written in Latin letters everywhere. Kinds of abbreviations:

- attached: never ends a sentence when something follows (``Mr``, ``ул``, ``т.е``)
- numbered: attached to a number that follows (``No``, ``п``); else a word like any other
- free: may end a sentence; goes on before a small letter or a number (``etc``, ``т.д``)
- modifier: ends a sentence only before a word that begins sentences (``U.S``)
- year: free after a number, attached otherwise (``2020 г.``, ``г. Тюмень``)

Other words: ``follows`` (goes on after a free abbreviation though it has a capital: Monday, США),
``starts`` (begins sentences), ``time`` (a sentence of nothing else has not ended: В 2020 г. Россия
…), ``speaks`` (he said, after a quotation that begins the sentence), ``particle`` and ``quoting``
(go on after a quotation; the latter after any question or exclamation too), ``opens`` (begins a
sentence though a particle begins it: ところが), ``final`` (syllables that end a Korean sentence)
and ``name`` (names that hold an end mark: Yahoo!).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from translate_kit.files import Row, read_table
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

_DATA = Path(__file__).parents[1] / "data"
_COLUMNS = ("form", "kind", "note")
_NOTHING = re.compile(r"(?!)")


class Kind(StrEnum):
    """What a word of the tables tells; see the module."""

    ATTACHED = "attached"
    NUMBERED = "numbered"
    FREE = "free"
    MODIFIER = "modifier"
    YEAR = "year"
    FOLLOWS = "follows"
    STARTS = "starts"
    TIME = "time"
    SPEAKS = "speaks"
    PARTICLE = "particle"
    QUOTING = "quoting"
    OPENS = "opens"
    FINAL = "final"
    NAME = "name"


_ABBREVIATIONS = (Kind.FREE, Kind.YEAR, Kind.MODIFIER, Kind.NUMBERED, Kind.ATTACHED)


@dataclass(frozen=True)
class Words:
    """The tables of one language, ready for looking up and matching."""

    language: str
    abbreviations: dict[str, Kind]
    follows: frozenset[str]
    starts: frozenset[str]
    time: frozenset[str]
    final: frozenset[str]
    names: tuple[str, ...]
    particle: re.Pattern[str]
    quoting: re.Pattern[str]
    opens: re.Pattern[str]
    speaks: re.Pattern[str]


@cache
def words_of(language: str) -> Words:
    """The tables of a language; one that has none of its own gets the English ones."""
    forms: dict[Kind, list[str]] = defaultdict(list)
    for code in dict.fromkeys(("en", language)):
        if code in LANGUAGES:
            for row in read_table(
                _DATA / f"segmentation_{code}.csv", required=_COLUMNS, known=_COLUMNS
            ):
                forms[_kind(row)].append(row.cells["form"])
    return Words(
        language=language,
        abbreviations={form.casefold(): kind for kind in _ABBREVIATIONS for form in forms[kind]},
        follows=_folded(forms[Kind.FOLLOWS]),
        starts=_folded(forms[Kind.STARTS]),
        time=_folded(forms[Kind.TIME]),
        final=_folded(forms[Kind.FINAL]),
        names=tuple(forms[Kind.NAME]),
        particle=_beginning(forms[Kind.PARTICLE]),
        quoting=_beginning(forms[Kind.QUOTING]),
        opens=_beginning(forms[Kind.OPENS]),
        speaks=_speech(forms[Kind.SPEAKS]),
    )


def _kind(row: Row) -> Kind:
    try:
        return Kind(row.cells["kind"])
    except ValueError:
        raise row.bad("kind", _("no such kind of word")) from None


def _folded(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(form.casefold() for form in forms)


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


def _beginning(forms: list[str]) -> re.Pattern[str]:
    return re.compile(_either(forms)) if forms else _NOTHING


def _speech(verbs: list[str]) -> re.Pattern[str]:
    """``Mr. Kim said``, ``王主任表示``: a few words up to a verb of saying, no mark between."""
    if not verbs:
        return _NOTHING
    return re.compile(
        rf"\s?(?:[A-ZА-Я]\w{{0,4}}\. ?){{0,2}}[^.!?…。！？:：,，、\n]{{0,25}}?(?:{_either(verbs)})"
        r"(?=[.,:;。，：；、!?…]|\Z)"
    )
