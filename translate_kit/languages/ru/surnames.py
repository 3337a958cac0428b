"""The declension of one surname in the singular, by ending and sex.

Source: Грамота.ру, «Склонение фамилий» (after Л. П. Калакуцкая, Склонение фамилий и личных имён в
русском литературном языке, 1984); Розенталь, Справочник по правописанию, § 149-152. Surnames that
break the rule of their ending are listed in ``data/ru_surnames.csv``.
"""

from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.languages.ru.morphology import CannotInflect, Case
from translate_kit.messages import _

_DATA = Path(__file__).parent.parent / "data"
_VOWELS = "аеёиоуыэюя"
_HUSHING = "жшчщц"
_VELAR = "гкх"
_FLEETING = ("ец", "ок", "ек", "ёк", "ень", "онь")

_ORDER: tuple[Case, ...] = ("genitive", "dative", "accusative", "instrumental", "prepositional")


def _paradigm(endings: str) -> dict[Case, str]:
    return dict(zip(_ORDER, endings.split(), strict=True))


_RUSSIAN = {"m": _paradigm("а у а ым е"), "f": _paradigm("ой ой у ой ой")}
"""Пушкин, Петров, Пушкина, Петрова: the instrumental is an adjective's."""
_HARD_ADJECTIVE = {"m": _paradigm("ого ому ого ым ом"), "f": _paradigm("ой ой ую ой ой")}
_KIY_ADJECTIVE = {"m": _paradigm("ого ому ого им ом"), "f": _paradigm("ой ой ую ой ой")}
_SOFT_ADJECTIVE = {"m": _paradigm("его ему его им ем"), "f": _paradigm("ей ей юю ей ей")}
_CONSONANT = _paradigm("а у а ом е")
_SOFT = _paradigm("я ю я ем е")
_A = _paradigm("ы е у ой е")
_A_AFTER_VELAR = _paradigm("и е у ой е")
_A_AFTER_HUSHING = _paradigm("и е у ей е")
_YA = _paradigm("и е ю ей е")
_IYA = _paradigm("и и ю ей и")


def surname_in_case(surname: str, sex: str, case: Case, *, foreign: bool = False) -> str:
    """The surname of a person of ``sex`` (``m``, ``f``) in that case.

    ``foreign`` keeps -ин and -ов from being Russian (Дэн Сяопином, not Сяопиным). Halves of a
    double surname decline each by itself. Raises CannotInflect where the ending leaves it open.
    """
    if case == "nominative":
        return surname
    halves = surname.split("-")
    return "-".join(
        half if _stays(half, last=half is halves[-1]) else _one(half, sex, case, foreign)
        for half in halves
    )


def _stays(half: str, *, last: bool) -> bool:
    """Whether it never changes: Живаго, Шевченко, Черных; Тян in Семёнов-Тян-Шанский."""
    lower = half.lower()
    if lower[-1] in "оеёиуыэю" or lower.endswith(("ых", "их")):
        return True
    return _exceptions().get(half) == "indeclinable" or (not last and len(half) <= 3)


def _one(surname: str, sex: str, case: Case, foreign: bool) -> str:
    foreign = foreign or _exceptions().get(surname) == "foreign"
    if not foreign:
        russian = _russian(surname, sex, case)
        if russian:
            return russian
    last = surname[-1].lower()
    if last in "ая":
        return _in_a(surname, case)
    return surname if sex == "f" else _in_consonant(surname, case)


def _russian(surname: str, sex: str, case: Case) -> str | None:
    """The form of a surname that is Russian by its ending, otherwise None."""
    lower = surname.lower()
    for endings, cut, paradigm in (
        (("ов", "ев", "ёв", "ин", "ын"), 0, _RUSSIAN),
        (("ский", "цкий", "ской", "цкой", "кий", "гий", "хий"), 2, _KIY_ADJECTIVE),
        (
            ("ный", "лый", "рый", "вый", "тый", "дый", "бый", "мый", "пый", "сый"),
            2,
            _HARD_ADJECTIVE,
        ),
        (("ний",), 2, _SOFT_ADJECTIVE),
    ):
        if sex == "m" and lower.endswith(endings):
            return surname[: len(surname) - cut] + paradigm["m"][case]
    if sex == "m" and lower.endswith("ой") and _syllables(lower) > 1:
        velar = lower[-3] in _VELAR + _HUSHING
        return surname[:-2] + (_KIY_ADJECTIVE if velar else _HARD_ADJECTIVE)["m"][case]
    return _russian_woman(surname, case) if sex == "f" else None


def _russian_woman(surname: str, case: Case) -> str | None:
    lower = surname.lower()
    if lower.endswith(("ова", "ева", "ёва", "ина", "ына")) and len(surname) > 4:
        return surname[:-1] + _RUSSIAN["f"][case]
    if lower.endswith("ая"):
        return surname[:-2] + _HARD_ADJECTIVE["f"][case]
    if lower.endswith("яя"):
        return surname[:-2] + _SOFT_ADJECTIVE["f"][case]
    return None


def _in_a(surname: str, case: Case) -> str:
    """Глинка, Окуджава, Берия of either sex; after a vowel -а is foreign and stays (Моруа)."""
    lower, stem = surname.lower(), surname[:-1]
    before = lower[-2]
    if lower.endswith("я"):
        return stem + (_IYA if before == "и" else _YA)[case]
    if before in _VOWELS:
        return surname
    if before in _HUSHING:
        if case == "instrumental":
            raise _open(surname, case)
        return stem + _A_AFTER_HUSHING[case]
    return stem + (_A_AFTER_VELAR if before in _VELAR else _A)[case]


def _in_consonant(surname: str, case: Case) -> str:
    """A man's surname in a consonant, -й or -ь; a fleeting vowel or a stress may be unknown."""
    lower = surname.lower()
    if lower.endswith(_FLEETING):
        raise _open(surname, case)
    if lower[-1] in "йь":
        stem = surname[:-1]
        if lower.endswith("ий"):
            return stem + (_SOFT | {"prepositional": "и"})[case]
        return stem + _SOFT[case]
    if case == "instrumental" and lower[-1] in _HUSHING:
        if lower.endswith(("ович", "евич")):
            return surname + "ем"
        raise _open(surname, case)
    return surname + _CONSONANT[case]


def _syllables(word: str) -> int:
    return sum(letter in _VOWELS for letter in word)


def _open(surname: str, case: Case) -> CannotInflect:
    return CannotInflect(
        surname,
        _("the family itself decides (Кравцу or Кравецу?); give the form as “{key}”").format(
            key=f"surname {case}"
        ),
    )


@cache
def _exceptions() -> dict[str, str]:
    """Surname -> ``indeclinable`` or ``foreign`` (declines, but not like a Russian one)."""
    columns = ("surname", "kind", "note")
    rows = read_table(_DATA / "ru_surnames.csv", required=columns[:2], known=columns)
    return {row.cells["surname"]: row.cells["kind"] for row in rows}
