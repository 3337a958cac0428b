"""What has changed in the glossary since a day, a change, a release or a revision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from translate_kit.cli.glossary.comparing import OURS, SHIPPED, open_glossary
from translate_kit.errors import UserError
from translate_kit.glossary.cells import applied, cells_of, concepts_of, difference, reverse
from translate_kit.glossary.revision import revision
from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.glossary.cells import Change
    from translate_kit.glossary.history import Entry
    from translate_kit.glossary.store import Glossary
    from translate_kit.workspace import Workspace


def changes_since(workspace: Workspace, since: str | None) -> tuple[Change, ...]:
    """The changes of the glossary, the oldest first; all that the history knows for None.

    ``since`` is a day, the id of a change, the name or revision of a release that was frozen, a
    release file or another glossary, or any revision that a translation bears. Raises UserError
    for anything else.
    """
    if since is not None and (Path(since).exists() or since in (SHIPPED, OURS)):
        return difference(cells_of(open_glossary(workspace, since)), cells_of(workspace.glossary))
    entries = workspace.termbase.history()
    later = entries if since is None else _entries_since(entries, since, workspace.glossary)
    return tuple(change for entry in later for change in entry.changes)


def _entries_since(entries: Sequence[Entry], since: str, now: Glossary) -> Sequence[Entry]:
    day = _day(since)
    if day is not None:
        return [entry for entry in entries if entry.when.astimezone().date() >= day]
    for number, entry in enumerate(entries):
        if entry.id == since:
            return entries[number:]
        if entry.did == "freeze" and since in entry.why.split():
            return entries[number + 1 :]
    found = _since_revision(entries, since, now)
    if found is None:
        why = _(
            "“{since}” is no day (2020-02-01), no change of the history, no release and no"
            " revision of the glossary"
        )
        raise UserError(why.format(since=since))
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _since_revision(entries: Sequence[Entry], wanted: str, now: Glossary) -> Sequence[Entry] | None:
    """Back through the history, change by change, until the glossary has that revision."""
    cells = cells_of(now)
    for number in range(len(entries), -1, -1):
        if revision(concepts_of(cells).values()) == wanted:
            return entries[number:]
        if number:
            cells = applied(cells, reverse(entries[number - 1].changes))
    return None
