"""The translation memory as everybody asks it: over all its shelves, the best answer first."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from translate_kit.errors import UserError
from translate_kit.languages.placeables import Names
from translate_kit.memory.entry import checked
from translate_kit.memory.exchange import exchange
from translate_kit.memory.frame import Frame, frame
from translate_kit.memory.likeness import likeness
from translate_kit.memory.shelf import Shelf, Table
from translate_kit.memory.store import Added, Store
from translate_kit.memory.tables import read_units
from translate_kit.memory.unit import RANKS, FuzzyMatch, Match, Origin, Provenance, Unit
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Pair, TranslationUnit

LEAST = 70.0
"""The score from which a near match is worth a reviewer's look."""


@dataclass(frozen=True)
class Memory:
    """Translation units from several shelves.

    Of several units that answer, a person's newest approval goes first, then the workspace's
    tables, what was imported and the shipped starter; on one shelf the newest, then the first.
    """

    tables: Table
    store: Store | None = None

    @classmethod
    def load(
        cls, files: Sequence[Path], starter: Sequence[Path] = (), store: Store | None = None
    ) -> "Memory":
        """The units of the workspace's TSV files, of the shipped ones, and of its store.

        The columns are ``tables.COLUMNS``; raises BadData where a file is malformed.
        """
        own = [unit for file in files for unit in read_units(file)]
        shipped = [unit for file in starter for unit in read_units(file, Origin.STARTER)]
        return cls(Table((*own, *shipped)), store)

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units of the tables, the workspace's own first."""
        return self.tables.units

    @property
    def revision(self) -> str:
        """A short name for what the memory holds now, for provenance; it changes with the units."""
        return self._tables_revision + (f"-{self.store.revision}" if self.store else "")

    @cached_property
    def _tables_revision(self) -> str:
        digest = hashlib.sha256()
        for unit in self.tables.units:
            for language, text in sorted(unit.texts.items()):
                digest.update(f"{language}\0{text}\0".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:12]

    def __len__(self) -> int:
        return sum(len(shelf) for shelf in self._shelves)

    def exact(self, text: str, source: str, target: str) -> str | None:
        """The target text of a unit whose source text is exactly ``text``, or None.

        Widths of letters and digits, and how many blanks stand somewhere, make no difference.
        """
        match = self._same(text, Pair(source, target))
        return match.text if match else None

    def lookup(self, text: str, pair: Pair, names: Names = ()) -> Match | None:
        """The translation of exactly this sentence, or None.

        Where no unit has the same words, one that differs in its placeables answers: its numbers,
        dates, codes and those of ``names`` that differ are exchanged, if all of it can be proven
        (see ``exchange``); the match says what was put in.
        """
        match = self._same(text, pair)
        if match is not None or not _known(pair):
            return match
        asked = frame(text, pair.source, names)
        if not asked.placeables:
            return None
        return next(self._exchanged(asked, pair, names), None)

    def fuzzy(
        self, text: str, pair: Pair, *, limit: int = 5, least: float = LEAST
    ) -> list[FuzzyMatch]:
        """Units that say something like it, the most like first; each translation once.

        ``least`` is the lowest score, 0 to 100. A wrong number, date or code costs points even
        where all words are the same.
        """
        if not _known(pair):
            return []
        asked = frame(text, pair.source)
        near = (unit for shelf in self._shelves for unit in shelf.near(text, pair.source))
        found = (_near(unit, asked, pair) for unit in _best_first(near, pair))
        best: dict[str, FuzzyMatch] = {}
        for match in sorted(found, key=lambda each: -each.score):
            if match.score >= least:
                best.setdefault(match.target, match)
        return list(best.values())[:limit]

    def holding(self, words: str, language: str | None = None) -> Iterator[Unit]:
        """The units with ``words`` in a text of ``language``, or of any language."""
        for shelf in self._shelves:
            yield from shelf.holding(words, language)

    def add(self, units: Iterable[TranslationUnit], provenance: Provenance) -> Added:
        """Enter units into the workspace's own memory; returned from, they are on the disk.

        The time of ``provenance`` is now where it is empty. Raises UserError, before anything is
        saved, for a unit without texts in two of our languages, and where there is no workspace.
        """
        entered = [checked(Unit(u.id, u.texts, provenance, u.note)) for u in units]
        return self.require_store().add(entered)

    def require_store(self) -> Store:
        """The workspace's store; raises UserError where there is no workspace to keep one in."""
        if self.store is None:
            why = _(
                "the memory is kept in a workspace, and there is none here; make one with: {how}"
            )
            raise UserError(why.format(how="translate-kit init FOLDER"))
        return self.store

    def each(self) -> Iterator[Unit]:
        """All units: those of the store in the order of entry, then those of the tables."""
        if self.store is not None:
            yield from self.store.each()
        yield from self.tables.units

    @cached_property
    def _shelves(self) -> tuple[Shelf, ...]:
        return (self.tables,) if self.store is None else (self.store, self.tables)

    def _same(self, text: str, pair: Pair) -> Match | None:
        units = (unit for shelf in self._shelves for unit in shelf.same(text, pair.source))
        best = next(iter(_best_first((u for u in units if not u.provenance.penalty), pair)), None)
        return Match(best, best.texts[pair.target]) if best else None

    def _exchanged(self, asked: Frame, pair: Pair, names: Names) -> Iterator[Match]:
        alike = (unit for shelf in self._shelves for unit in shelf.alike(asked, pair.source))
        for unit in _best_first(alike, pair):
            known = frame(unit.texts[pair.source], pair.source, names)
            if known.words != asked.words or unit.provenance.penalty:
                continue
            exchanged = exchange(known, unit.texts[pair.target], asked, pair, names)
            if exchanged is not None:
                yield Match(unit, *exchanged)


def _best_first(units: Iterable[Unit], pair: Pair) -> list[Unit]:
    """Those that have both languages, the most trustworthy first, of one origin the newest."""
    answering = [unit for unit in units if pair.source in unit.texts and pair.target in unit.texts]
    newest = sorted(answering, key=lambda unit: unit.provenance.at, reverse=True)
    return sorted(newest, key=lambda unit: RANKS[unit.provenance.origin])


def _near(unit: Unit, asked: Frame, pair: Pair) -> FuzzyMatch:
    source = unit.texts[pair.source]
    score, differing = likeness(frame(source, pair.source), asked)
    score = max(score - unit.provenance.penalty, 0.0)
    return FuzzyMatch(unit, source, unit.texts[pair.target], score, differing)


def _known(pair: Pair) -> bool:
    """Whether we can read numbers and dates in both languages."""
    return pair.source in LANGUAGES and pair.target in LANGUAGES
