"""Single values of a request file, read by field type; every refusal names file and field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from translate_kit.errors import BadData, UserError
from translate_kit.languages.money import Money, find_money
from translate_kit.languages.numbers import parse
from translate_kit.letters.characters import invisible
from translate_kit.letters.kind import Field
from translate_kit.letters.wording import Wording
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

_BLANK_LINES = re.compile(r"[ \t]*\n\s*\n\s*")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_WRAPPED = re.compile(r"(?<=[^\x00-\x7f])[ \t]*\n[ \t]*(?=[^\x00-\x7f])")

Value = date | time | int | str | bool | tuple[str, ...] | Wording | tuple[Wording, ...] | Money


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of the file at its place."""

    file: Path
    field: str
    value: Any

    def bad(self, why: str) -> BadData:
        """The error to raise for this value."""
        return BadData(self.file, why, field=self.field)

    def at(self, key: str | int, value: Any) -> "Entry":
        """A value inside this one, by key or by position (counted from 1, as people count)."""
        place = f"{self.field}[{key}]" if isinstance(key, int) else f"{self.field}.{key}"
        return Entry(self.file, place, value)

    def each(self) -> list["Entry"]:
        """The values of a list."""
        if not isinstance(self.value, list):
            raise self.bad(_("write a list: [ ... ]"))
        return [self.at(n, value) for n, value in enumerate(self.value, 1)]


def read_value(entry: Entry, field: Field) -> Value:
    """The entry's value as the field's type says; raises BadData where it does not fit."""
    return _READERS[field.type](entry, field)


def as_date(entry: Entry) -> date:
    """A TOML date, or a string ``2020-02-08``."""
    value = entry.value
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value.strip())
        except ValueError:
            value = None
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, date):
        raise entry.bad(_("write a date like 2020-02-08"))
    return value


def as_time(entry: Entry) -> time:
    """A TOML time, or a string ``08:30``, on the 24-hour clock."""
    value = entry.value
    if isinstance(value, str):
        try:
            value = time.fromisoformat(value.strip())
        except ValueError:
            value = None
    if not isinstance(value, time):
        raise entry.bad(_("write a time on the 24-hour clock like 08:30"))
    return value.replace(second=0, microsecond=0)


def as_count(entry: Entry) -> int:
    """A whole number above zero."""
    if isinstance(entry.value, bool) or not isinstance(entry.value, int) or entry.value < 1:
        raise entry.bad(_("write a whole number above zero"))
    return entry.value


def as_string(entry: Entry) -> str:
    """A text on one line, trimmed."""
    if not isinstance(entry.value, str):
        raise entry.bad(_('write a text in quotes: "..."'))
    return _clean(entry, " ".join(entry.value.split()))


def as_strings(entry: Entry) -> tuple[str, ...]:
    """A list of texts; a single text counts as a list of one."""
    if isinstance(entry.value, str):
        return (as_string(entry),)
    return tuple(as_string(one) for one in entry.each())


def as_quantity(entry: Entry) -> Decimal:
    """A number above zero: ``30000``, or as people write it, ``"3万"``."""
    value = entry.value
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise entry.bad(_('write a number: 30000 or "3万"'))
    try:
        number = parse(value, "zh") if isinstance(value, str) else Decimal(str(value))
    except (UserError, ValueError) as error:
        raise entry.bad(str(error)) from None
    if not number.is_finite() or number <= 0:
        raise entry.bad(_("the quantity must be above zero"))
    return number


def as_wording(entry: Entry) -> Wording:
    """A Chinese text, or a table ``{ zh = "...", ru = "..." }``; paragraphs keep their breaks."""
    value = entry.value
    if isinstance(value, str):
        value = {"zh": value}
    if not isinstance(value, dict) or not value:
        raise entry.bad(_('write a text, or a table by language: { zh = "...", ru = "..." }'))
    texts = {}
    for language, text in value.items():
        one = entry.at(language, text)
        if language not in LANGUAGES:
            raise one.bad(_("languages are: {known}").format(known=", ".join(LANGUAGES)))
        if not isinstance(text, str) or not text.strip():
            raise one.bad(_("write a text that is not empty, or leave the field out"))
        texts[language] = _joined(_clean(one, text.strip()), language)
    return Wording(texts)


def _joined(text: str, language: str) -> str:
    """The text with a blank line between paragraphs and no line breaks inside them: those are the
    file's. Nothing comes between two characters of a language without blanks."""
    paragraphs = _BLANK_LINES.split(text)
    if language in ("zh", "ja"):
        paragraphs = [_WRAPPED.sub("", paragraph) for paragraph in paragraphs]
    return "\n\n".join(_BREAK.sub(" ", paragraph) for paragraph in paragraphs)


def as_wordings(entry: Entry) -> tuple[Wording, ...]:
    """A list of wordings."""
    return tuple(as_wording(one) for one in entry.each())


def _choice(entry: Entry, field: Field) -> str:
    if entry.value not in field.choices:
        why = _("“{value}” is not one of {allowed}")
        raise entry.bad(why.format(value=entry.value, allowed=", ".join(field.choices)))
    return str(entry.value)


def _choices(entry: Entry, field: Field) -> tuple[str, ...]:
    chosen = tuple(_choice(one, field) for one in entry.each())
    if len(set(chosen)) < len(chosen):
        raise entry.bad(_("a choice is there twice"))
    return tuple(choice for choice in field.choices if choice in chosen)


def _flag(entry: Entry) -> bool:
    if not isinstance(entry.value, bool):
        raise entry.bad(_("write true or false"))
    return entry.value


def _mark(entry: Entry) -> str:
    """A flight, a waybill or a lot: letters and digits, not empty."""
    mark = as_string(entry)
    if not mark:
        raise entry.bad(_("write a text that is not empty, or leave the field out"))
    return mark


def as_money(entry: Entry) -> Money:
    """``"285 CNY"`` or ``"285元"``: one sum, and a currency that can be no other."""
    text = as_string(entry)
    found = find_money(text, "zh")
    if len(found) != 1 or not found[0].sure or found[0].text != text:
        raise entry.bad(_('write a sum with its currency: "285 CNY" or "285元"'))
    return found[0].money


def _clean(entry: Entry, text: str) -> str:
    """Refuse characters that no letter can show: they would vanish, or break a file."""
    for character in text:
        if invisible(character):
            why = _("there is an invisible control character (U+{code}); delete it")
            raise entry.bad(why.format(code=f"{ord(character):04X}"))
    return text


def _plainly(read: Callable[[Entry], Value]) -> Callable[[Entry, Field], Value]:
    return lambda entry, field: read(entry)


_READERS: Mapping[str, Callable[[Entry, Field], Value]] = {
    "date": _plainly(as_date),
    "time": _plainly(as_time),
    "number": _plainly(as_count),
    "code": _plainly(_mark),
    "choice": _choice,
    "choices": _choices,
    "flag": _plainly(_flag),
    "line": _plainly(as_wording),
    "lines": _plainly(as_wordings),
    "text": _plainly(as_wording),
    "money": _plainly(as_money),
}
