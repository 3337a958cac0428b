"""The request: the one record of facts from which a letter is written in every language.

A request is a TOML file. It is checked as a whole before anything is written, and what is wrong
names the file and the field.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from translate_kit.errors import BadData, NotKnown, UserError, nearest
from translate_kit.files import read_toml
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.store import Glossary
from translate_kit.languages.counters import Counter, counter, counters, find
from translate_kit.languages.money import Money
from translate_kit.letters.entry import (
    Entry,
    Value,
    as_date,
    as_money,
    as_quantity,
    as_string,
    as_strings,
    as_wording,
    as_wordings,
    read_value,
)
from translate_kit.letters.kind import COMMON, Field, Kind
from translate_kit.letters.wording import Wording
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

ANSWERED = "letter_date"
"""The field in which a kind of letter has the date of the letter it answers."""
OUTSIDE_THE_BODY = ("enclosures", "signer")
"""Where the words of a request stand that no template prints."""
ITEM_KEYS = ("item", "quantity", "unit", "standards", "price", "note")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Item:
    """Goods: a glossary concept, how many of it, counted how, by which standards as typed.

    ``price`` is for one of it.
    """

    concept: Concept
    quantity: Decimal
    counter: Counter | None
    standards: tuple[str, ...]
    price: Money | None
    note: Wording | None


@dataclass(frozen=True, slots=True)
class Request:
    """The facts of one letter, all valid; ``values`` holds the kind's own fields as given.

    ``your_reference`` and ``your_date`` are the number and the date of the letter it answers.
    """

    file: Path
    kind: Kind
    date: datetime.date
    reference: str
    your_reference: str
    your_date: datetime.date | None
    items: tuple[Item, ...]
    enclosures: tuple[Wording, ...]
    signer: Wording | None
    values: Mapping[str, Value]

    def dates(self) -> Mapping[str, datetime.date]:
        """The dates that were given, by the names of their fields."""
        given = {"your_reference_date": self.your_date} | dict(self.values)
        dates = {name: day for name, day in given.items() if isinstance(day, datetime.date)}
        if ANSWERED in dates:  # the same date, and the kind's own name for it
            del dates["your_reference_date"]
        return dates

    def wordings(self) -> Mapping[str, Wording]:
        """Everything that is given in words, by its place: ``items[1].note``, ``situation``."""
        found: dict[str, Any] = {
            f"items[{n}].note": one.note for n, one in enumerate(self.items, 1)
        }
        for name, value in self.values.items():
            listed = isinstance(value, tuple)
            found |= _numbered(name, value) if listed else {name: value}
        found |= _numbered("enclosures", self.enclosures) | {"signer": self.signer}
        return {place: one for place, one in found.items() if isinstance(one, Wording)}


def _numbered(name: str, values: Any) -> dict[str, Any]:
    return {f"{name}[{number}]": one for number, one in enumerate(values, 1)}


def read_request(path: Path, kind: Kind, glossary: Glossary) -> Request:
    """Read and check a request file; raises BadData for the first thing that is wrong with it."""
    return check_request(path, read_toml(path), kind, glossary)


def check_request(path: Path, data: Mapping[str, Any], kind: Kind, glossary: Glossary) -> Request:
    """The request that ``data`` (as TOML gives it) describes; ``path`` is for messages."""
    if data.get("kind", kind.id) != kind.id:
        why = _("this request is for a letter of the kind “{kind}”").format(kind=data["kind"])
        raise BadData(path, why, field="kind")
    _refuse_unknown(path, data, (*COMMON, *(field.name for field in kind.fields)), "")
    values = _values(path, data, kind)
    request = Request(
        file=path,
        kind=kind,
        date=as_date(_required(path, data, "date")),
        reference=_optional(path, data, "reference", as_string, ""),
        your_reference=_optional(path, data, "your_reference", as_string, ""),
        your_date=_your_date(path, data, values.get(ANSWERED)),
        items=_items(path, data, kind, glossary),
        enclosures=_optional(path, data, "enclosures", as_wordings, ()),
        signer=_optional(path, data, "signer", as_wording, None),
        values=values,
    )
    _refuse_wrong_time(request)
    return request


def _your_date(path: Path, data: Mapping[str, Any], own: Value | None) -> datetime.date | None:
    """The date of the letter we answer; ``own`` is the kind's own field for it."""
    day = _optional(path, data, "your_reference_date", as_date, None)
    answered = own if isinstance(own, datetime.date) else None
    if day and answered and day != answered:
        why = _("{day} is another date than that of {field}, {other}; write it once")
        why = why.format(day=day, field=ANSWERED, other=answered)
        raise BadData(path, why, field="your_reference_date")
    if day and not data.get("your_reference"):
        why = _("a date without a number: write your_reference too")
        raise BadData(path, why, field="your_reference_date")
    return day or answered


def _values(path: Path, data: Mapping[str, Any], kind: Kind) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for field in kind.fields:
        if field.name in data:
            values[field.name] = read_value(Entry(path, field.name, data[field.name]), field)
        elif field.required:
            raise BadData(path, _missing(field), field=field.name)
    return values


def _missing(field: Field) -> str:
    why = _("this field is required and missing: {help}").format(help=field.explain())
    if field.choices:
        why += _(" (one of {choices})").format(choices=", ".join(field.choices))
    return why


def _required(path: Path, data: Mapping[str, Any], name: str, place: str = "") -> Entry:
    if name not in data:
        raise BadData(path, _("this field is required and missing"), field=place + name)
    return Entry(path, place + name, data[name])


def _optional(
    path: Path, data: Mapping[str, Any], name: str, read: Callable[[Entry], T], default: T
) -> T:
    return read(Entry(path, name, data[name])) if name in data else default


def _refuse_unknown(
    path: Path, data: Mapping[str, Any], known: tuple[str, ...], place: str
) -> None:
    for name in data:
        if name in known:
            continue
        near = nearest(name, known)
        why = (
            _("unknown field; did you mean “{near}”?").format(near=near)
            if near
            else _("unknown field; known are: {known}").format(known=", ".join(known))
        )
        raise BadData(path, why, field=place + name)


def _items(path: Path, data: Mapping[str, Any], kind: Kind, glossary: Glossary) -> tuple[Item, ...]:
    listed = Entry(path, "items", data.get("items", []))
    items = tuple(_item(entry, glossary) for entry in listed.each())
    if not items and kind.items == "required":
        why = _("a letter of this kind needs goods: write [[items]] with item and quantity")
        raise listed.bad(why)
    if items and kind.items == "none":
        raise listed.bad(_("a letter of this kind has no goods; delete them"))
    seen = set()
    for number, item in enumerate(items, 1):
        if (item.concept.id, item.standards) in seen:
            raise listed.at(number, None).bad(_("the same goods are there twice; add them up"))
        seen.add((item.concept.id, item.standards))
    return items


def _item(entry: Entry, glossary: Glossary) -> Item:
    if not isinstance(entry.value, dict):
        raise entry.bad(_("goods are a table with item and quantity"))
    path, data, place = entry.file, entry.value, entry.field + "."
    _refuse_unknown(path, data, ITEM_KEYS, place)
    concept = _concept(_required(path, data, "item", place), glossary)
    return Item(
        concept=concept,
        quantity=as_quantity(_required(path, data, "quantity", place)),
        counter=_counter(entry, data.get("unit"), concept),
        standards=as_strings(entry.at("standards", data.get("standards", []))),
        price=as_money(entry.at("price", data["price"])) if "price" in data else None,
        note=as_wording(entry.at("note", data["note"])) if "note" in data else None,
    )


def _concept(entry: Entry, glossary: Glossary) -> Concept:
    try:
        concept = glossary.resolve(as_string(entry))
    except NotKnown as error:
        hint = _("add it to a glossary, or look for it with “translate-kit glossary search”")
        raise entry.bad(f"{error}; {hint}") from None
    except BadData:
        raise
    except UserError as error:
        raise entry.bad(str(error)) from None
    missing = [code for code in LANGUAGES if concept.preferred(code) is None]
    if missing:
        why = _("the concept {id} has no preferred term in: {languages}")
        raise entry.bad(why.format(id=concept.id, languages=", ".join(missing)))
    return concept


def _counter(entry: Entry, unit: Any, concept: Concept) -> Counter | None:
    """The counter the unit names; the concept's own where the word has several meanings.

    Without a unit the concept's counter is used. Gloves asked for in 只 instead of 双 are counted
    in pieces, as written: ``compose`` warns, because a pair read as a piece halves an order.
    """
    own = counter(concept.counter) if concept.counter else None
    if unit is None:
        return own
    word = as_string(entry.at("unit", unit))
    found = find(word, "zh") or tuple(c for code in LANGUAGES for c in find(word, code))
    if not found:
        words = [one.names["zh"] for one in counters().values()]
        raise entry.at("unit", unit).bad(str(NotKnown(_("unit"), word, words)))
    return own if own in found else found[0]


def _refuse_wrong_time(request: Request) -> None:
    """A deadline before the letter, or goods received after it, is a slip of the pen."""
    if request.your_date and request.your_date > request.date:
        why = _("{day} is after the date of the letter, {date}")
        why = why.format(day=request.your_date, date=request.date)
        place = ANSWERED if ANSWERED in request.dates() else "your_reference_date"
        raise BadData(request.file, why, field=place)
    for field in request.kind.fields:
        day = request.dates().get(field.name)
        if day is None:
            continue
        if field.when == "after" and day < request.date:
            why = _("{day} is before the date of the letter, {date}")
        elif field.when == "before" and day > request.date:
            why = _("{day} is after the date of the letter, {date}")
        else:
            continue
        raise BadData(request.file, why.format(day=day, date=request.date), field=field.name)
