"""The offices that people hold, and how a holder is called, from ``positions.csv``.

A title is a pattern: ``{city}``, ``{organisation}`` and ``{department}`` stand for the contact's
names. A title that names its city or organisation needs no line with the organisation beside it. A
row with a ``country`` changes only the cells that it fills, e.g. His Worship for a mayor in Canada
(Canadian Heritage, *Styles of address*; UBCM, *Forms of address*).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from translate_kit.errors import NotKnown
from translate_kit.files import Row, read_table
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

SLOTS = ("city", "organisation", "department")
COLUMNS = (
    *("id", "country", *LANGUAGES, "ru_dative"),
    *("call_zh", "call_en", "call_ru", "call_ko"),
    *("unnamed_en", "style_en_m", "style_en_f", "suffix_ja", "note"),
)
_TITLES = (*LANGUAGES, "ru_dative", "call_ko")
_SLOTS_OF = dict.fromkeys(_TITLES, SLOTS) | {"call_en": ("surname",)}


@dataclass(frozen=True, slots=True)
class Position:
    """An office.

    ``titles`` has a pattern per language (Russian in the nominative) and ``ru_dative`` the Russian
    one in the dative, empty where the grammar may make it. ``calls`` says how the holder is spoken
    to: ``zh`` 市长, ``ru`` Мэр, ``en`` ``Mayor {surname}``, ``ko`` 시장님 or ``{department}장님``;
    ``unnamed_en`` is the English salutation of a holder without a name (``Your Worship``).
    ``styles`` maps a sex to the English style before the name (``His Worship``), ``suffix_ja`` is
    put after a Japanese name instead of 様.
    """

    id: str
    titles: Mapping[str, str]
    calls: Mapping[str, str]
    ru_dative: str = ""
    unnamed_en: str = ""
    styles: Mapping[str, str] = field(default_factory=dict)
    suffix_ja: str = ""

    def slots(self, language: str) -> frozenset[str]:
        """The names that the title in ``language`` takes in, e.g. ``{"city"}``."""
        return frozenset(re.findall(r"\{(\w+)\}", self.titles[language]))


class Positions:
    """Every office by id; a later file changes or adds rows of an earlier one."""

    def __init__(self, rows: Mapping[tuple[str, str], Mapping[str, str]]) -> None:
        self._rows = rows

    @classmethod
    def load(cls, paths: Iterable[Path]) -> "Positions":
        """The offices of the files; raises BadData for what can't be used."""
        rows: dict[tuple[str, str], Mapping[str, str]] = {}
        for path in paths:
            for row in read_table(path, required=("id", *LANGUAGES), known=COLUMNS):
                key = (row.cells["id"], row.cells.get("country", "").upper())
                rows[key] = _checked(row, titled=not key[1] and key not in rows)
        return cls(MappingProxyType(rows))

    def ids(self) -> tuple[str, ...]:
        """The ids of all offices, in the order of the files."""
        return tuple(name for name, country in self._rows if not country)

    def get(self, name: str, country: str = "") -> Position:
        """The office as it is in ``country``; raises NotKnown with the nearest id."""
        if (name, "") not in self._rows:
            raise NotKnown(_("position"), name, self.ids())
        own = {column: cell for column, cell in self._rows.get((name, country), {}).items() if cell}
        cells = {column: self._rows[name, ""].get(column, "") for column in COLUMNS} | own
        return Position(
            id=name,
            titles=MappingProxyType({language: cells[language] for language in LANGUAGES}),
            calls=MappingProxyType({lang: cells.get(f"call_{lang}", "") for lang in LANGUAGES}),
            ru_dative=cells["ru_dative"],
            unnamed_en=cells["unnamed_en"],
            styles=MappingProxyType({"m": cells["style_en_m"], "f": cells["style_en_f"]}),
            suffix_ja=cells["suffix_ja"],
        )


def _checked(row: Row, *, titled: bool) -> Mapping[str, str]:
    """The cells, with every slot known and, where the row must be ``titled``, every title there."""
    for column, cell in row.cells.items():
        known = [f"{{{slot}}}" for slot in _SLOTS_OF.get(column, ())]
        for found in re.findall(r"\{.*?\}|[{}]", cell):
            if found not in known:
                why = _("{slot} means nothing here; known are: {known}")
                raise row.bad(column, why.format(slot=found, known=", ".join(known) or "-"))
        if titled and column in LANGUAGES and not cell:
            raise row.bad(column, _("the title is missing in this language"))
    if not row.cells["id"]:
        raise row.bad("id", _("needs an id, such as mayor"))
    return row.cells
