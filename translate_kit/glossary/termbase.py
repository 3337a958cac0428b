"""The glossary as the office changes it: its own folder over the shipped one, with its history.

The shipped data are never changed: the first change in one of their domains copies that domain's
files into the office's folder, where they lie over the shipped ones from then on.
"""

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from translate_kit.errors import CannotWrite, UserError
from translate_kit.files import journal
from translate_kit.glossary import folder
from translate_kit.glossary.cells import (
    DOMAIN,
    Change,
    Clash,
    Place,
    Unfitting,
    applied,
    cells_of,
    clashes,
    concepts_of,
)
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.history import HISTORY, Entry, line_of, read_history
from translate_kit.glossary.loading import CONCEPTS, read_homes
from translate_kit.glossary.references import reached, wrong_references
from translate_kit.glossary.store import Glossary
from translate_kit.messages import _
from translate_kit.model import LANGUAGES


class Clashing(UserError):  # noqa: N818 - the trade's word
    """Somebody else has changed the same fields meanwhile; nothing was saved."""

    def __init__(self, found: Sequence[Clash], history: Sequence[Entry]) -> None:
        self.clashes = tuple(found)
        lines = [_clash_line(clash, history) for clash in found]
        head = _("changed meanwhile by somebody else; nothing was saved, look and enter it again:")
        super().__init__("\n  ".join((head, *lines)))


@dataclass(frozen=True, slots=True)
class Termbase:
    """The folders of a glossary that can be changed: ``shipped`` is read, ``own`` is written."""

    shipped: Path
    own: Path

    def load(self) -> Glossary:
        """The glossary as it stands on the disk now."""
        return Glossary.load(self._folders())

    def homes(self) -> dict[str, str]:
        """The id of each concept -> its domain, as it stands on the disk now."""
        return read_homes(self._folders())

    def around(self, ids: Iterable[str], domains: Iterable[str] = ()) -> Glossary:
        """The glossary as it stands on the disk now, as far as a change of these concepts needs it:
        the domains that hold them and what they refer to, and the ``domains`` named."""
        homes, named = self.homes(), set(ids)
        wanted = {*domains} & {*homes.values()}
        while True:
            glossary = Glossary.load(self._folders(), domains=wanted)
            reach = reached(glossary.concepts, named)
            needed = wanted | {homes[each] for each in reach if each in homes}
            if needed == wanted:
                return glossary
            wanted = needed

    def history(self) -> tuple[Entry, ...]:
        """Every change so far, the oldest first."""
        return read_history(self.own / HISTORY)

    def commit(
        self, changes: Sequence[Change], *, who: str, did: str, why: str = "", undoes: str = ""
    ) -> Entry:
        """Make the changes, all or none, and write them into the history.

        The entry holds what was left to change; where that is nothing, nothing is written.

        What others changed meanwhile stays: only a field that both changed is refused (Clashing).
        Raises Unfitting where the result would be no glossary, CannotWrite where the disk refuses.
        """
        self._make_folder()
        with journal.locked(self.own):
            touched = {change.place.concept for change in changes}
            glossary = self.around(touched | _named(changes), _domains(changes))
            before = cells_of(c for c in glossary if c.id in touched)
            found = clashes(before, changes)
            history = self.history()
            if found:
                raise Clashing(found, history)
            due = tuple(c for c in changes if before.get(c.place, "") != c.new)
            after = concepts_of(applied(before, due))
            concepts = {k: v for k, v in glossary.concepts.items() if k not in touched} | after
            _refuse_wrong_references(concepts, touched)
            entry = Entry(secrets.token_hex(4), _now(history), who, did, why, due, undoes)
            if due:
                self._write(dict(self._files(due, glossary.concepts, concepts)), entry)
        return entry

    def record(self, *, who: str, did: str, why: str = "") -> Entry:
        """Put something into the history that changes no field (a release)."""
        self._make_folder()
        with journal.locked(self.own):
            entry = Entry(secrets.token_hex(4), _now(self.history()), who, did, why, ())
            self._write({}, entry)
        return entry

    def _write(self, files: Mapping[str, bytes], entry: Entry) -> None:
        """Write the files and the entry, all or nothing; call it with the lock held."""
        log = self.own / HISTORY
        size = log.stat().st_size if log.exists() else 0
        journal.write(self.own, journal.Writing(files, HISTORY, size, line_of(entry)))

    def _folders(self) -> tuple[Path, ...]:
        return tuple(f for f in (self.shipped, self.own) if f == self.shipped or f.is_dir())

    def _make_folder(self) -> None:
        try:
            self.own.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = _("the folder {folder} can't be made: {why}")
            raise CannotWrite(why.format(folder=self.own, why=error.strerror)) from None

    def _files(
        self,
        changes: Sequence[Change],
        before: Mapping[str, Concept],
        after: Mapping[str, Concept],
    ) -> Iterator[tuple[str, bytes]]:
        """The files that the changes write: name -> content."""
        languages: dict[str, set[str]] = {}
        for change in changes:
            for state in (before, after):
                concept = state.get(change.place.concept)
                if concept:
                    names = languages.setdefault(concept.domain, set())
                    moved = change.place.field == DOMAIN
                    names |= {*LANGUAGES, ""} if moved else {change.place.language}
        for domain, changed in sorted(languages.items()):
            yield from self._domain(
                domain, changed, [c for c in after.values() if c.domain == domain]
            )

    def _domain(
        self, domain: str, changed: set[str], concepts: Sequence[Concept]
    ) -> Iterator[tuple[str, bytes]]:
        for language in ("", *LANGUAGES):
            name = f"{domain}/{language}.csv" if language else f"{domain}/{CONCEPTS}"
            shipped, own = (f / name for f in (self.shipped, self.own))
            if language in changed or (shipped.exists() and not own.exists()):
                if language:
                    yield name, folder.terms_csv(concepts, language)
                else:
                    yield name, folder.concepts_csv(concepts)


def _named(changes: Iterable[Change]) -> set[str]:
    """The ids that the changes make concepts refer to."""
    fields = ("see", "replaced_by")
    return {each for c in changes if c.place.field in fields for each in c.new.split()}


def _domains(changes: Iterable[Change]) -> set[str]:
    """The domains that concepts come into: their files are written whole."""
    return {change.new for change in changes if change.place.field == DOMAIN}


def _refuse_wrong_references(concepts: Mapping[str, Concept], touched: set[str]) -> None:
    for identifier in sorted(touched & concepts.keys()):
        for column, why in wrong_references(concepts, concepts[identifier]):
            raise Unfitting(Place(identifier, "", "", column), why)


def _now(history: Sequence[Entry]) -> datetime:
    """Later than every entry so far, whatever the clocks of two machines say."""
    now = datetime.now(UTC)
    return max(now, history[-1].when + timedelta(microseconds=1)) if history else now


def _clash_line(clash: Clash, history: Sequence[Entry]) -> str:
    place = clash.change.place
    found = clash.found or _("(empty)")
    for entry in reversed(history):
        if any(change.place == place for change in entry.changes):
            when = entry.when.astimezone().strftime("%Y-%m-%d %H:%M")
            said = _("{place}: {who} wrote “{found}” on {when}, not “{wanted}”")
            return said.format(
                place=place, who=entry.who, found=found, when=when, wanted=clash.change.new
            )
    said = _("{place}: it says “{found}” now, not “{wanted}”")
    return said.format(place=place, found=found, wanted=clash.change.old or _("(empty)"))
