"""How a Chinese name is read: one toneless syllable for each character, grouped into words.

Syllables come from ``data/names_surnames.csv`` (surnames are often read unlike the common word, and
some have two characters), otherwise from pypinyin; ``data/names_heteronyms.csv`` lists the
characters whose reading in a name only its bearer knows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from translate_kit.errors import UserError
from translate_kit.files import read_table
from translate_kit.messages import _

Kind = Literal["person", "place"]
DATA = Path(__file__).parent.parent / "data"
_COMPOUND_SURNAME = 2


class AskReading(UserError):  # noqa: N818 - the trade's word
    """A name that the tables can't read alone; ``candidates`` are the readings to choose from."""

    def __init__(self, name: str, why: str, candidates: tuple[str, ...] = ()) -> None:
        self.name, self.candidates = name, candidates
        super().__init__(_("cannot spell “{name}”: {why}").format(name=name, why=why))


@dataclass(frozen=True, slots=True)
class Words:
    """The syllables of a name by word: surname and given name, or the one word of a place."""

    words: tuple[tuple[str, ...], ...]


def read(name: str, *, kind: Kind, readings: str = "") -> Words:
    """The syllables of a name in Chinese characters.

    ``readings`` are syllables from somebody who knows, one for each character, with blanks between
    them (``"qin hui"``, ``"lü jian guo"``; ``v`` for ``ü`` will do). Raises AskReading.
    """
    characters = name.replace("·", "").replace(" ", "")
    if not characters:
        raise AskReading(name, _("there is no name"))
    first = _surname_length(characters) if kind == "person" else 0
    if readings:
        syllables = _given_syllables(name, len(characters), readings)
    elif kind == "person":
        syllables = _of_surname(name, characters[:first])
        syllables += tuple(_of_character(name, c) for c in characters[first:])
    else:
        syllables = _of_place(name, characters)
    words = (syllables[:first], syllables[first:])
    return Words(tuple(word for word in words if word))


def _surname_length(characters: str) -> int:
    """Two for a surname of two characters with a given name behind it, otherwise one."""
    two = characters[:_COMPOUND_SURNAME]
    return len(two) if len(characters) > _COMPOUND_SURNAME and two in _surnames() else 1


def _given_syllables(name: str, count: int, readings: str) -> tuple[str, ...]:
    syllables = tuple(readings.lower().replace("v", "ü").split())
    unknown = [syllable for syllable in syllables if syllable not in table()]
    if unknown:
        raise AskReading(name, _("“{what}” is no Mandarin syllable").format(what=unknown[0]))
    if len(syllables) != count:
        why = _("{count} characters need as many syllables, e.g. “qin hui”")
        raise AskReading(name, why.format(count=count))
    return syllables


def _of_surname(name: str, surname: str) -> tuple[str, ...]:
    readings = _surnames().get(surname)
    if readings is None:
        return tuple(_of_character(name, character) for character in surname)
    if len(readings) > 1:
        raise _two_ways(name, surname, readings)
    return tuple(readings[0].split())


def _of_character(name: str, character: str) -> str:
    candidates = _heteronyms().get(character, ())
    if candidates:
        raise _two_ways(name, character, candidates)
    return _dictionary(name, character)[0]


def _of_place(name: str, characters: str) -> tuple[str, ...]:
    """A place's syllables; a word of the phrase dictionary is read as a whole (重庆)."""
    from pypinyin.constants import PHRASES_DICT

    if characters not in PHRASES_DICT:
        for character in characters:
            if character in _heteronyms():
                raise _two_ways(name, character, _heteronyms()[character])
    return _dictionary(name, characters)


def _dictionary(name: str, characters: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(characters, v_to_u=True, errors="ignore")
    if len(syllables) != len(characters) or any(s not in table() for s in syllables):
        why = _("no table reads “{what}”; give the syllables")
        raise AskReading(name, why.format(what=characters))
    return tuple(syllables)


def _two_ways(name: str, what: str, candidates: tuple[str, ...]) -> AskReading:
    why = _("“{what}” may be {candidates}; ask, and give the syllables")
    return AskReading(name, why.format(what=what, candidates=" / ".join(candidates)), candidates)


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """Syllable -> language -> its spelling (``data/names_syllables.tsv``)."""
    columns = ("pinyin", "ru", "ko")
    rows = read_table(DATA / "names_syllables.tsv", required=columns, known=columns)
    return {row.cells["pinyin"]: row.cells for row in rows}


@cache
def _surnames() -> Mapping[str, tuple[str, ...]]:
    return _readings("names_surnames.csv", "surname")


@cache
def _heteronyms() -> Mapping[str, tuple[str, ...]]:
    return _readings("names_heteronyms.csv", "character")


def _readings(file: str, column: str) -> dict[str, tuple[str, ...]]:
    columns = (column, "readings", "note")
    rows = read_table(DATA / file, required=columns[:2], known=columns)
    return {row.cells[column]: tuple(row.cells["readings"].split("/")) for row in rows}
