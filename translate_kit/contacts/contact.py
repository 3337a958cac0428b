"""One addressee, as a row of ``contacts.csv`` describes it.

Names by language stand in columns ``organisation_ru``, ``city_ko``, ``person_ja`` and so on. What a
letter needs and the row lacks is asked for (``UserError``), never guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from translate_kit.errors import UserError, nearest
from translate_kit.files import Row
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

KINDS = ("sister_city", "friendly_city", "maker", "association", "mission", "donor", "other")
NAMES = ("organisation", "city", "department", "person")
"""What a contact has a name of, in each language. Cities are written without the word for city."""
CASES = (
    "organisation_ru_genitive",
    "city_ru_genitive",
    "department_ru_genitive",
    "person_ru_dative",
)
"""Russian forms that a person wrote down; they go before what the grammar would make."""
SINGLE = ("id", "kind", "country", "language", "position", "sex", "salutation")
COLUMNS = (
    *SINGLE,
    *(f"{name}_{language}" for name in NAMES for language in LANGUAGES),
    *CASES,
    *("address", "email", "phone", "note"),
)
REQUIRED = ("id", "country", "language")
_SEXES = {"": "", "m": "m", "f": "f", "男": "m", "女": "f"}


@dataclass(frozen=True, slots=True)
class Contact:
    """An organisation, an office or a person that letters go to.

    ``language`` is the one its letters are written in, ``country`` ISO 3166 alpha-2, ``position``
    an id of ``positions.csv``, ``sex`` ``"m"``, ``"f"`` or empty for not known. ``salutation``, in
    the contact's language, goes before the one that protocol would make. ``names`` maps columns
    such as ``person_ru`` to what stands there, ``address`` is a line each, printed
    in Russian and English letters (Korean and Japanese ones have it on the envelope). ``file`` and
    ``line`` say where the row stands, for messages; they are no part of the contact's value.
    """

    id: str
    country: str
    language: str
    kind: str = "other"
    position: str = ""
    sex: str = ""
    salutation: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    address: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    note: str = ""
    file: Path | None = field(default=None, compare=False)
    line: int | None = field(default=None, compare=False)

    def name(self, what: str, language: str) -> str:
        """The ``"organisation"``, ``"city"``, ``"department"`` or ``"person"``; empty if blank."""
        return self.names.get(f"{what}_{language}", "")

    def form(self, column: str) -> str:
        """A Russian form of ``CASES`` that a person wrote down; empty where nobody did."""
        return self.names.get(column, "")

    def need(self, what: str, language: str) -> str:
        """Like ``name``, but raises UserError, saying what to enter, where the cell is blank."""
        found = self.name(what, language)
        if not found:
            raise self.asks(f"{what}_{language}", _("is empty; enter it as its owner writes it"))
        return found

    def asks(self, column: str, what: str) -> UserError:
        """The error that asks a person for ``what`` in ``column`` of this contact's row."""
        place = _("contact “{id}”").format(id=self.id)
        if self.file is not None and self.line is not None:
            place += _(" ({file}, line {line})").format(file=self.file, line=self.line)
        return UserError(
            _("{place}: {column} {what}").format(place=place, column=column, what=what)
        )


def contact_of(row: Row) -> Contact:
    """The contact of a row; raises BadData where a cell can't be used."""
    cells = {column: row.cells.get(column, "") for column in COLUMNS}
    named = [column for column in COLUMNS if column in CASES or column.startswith(NAMES)]
    return Contact(
        id=_identifier(row, cells["id"]),
        country=_country(row, cells["country"]),
        language=_one_of(row, "language", cells["language"], LANGUAGES),
        kind=_one_of(row, "kind", cells["kind"] or "other", KINDS),
        position=cells["position"],
        sex=_sex(row, cells["sex"]),
        salutation=cells["salutation"],
        names=MappingProxyType({column: cells[column] for column in named if cells[column]}),
        address=_lines(cells["address"]),
        email=cells["email"],
        phone=cells["phone"],
        note=cells["note"],
        file=row.file,
        line=row.line,
    )


def _identifier(row: Row, value: str) -> str:
    if not re.fullmatch(r"[\w-]+", value):
        raise row.bad("id", _("needs an id of letters, digits, - and _, without blanks"))
    return value


def _country(row: Row, value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}", value):
        why = _("“{value}” is not a country code of two letters, such as RU, KR, JP, CA")
        raise row.bad("country", why.format(value=value))
    return value.upper()


def _one_of(row: Row, column: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        near = nearest(value, known)
        hint = _("; did you mean “{near}”?").format(near=near) if near else ""
        why = _("“{value}” is none of: {known}").format(value=value, known=", ".join(known))
        raise row.bad(column, why + hint)
    return value


def _sex(row: Row, value: str) -> str:
    if value.lower() not in _SEXES:
        why = _("“{value}” is neither m nor f; leave it empty while not known")
        raise row.bad("sex", why.format(value=value))
    return _SEXES[value.lower()]


def _lines(address: str) -> tuple[str, ...]:
    """Lines parted by a newline in the cell or by `` / ``, which survives every spreadsheet."""
    return tuple(line.strip() for line in re.split(r"\n| / ", address) if line.strip())
