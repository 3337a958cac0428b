"""The house style that staff edit: labels and fonts per language, from ``house.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from translate_kit.errors import BadData, NotKnown, nearest
from translate_kit.files import read_toml
from translate_kit.letters.layout.sheet import Typeface
from translate_kit.messages import _


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of a letter in one language; an empty one leaves its part without a label.

    ``pending`` and ``machine`` stand before a passage that nobody has translated, and before one
    that a machine has. ``enclosures`` may hold ``{n}``, their number; ``number`` holds ``{n}``,
    that of a list item.
    """

    reference: str
    your_reference: str
    to: str
    subject: str
    enclosure: str
    enclosures: str
    copies: str
    drafter: str
    phone: str
    email: str
    address: str
    seal: str
    draft: str
    pending: str
    machine: str
    particulars: str
    particulars_end: str
    number: str
    bullet: str

    @property
    def markers(self) -> tuple[str, ...]:
        """What stands before passages that wait for a person."""
        return tuple(filter(None, (self.pending, self.machine)))


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font names by use, each with its stand-ins: ``latin`` everywhere, the rest East Asian."""

    latin: tuple[str, ...]
    text: tuple[str, ...]
    title: tuple[str, ...]
    heading: tuple[str, ...]

    def face(self, use: str = "text") -> Typeface:
        """The typeface of ``text``, ``title`` or ``heading``."""
        return Typeface(self.latin, getattr(self, use))


@dataclass(frozen=True, slots=True)
class House:
    """Labels and fonts by language code."""

    labels: Mapping[str, Labels]
    fonts: Mapping[str, Fonts]

    def of(self, language: str) -> tuple[Labels, Fonts]:
        """Those of one language; raises NotKnown where the house style lacks it."""
        if language not in self.labels or language not in self.fonts:
            known = self.labels.keys() & self.fonts.keys()
            raise NotKnown(_("house style for language"), language, known)
        return self.labels[language], self.fonts[language]


def read_house(path: Path) -> House:
    """The house style in a file; raises BadData naming the field that is wrong or missing."""
    return house_style(read_toml(path), path)


def house_style(tables: Mapping[str, Any], path: Path | str) -> House:
    """The house style in parsed TOML; ``path`` is only for messages."""
    _only(path, "", tables, ("labels", "fonts"))
    labels = {
        code: Labels(**_values(path, f"labels.{code}", table, Labels, _label))
        for code, table in _tables(path, "labels", tables).items()
    }
    fonts = {
        code: Fonts(**_values(path, f"fonts.{code}", table, Fonts, _names))
        for code, table in _tables(path, "fonts", tables).items()
    }
    return House(labels, fonts)


def _tables(path: Path | str, name: str, tables: Mapping[str, Any]) -> dict[str, Any]:
    found = tables.get(name)
    if not isinstance(found, dict) or not all(isinstance(t, dict) for t in found.values()):
        why = _("a table [{name}.LANGUAGE] is needed for every language").format(name=name)
        raise BadData(path, why, field=name)
    return found


def _values(
    path: Path | str, place: str, table: dict[str, Any], kind: Any, check: Any
) -> dict[str, Any]:
    """One checked value per field of ``kind``; nothing missing and nothing unknown."""
    keys = tuple(f.name for f in fields(kind))
    _only(path, f"{place}.", table, keys)
    for key in keys:
        if key not in table:
            raise BadData(path, _("this key is missing"), field=f"{place}.{key}")
    return {key: check(path, f"{place}.{key}", table[key]) for key in keys}


def _only(path: Path | str, place: str, table: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            near = nearest(key, known)
            hint = _("; did you mean “{near}”?").format(near=near) if near else ""
            raise BadData(path, _("unknown key") + hint, field=f"{place}{key}")


def _label(path: Path | str, place: str, value: object) -> str:
    if not isinstance(value, str):
        raise BadData(path, _("a text in quotes is needed"), field=place)
    if place.endswith((".number", ".enclosures")):
        _pattern(path, place, value)
    return value


def _pattern(path: Path | str, place: str, value: str) -> None:
    try:
        value.format(n=1)
    except (ValueError, LookupError):
        raise BadData(path, _("only {n} may stand in braces here"), field=place) from None


def _names(path: Path | str, place: str, value: object) -> tuple[str, ...]:
    if not (isinstance(value, list) and value and all(isinstance(n, str) and n for n in value)):
        raise BadData(path, _("a list of font names is needed"), field=place)
    return tuple(value)
