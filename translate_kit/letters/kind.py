"""Letter kinds. The folder is the registry: ``<kind>/letter.toml`` and one body per language."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from translate_kit.errors import BadData, NotKnown
from translate_kit.files import Overlay, read_toml
from translate_kit.letters.protocol.formality import Formality
from translate_kit.messages import _, active_language
from translate_kit.model import LANGUAGES

TYPES = (
    *("date", "time", "choice", "choices", "flag", "line", "lines", "text"),
    *("money", "number", "code"),
)
"""Field types: a day; a time of day; one or several of fixed choices; yes or no; a short wording
or several; prose; a sum with its currency; a whole number; a mark that is the same in every
language (a flight, a waybill, a lot)."""

_KEYS = ("title", "formality", "items", "fields")
_FIELD_KEYS = ("type", "choices", "required", "when", "help")
_WHEN = ("after", "before", "any")
_ITEMS = ("required", "optional", "none")
_FORMALITIES: tuple[Formality, ...] = ("standard", "formal", "reply", "formal_reply")
COMMON = (
    *("kind", "date", "reference", "your_reference", "your_reference_date"),
    *("items", "enclosures", "signer"),
)


@dataclass(frozen=True, slots=True)
class Field:
    """One thing the letter needs to know; ``help`` says what, by interface language.

    ``when`` says how a date lies to the date of the letter: ``after`` it (a deadline), ``before``
    it (goods received) or ``any``.
    """

    name: str
    type: str
    required: bool
    choices: tuple[str, ...]
    when: str
    help: Mapping[str, str]

    def explain(self) -> str:
        """The help in the interface language."""
        return self.help.get(active_language()) or self.help.get("en", "")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of letter: its titles by language, its fields and where its bodies lie."""

    id: str
    titles: Mapping[str, str]
    formality: Formality
    items: str
    fields: tuple[Field, ...]
    templates: Overlay

    def title(self) -> str:
        """The title in the interface language."""
        return self.titles[active_language()]

    def field(self, name: str) -> Field | None:
        """The field of that name, or None."""
        return next((field for field in self.fields if field.name == name), None)

    def body(self, language: str) -> Path:
        """The template of the body in a language; raises NotKnown where the kind has none."""
        path = self.templates.find(f"{self.id}/{language}.md.j2")
        if path is None:
            what = _("template of “{kind}” in the language").format(kind=self.id)
            raise NotKnown(what, language, self.languages())
        return path

    def languages(self) -> tuple[str, ...]:
        """The languages that this kind has a body in."""
        return tuple(c for c in LANGUAGES if self.templates.find(f"{self.id}/{c}.md.j2"))


def kinds(templates: Overlay) -> tuple[Kind, ...]:
    """All letter kinds in the template folders, sorted by name."""
    return tuple(load_kind(templates, name) for name in templates.containing("letter.toml"))


def load_kind(templates: Overlay, name: str) -> Kind:
    """The kind called ``name``; NotKnown where no folder has it, BadData where it is malformed."""
    path = templates.find(f"{name}/letter.toml")
    if path is None:
        raise NotKnown(_("letter kind"), name, templates.containing("letter.toml"))
    data = read_toml(path)
    _refuse_unknown(path, data, _KEYS, "")
    return Kind(
        id=name,
        titles=_titles(path, data.get("title")),
        formality=cast(Formality, _one_of(path, data, "formality", _FORMALITIES, "standard")),
        items=_one_of(path, data, "items", _ITEMS, "optional"),
        fields=tuple(_field(path, key, value) for key, value in data.get("fields", {}).items()),
        templates=templates,
    )


def _titles(path: Path, titles: Any) -> Mapping[str, str]:
    if not isinstance(titles, dict):
        raise BadData(path, _("give the title in every language"), field="title")
    for code in LANGUAGES:
        if not isinstance(titles.get(code), str):
            raise BadData(path, _("the title in this language is missing"), field=f"title.{code}")
    return titles


def _field(path: Path, name: str, data: Any) -> Field:
    place = f"fields.{name}"
    if not isinstance(data, dict):
        raise BadData(path, _("a field is a table with a type"), field=place)
    if name in COMMON:
        raise BadData(path, _("this name belongs to every letter; choose another"), field=place)
    _refuse_unknown(path, data, _FIELD_KEYS, place + ".")
    type_ = _one_of(path, data, "type", TYPES, None, place + ".")
    choices = tuple(data.get("choices", ()))
    if type_.startswith("choice") != bool(choices):
        why = _("“choices” belong to the types choice and choices, and they need them")
        raise BadData(path, why, field=place)
    return Field(
        name=name,
        type=type_,
        required=bool(data.get("required", False)),
        choices=choices,
        when=_one_of(path, data, "when", _WHEN, "after", place + "."),
        help=data.get("help", {}),
    )


def _one_of(
    path: Path,
    data: Mapping[str, Any],
    key: str,
    allowed: tuple[str, ...],
    default: str | None,
    place: str = "",
) -> str:
    value = data.get(key, default)
    if value not in allowed:
        why = _("“{value}” is not one of {allowed}").format(value=value, allowed=", ".join(allowed))
        raise BadData(path, why, field=place + key)
    return str(value)


def _refuse_unknown(
    path: Path, data: Mapping[str, Any], known: tuple[str, ...], place: str
) -> None:
    for key in data:
        if key not in known:
            why = _("unknown key; known are: {known}").format(known=", ".join(known))
            raise BadData(path, why, field=place + key)
