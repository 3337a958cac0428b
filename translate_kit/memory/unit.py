"""The values of the memory: units with where they come from, and what a look-up answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from translate_kit.languages.placeables import Kind


class Origin(StrEnum):
    """Where a unit comes from, the most trustworthy first."""

    PERSON = "person"
    """Somebody of the office approved it."""
    WORKSPACE = "workspace"
    """A table in the workspace's ``glossaries/memory``."""
    IMPORT = "import"
    """A file from elsewhere: old documents, another tool's memory."""
    MACHINE = "machine"
    """A machine's words, which somebody approved as they were."""
    STARTER = "starter"
    """What ships with translate-kit."""


RANKS = {origin: rank for rank, origin in enumerate(Origin)}
"""How trustworthy an origin is: 0 the most."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who vouches for a unit. ``by`` approved or wrote it ``at`` (ISO 8601, empty if not known).

    ``source`` is the file it came from, ``domain`` the kind of letter. ``penalty`` is taken from
    every score, 0 to 100: a unit with one never stands for exactly what was asked.
    """

    origin: Origin
    by: str = ""
    at: str = ""
    source: str = ""
    domain: str = ""
    penalty: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """One segment in two languages or more. ``number`` is its own in the workspace's database, 0
    where it stands in a table; ``attributes`` is what a TMX file said of it that we don't read.
    """

    id: str
    texts: Mapping[str, str]
    provenance: Provenance
    note: str = ""
    number: int = 0
    attributes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Substitution:
    """A placeable of a unit and what took its place: in the source and in the target."""

    kind: Kind
    source_was: str
    source: str
    target_was: str
    target: str


@dataclass(frozen=True, slots=True)
class Match:
    """The translation of exactly what was asked.

    ``text`` is the unit's own where there are no ``substitutions``; otherwise the unit says the
    same sentence with other numbers, dates or codes, which have been put in.
    """

    unit: Unit
    text: str
    substitutions: tuple[Substitution, ...] = ()


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """A unit that says something like it, for the reviewer; never the translation.

    ``score`` is below 100. ``differing`` are the numbers, dates and codes of what was asked that
    the unit does not have.
    """

    unit: Unit
    source: str
    target: str
    score: float
    differing: tuple[str, ...] = ()
