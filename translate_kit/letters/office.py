"""The office that writes: its names, its city and who signs, by language."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate_kit.errors import BadData, nearest
from translate_kit.files import read_toml
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

REQUIRED = ("city", "name", "signer")
NAMED = (*REQUIRED, "parent", "address", "signer_name", "drafter")
"""What the office has a name of, each a table of languages. ``signer`` is the position of who
signs, ``signer_name`` the name (empty: a line to sign on), ``drafter`` the person to contact."""


@dataclass(frozen=True, slots=True)
class Office:
    """``names[what][language]``; ``phone`` and ``email`` are the same in every language."""

    names: Mapping[str, Mapping[str, str]]
    phone: str = ""
    email: str = ""

    def name(self, what: str, language: str) -> str:
        """One of ``NAMED`` in a language; empty where the office has none."""
        return self.names.get(what, {}).get(language, "")


def read_office(path: Path) -> Office:
    """The office of an ``office.toml``."""
    return office_of(path, read_toml(path))


def office_of(path: Path, data: Mapping[str, Any], *, place: str = "") -> Office:
    """The office that ``data`` describes; raises BadData naming the key that is wrong or missing.

    ``place`` goes before the key in messages, where the data are a part of the file.
    The three required names are needed in all five languages: a letter without the sender's city
    or office could not be written.
    """
    for key, value in data.items():
        if key not in (*NAMED, "contact"):
            near = nearest(key, NAMED)
            hint = _("; did you mean “{near}”?").format(near=near) if near else ""
            raise BadData(path, _("unknown key") + hint, field=place + key)
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
            raise BadData(path, _("write a table of texts"), field=place + key)
    for name in REQUIRED:
        for language in LANGUAGES:
            if not data.get(name, {}).get(language):
                raise BadData(path, _("this name is missing"), field=f"{place}{name}.{language}")
    contact = data.get("contact", {})
    names = {name: data[name] for name in NAMED if name in data}
    return Office(names, contact.get("phone", ""), contact.get("email", ""))
