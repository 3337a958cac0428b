"""Another value in the place of one, written in the same manner: «20万» for «5万», "8 March 2020".

The manner is proven, not guessed: of the forms that a language has, the one is taken that gives
exactly the text that stands there for the value it has. Where none does there is no answer.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from translate_kit.languages.money import Money, currencies
from translate_kit.languages.money import write as write_money
from translate_kit.languages.months import month_name
from translate_kit.languages.numbers import render
from translate_kit.languages.numbers.folding import fold
from translate_kit.languages.placeables.placeable import MonthDay, Placeable, Value
from translate_kit.languages.placeables.spellings import DATA

_NBSP = "\N{NO-BREAK SPACE}"
_NOON = 12
_DECIMALS = 2  # of a scaled number such as 1.25 million
_NUMBERED_MONTHS = ("zh", "ko", "ja")


def write_like(old: Placeable, new: Value, language: str) -> str | None:
    """``new`` as ``old`` stands in its text, or None where its manner is not one that we know.

    Only values of the same sort can be exchanged, and only such that are written by value:
    spellings (codes, addresses) are their own text.
    """
    for was, becomes in _forms(old, new, language):
        if was is not None and fold(was) == fold(old.text):
            return _blanks_like(old.text, becomes) if becomes else None
    return None


def _forms(old: Placeable, new: Value, language: str) -> Iterator[tuple[str | None, str | None]]:
    """Each form in which the old value may be written, and the new one in it."""
    match old.value, new:
        case Decimal(), Decimal():
            return _number_forms(old.value, new, language)
        case Money(), Money():
            return _money_forms(old, new, language)
        case date(), date():
            return _date_forms("dates", old.value, new, language)
        case MonthDay(), MonthDay():
            return _date_forms("days", old.value, new, language)
        case timedelta(), timedelta():
            return _time_forms(old.value, new, language)
    return iter(())


def _number_forms(old: Decimal, new: Decimal, language: str) -> Iterator[tuple[str, str | None]]:
    yield render(old, language), render(new, language)
    yield _plain(old, language), _plain(new, language)
    grouped = _NBSP if language == "ru" else ","
    yield _grouped(old, language, grouped), _grouped(new, language, grouped)
    for unit, worth in DATA["scales"][language].items():
        was = _scaled(old, worth, unit, language)
        if was is not None:
            yield was, _scaled(new, worth, unit, language)


def _plain(value: Decimal, language: str) -> str:
    return _point(f"{value:f}", language)


def _grouped(value: Decimal, language: str, mark: str) -> str:
    whole, point, fraction = f"{value:f}".partition(".")
    return f"{int(whole):,}".replace(",", mark) + _point(point + fraction, language)


def _scaled(value: Decimal, worth: int, unit: str, language: str) -> str | None:
    """1.25 million; None where the value is smaller than the unit or has too many decimals."""
    head = value / worth
    if head < 1 or head != round(head, _DECIMALS):
        return None
    return render(head, language) + unit


def _point(digits: str, language: str) -> str:
    return digits.replace(".", ",") if language == "ru" else digits


def _money_forms(old: Placeable, new: Money, language: str) -> Iterator[tuple[str, str | None]]:
    """As a letter writes sums; otherwise the same words, in the same currency, round the number."""
    was = old.value
    assert isinstance(was, Money)
    if {was.currency, new.currency} <= set(currencies()):
        yield write_money(was, language), write_money(new, language)
    if was.currency != new.currency:
        return
    for number, becomes in _number_forms(was.amount, new.amount, language):
        before, found, after = fold(old.text).partition(fold(number))
        if found and becomes and not any(c.isdecimal() for c in before + after):
            yield old.text, old.text[: len(before)] + becomes + old.text[len(before + found) :]


def _date_forms(
    table: str, old: date | MonthDay, new: date | MonthDay, language: str
) -> Iterator[tuple[str, str]]:
    for form in DATA[table][language]:
        yield _dated(form, old, language), _dated(form, new, language)


def _dated(form: str, day: date | MonthDay, language: str) -> str:
    named = {} if language in _NUMBERED_MONTHS else {"month": month_name(language, day.month)}
    year = day.year if isinstance(day, date) else None
    return str(form.format(y=year, m=day.month, d=day.day, **named)).replace("~", _NBSP)


def _time_forms(
    old: timedelta, new: timedelta, language: str
) -> Iterator[tuple[str | None, str | None]]:
    for forms in DATA["times"][language]:
        yield _timed(forms, old, language), _timed(forms, new, language)


def _timed(forms: tuple[str, str], at: timedelta, language: str) -> str | None:
    """None for a time past midnight, and for 12 o'clock where the half of the day is named."""
    hour, minute = divmod(int(at.total_seconds()) // 60, 60)
    form = forms[minute > 0]
    halved = "{am}" in form
    if hour >= 24 or (halved and language != "en" and hour % _NOON == 0):
        return None
    words = DATA["halves"][language]
    fields: dict[str, Any] = {"h": hour, "mm": f"{minute:02}", "am": words[hour >= _NOON]}
    return form.format(h12=hour % _NOON or _NOON, **fields).replace("~", _NBSP)


def _blanks_like(model: str, text: str) -> str:
    """Breaking blanks where the text that is replaced had them."""
    return text.replace(_NBSP, " ") if " " in model and _NBSP not in model else text
