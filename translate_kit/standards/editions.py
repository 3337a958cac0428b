"""Editions of standards: what ``standards.csv`` says of each, and how it stood on a day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from translate_kit.files import Row, read_table
from translate_kit.messages import CATALOGUES, _
from translate_kit.model import LANGUAGES
from translate_kit.standards.periods import Period, parse_period

CONFIDENCES = ("high", "medium", "low")
REQUIRED = ("id", "product_type", "country", "code", "title_zh", "title_en", "confidence")
COLUMNS = (
    *("id", "product_type", "country", "code", "also", "edition_year", "issued"),
    *("in_force_from", "in_force_to", "known_in_force", "replaces", "replaced_by"),
    *("title_original", *(f"title_{language}" for language in LANGUAGES), "title_translations"),
    *("scope", "key_requirements", "key_requirements_zh", "sterile", "sterile_zh"),
    *("status", "status_zh", "source_note", "confidence"),
)


class Standing(StrEnum):
    """How an edition stood on a day, as far as the table knows."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    NO_LONGER = "no_longer"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Edition:
    """One row of the table: one edition of one standard.

    ``code`` is written as its publisher writes it. ``issued`` is the day of publication, ``since``
    and ``until`` the first and the last day in force; they are None where nobody has looked them
    up. After ``until`` it is superseded where it has ``replaced_by``, else withdrawn. ``known`` is
    a time throughout which it is known to have been in force. ``titles`` go by language; all but
    the publisher's own are unofficial. What only our own staff read (``key_requirements``,
    ``sterile``, ``status``) goes by interface language, in English where nobody translated it.
    """

    id: str
    code: str
    product_type: str
    country: str
    year: int | None
    issued: Period | None
    since: Period | None
    until: Period | None
    known: Period | None
    replaces: tuple[str, ...]
    replaced_by: tuple[str, ...]
    also: tuple[str, ...]
    title_original: str
    titles: dict[str, str]
    scope: str
    key_requirements: Mapping[str, str]
    sterile: Mapping[str, str]
    status: Mapping[str, str]
    source_note: str
    confidence: str

    def standing(self, day: date) -> Standing:
        """What the recorded dates prove about ``day``; UNKNOWN where they prove nothing."""
        if self.until and day > self.until.last:
            return Standing.NO_LONGER
        if self._not_begun(day):
            return Standing.NOT_YET
        return Standing.IN_FORCE if self._proven(day) else Standing.UNKNOWN

    @property
    def first_days(self) -> tuple[date, ...]:
        """The days from which it is proven to have been in force, as far as is known."""
        known = (self.since and self.since.last, self.known and self.known.first)
        return tuple(day for day in known if day)

    def _proven(self, day: date) -> bool:
        """From the last day it can have begun to the first day it can have ended, or as known."""
        starts = [self.since.last] if self.since else []
        ends = [self.until.first] if self.until else []
        if self.known:
            starts.append(self.known.first)
            ends.append(self.known.last)
        return bool(starts and ends) and min(starts) <= day <= max(ends)

    def _not_begun(self, day: date) -> bool:
        if self.since:
            return day < self.since.first
        return self.year is not None and day.year < self.year


def read_editions(path: Path) -> list[Edition]:
    """The rows of ``standards.csv``; raises BadData for a doubled id or code."""
    editions: list[Edition] = []
    seen: dict[str, str] = {}
    for row in read_table(path, required=REQUIRED, known=COLUMNS):
        edition = edition_of(row)
        for column, value in (("id", edition.id), ("code", edition.code)):
            if value in seen:
                raise row.bad(column, _("“{value}” is there twice").format(value=value))
            seen[value] = column
        editions.append(edition)
    return editions


def edition_of(row: Row) -> Edition:
    """The edition of a row; raises BadData where a cell can't be used."""
    cell = row.cells.get
    for column in REQUIRED:
        if not cell(column):
            raise row.bad(column, _("this cell must not be empty"))
    if cell("confidence") not in CONFIDENCES:
        raise row.bad("confidence", _("write one of: {known}").format(known=", ".join(CONFIDENCES)))
    return Edition(
        id=row.cells["id"],
        code=row.cells["code"],
        product_type=row.cells["product_type"],
        country=row.cells["country"],
        year=_year(row),
        issued=_period(row, "issued"),
        since=_period(row, "in_force_from"),
        until=_period(row, "in_force_to"),
        known=_period(row, "known_in_force"),
        replaces=_list(row, "replaces"),
        replaced_by=_list(row, "replaced_by"),
        also=_list(row, "also"),
        title_original=cell("title_original", ""),
        titles={language: cell(f"title_{language}", "") for language in LANGUAGES},
        scope=cell("scope", ""),
        key_requirements=_for_staff(row, "key_requirements"),
        sterile=_for_staff(row, "sterile"),
        status=_for_staff(row, "status"),
        source_note=cell("source_note", ""),
        confidence=row.cells["confidence"],
    )


def _for_staff(row: Row, column: str) -> dict[str, str]:
    english = row.cells.get(column, "")
    return {
        language: english if language == "en" else row.cells.get(f"{column}_{language}") or english
        for language in CATALOGUES
    }


def _year(row: Row) -> int | None:
    text = row.cells.get("edition_year", "")
    if not text:
        return None
    if not re.fullmatch(r"(19|20)\d\d", text):
        raise row.bad("edition_year", _("write the year in four digits, or nothing"))
    return int(text)


def _period(row: Row, column: str) -> Period | None:
    text = row.cells.get(column, "")
    if not text:
        return None
    try:
        return parse_period(text)
    except ValueError:
        why = _("“{text}” is not a date such as 2025-12-01, 2025-12 or 2025").format(text=text)
        raise row.bad(column, why) from None


def _list(row: Row, column: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in row.cells.get(column, "").split(";") if part.strip())
