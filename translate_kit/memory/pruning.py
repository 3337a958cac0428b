"""Which units may go: repeated ones, those of an origin, a file, a kind of letter, or old ones."""

from dataclasses import dataclass
from datetime import date

from translate_kit.errors import UserError
from translate_kit.memory import rows
from translate_kit.memory.store import Store
from translate_kit.memory.unit import RANKS, Origin, Unit
from translate_kit.messages import _
from translate_kit.model import LANGUAGES


@dataclass(frozen=True, slots=True)
class Wish:
    """What units must be to go; of several conditions all must hold.

    ``repeated`` means that all their texts are those of another unit, as trustworthy and as new;
    ``before`` that they were entered or approved before that day. Units without a date stay.
    """

    repeated: bool = False
    origin: Origin | None = None
    source: str = ""
    domain: str = ""
    before: date | None = None

    def __str__(self) -> str:
        said = [
            "repeated" if self.repeated else "",
            self.origin.value if self.origin else "",
            self.source,
            self.domain,
            f"< {self.before}" if self.before else "",
        ]
        return ", ".join(filter(None, said))


def chosen(store: Store, wish: Wish) -> list[int]:
    """The numbers of the units that a wish means, in order; raises UserError for an empty wish."""
    conditions, values = _conditions(wish)
    if not conditions:
        raise UserError(_("say what may go: --repeated, --origin, --source, --domain or --before"))
    with store.reading() as connection:
        if connection is None:
            return []
        found = connection.execute(
            f"SELECT number FROM ({_RANKED}) WHERE {' AND '.join(conditions)} ORDER BY number",
            values,
        )
        return [row["number"] for row in found]


def units(store: Store, numbers: list[int]) -> list[Unit]:
    """The units of these numbers."""
    with store.reading() as connection:
        return rows.numbered(connection, numbers) if connection else []


_TRUST = " ".join(f"WHEN '{origin}' THEN {rank}" for origin, rank in RANKS.items())
# place counts units with the same texts, the one that stays first.
_RANKED = (
    "SELECT unit.number, origin, source, domain, at, row_number() OVER ("
    f"PARTITION BY {', '.join(LANGUAGES)}"
    f" ORDER BY CASE origin {_TRUST} END, penalty, at DESC, unit.number DESC) AS place"
    " FROM unit JOIN provenance ON provenance.number = unit.provenance"
)


def _conditions(wish: Wish) -> tuple[list[str], list[str]]:
    asked = {
        "origin = ?": wish.origin.value if wish.origin else "",
        "source = ?": wish.source,
        "domain = ?": wish.domain,
        "at <> '' AND at < ?": wish.before.isoformat() if wish.before else "",
    }
    conditions = {condition: value for condition, value in asked.items() if value}
    repeated = ["place > 1"] if wish.repeated else []
    return [*repeated, *conditions], list(conditions.values())
