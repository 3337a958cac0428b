"""The table of standards and its cross-walk: the door through which the rest asks about them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from translate_kit.errors import NotKnown
from translate_kit.files.journal import settle
from translate_kit.messages import _
from translate_kit.standards.codes import Code, CodeFound, find_codes, normalise
from translate_kit.standards.comparison import (
    Comparison,
    Notices,
    best_first,
    default_answer,
    on_day,
)
from translate_kit.standards.crosswalk import (
    read_comparisons,
    read_countries,
    read_grades,
    read_notices,
)
from translate_kit.standards.editions import Edition, Standing, read_editions


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard in all the editions that the table holds, oldest first."""

    editions: tuple[Edition, ...]

    @property
    def country(self) -> str:
        """Where it is published: two ISO 3166 letters, or EU or ISO."""
        return self.editions[0].country

    @property
    def product_type(self) -> str:
        """What it is about, as the table's ``product_type`` names it."""
        return self.editions[0].product_type

    def edition(self, code: Code) -> Edition | None:
        """The edition that ``code`` names, or None where it names none or one not recorded."""
        if code.edition is None:
            return None
        for edition in self.editions:
            if code in map(normalise, (edition.code, *edition.also)):
                return edition
        return None


@dataclass(frozen=True, slots=True)
class EditionOn:
    """The answer about a day: the ``edition`` in force, or None where the table can't tell.

    ``asked`` is the edition that the code named, if it named a recorded one; ``reason`` is one line
    for a person, in the interface language, and says how every recorded edition stood.
    """

    standard: Standard
    edition: Edition | None
    asked: Edition | None
    day: date
    reason: str


class Standards:
    """The standards and their comparisons, as the shipped folder and a workspace give them."""

    def __init__(
        self,
        editions: Iterable[Edition],
        comparisons: Iterable[Comparison],
        notices: Notices,
        countries: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.editions = tuple(editions)
        self.comparisons = tuple(comparisons)
        self.notices = notices
        self._countries = countries
        self._by_key: dict[tuple[str, str], Standard] = {}
        for standard, keys in _groups(self.editions):
            self._by_key.update(dict.fromkeys(keys, standard))

    @classmethod
    def load(cls, *folders: Path) -> "Standards":
        """Read the tables; of each file, the last folder that has one wins.

        Raises BadData with file, line and field for anything malformed. A change that a dead
        process left unfinished is finished first.
        """
        for folder in folders:
            settle(folder)
        editions = read_editions(_last(folders, "standards.csv"))
        by_code = {edition.code: edition for edition in editions}
        grades = read_grades(_last(folders, "grades.csv"))
        return cls(
            editions,
            read_comparisons(_last(folders, "equivalence.csv"), by_code, grades),
            read_notices(_last(folders, "notices.csv")),
            read_countries(_last(folders, "countries.csv")),
        )

    def find(self, text: str) -> Standard:
        """The standard that ``text`` names; raises NotKnown with the nearest codes."""
        standard = self._by_key.get(normalise(text).key)
        if standard is None:
            raise self._not_known(text)
        return standard

    def holds(self, text: str) -> bool:
        """Whether the table has the standard that ``text`` names."""
        return normalise(text).key in self._by_key

    def codes_in(self, text: str) -> tuple[CodeFound, ...]:
        """All codes in running text, the table's own names of documents among them."""
        return find_codes(text, [number for family, number in self._by_key if not family])

    def edition_on(self, text: str, day: date) -> EditionOn:
        """Which edition of the standard was in force on ``day``, and why."""
        standard = self.find(text)
        holding = [e for e in standard.editions if e.standing(day) is Standing.IN_FORCE]
        return EditionOn(
            standard,
            holding[-1] if holding else None,
            standard.edition(normalise(text)),
            day,
            "; ".join(_stands(edition, day) for edition in standard.editions),
        )

    def compare(self, text: str, country: str) -> tuple[Comparison, ...]:
        """All recorded comparisons of the standard with those of a country, of any edition.

        Best first. Never empty: where nothing is recorded, one comparison says that experts must
        verify. Where ``text`` names an edition, only its own rows count.
        """
        standard = self.find(text)
        asked = standard.edition(normalise(text))
        recorded = [c for c in self._rows(standard, country) if asked in (None, c.ours)]
        return best_first(recorded) or (
            default_answer(asked or standard.editions[-1], self.notices),
        )

    def comparable(self, text: str, country: str, day: date) -> tuple[Comparison, ...]:
        """What may stand in a letter of ``day`` beside the standard, best first, never empty.

        Proposals (``is_proposal``) come first; where there is none, the default answer does. What
        is lower or not comparable follows, to be printed as a caution only. Editions not yet or no
        longer in force on the day are left out; a row recorded for another edition of ours than
        the one asked for (or, where none is named, in force) needs verification.
        """
        answer = self.edition_on(text, day)
        current = answer.asked or answer.edition
        usable = [
            used
            for row in self._rows(answer.standard, country)
            if (used := on_day(row, current, day, self.notices))
        ]
        ordered = best_first(usable)
        if any(comparison.is_proposal for comparison in ordered):
            return ordered
        return (default_answer(current or answer.standard.editions[-1], self.notices), *ordered)

    def _rows(self, standard: Standard, country: str) -> Iterator[Comparison]:
        """The comparisons of a standard, each turned so that it is ours."""
        wanted = country.strip().upper()
        countries = self._countries.get(wanted, (wanted,))
        for row in self.comparisons:
            for turned in (row, row.seen_from_theirs()):
                theirs = turned.theirs
                if theirs and turned.ours in standard.editions and theirs.country in countries:
                    yield turned

    def _not_known(self, text: str) -> NotKnown:
        codes = [edition.code for edition in self.editions]
        digits = re.search(r"\d{3,}", text)
        same = [code for code in codes if digits and digits[0] in code]
        hint = _("Codes with this number: {codes}.").format(codes=", ".join(same)) if same else ""
        return NotKnown(_("standard"), text, codes, hint=hint)


def _groups(editions: Sequence[Edition]) -> list[tuple[Standard, set[tuple[str, str]]]]:
    """Editions that share a key are one standard; ``also`` joins GB 26373 with GB/T 26373."""
    groups: list[tuple[list[Edition], set[tuple[str, str]]]] = []
    for edition in editions:
        members, keys = [edition], {normalise(code).key for code in (edition.code, *edition.also)}
        for group in [group for group in groups if group[1] & keys]:
            groups.remove(group)
            members, keys = group[0] + members, group[1] | keys
        groups.append((members, keys))
    return [(Standard(tuple(sorted(m, key=lambda e: e.year or 0))), keys) for m, keys in groups]


def _last(folders: Sequence[Path], name: str) -> Path:
    """The file of the last folder that has it; the first folder's, to be complained of, if none."""
    for folder in reversed(folders):
        if (folder / name).is_file():
            return folder / name
    return folders[0] / name


def _stands(edition: Edition, day: date) -> str:
    says = {
        Standing.IN_FORCE: _("{code} was in force on {day}"),
        Standing.NOT_YET: _("{code} was not yet in force on {day}"),
        Standing.NO_LONGER: _("{code} was no longer in force on {day}"),
        Standing.UNKNOWN: _("whether {code} was in force on {day} is not recorded: verify"),
    }
    text = says[edition.standing(day)].format(code=edition.code, day=day.isoformat())
    if edition.replaced_by and edition.standing(day) is not Standing.IN_FORCE:
        text += _(" (replaced by {codes})").format(codes=", ".join(edition.replaced_by))
    return text
