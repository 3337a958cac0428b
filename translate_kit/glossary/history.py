"""The history of the glossary: one line of JSON per change, appended, never altered.

It lies beside the store as ``history.jsonl``. Lines may come in any order (git joins those of two
branches); ``when`` sorts them.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from translate_kit.errors import BadData, NotKnown, UserError
from translate_kit.files import read_bytes
from translate_kit.glossary.cells import Change, Place
from translate_kit.messages import _

HISTORY = "history.jsonl"
SUBSTANCE = ("grammar", "country")
"""The fields of a term that a second reader has read with it: who changes one is an author."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as one person made it.

    ``did`` names the command (``add``, ``review``, ``import`` …), ``when`` is UTC with offset,
    ``undoes`` is the id of the entry that this one takes back, or empty.
    """

    id: str
    when: datetime
    who: str
    did: str
    why: str
    changes: tuple[Change, ...]
    undoes: str = ""

    def about(self, concept: str) -> tuple[Change, ...]:
        """The changes of one concept."""
        return tuple(change for change in self.changes if change.place.concept == concept)


def line_of(entry: Entry) -> bytes:
    """The entry as a line of the file, newline included."""
    record: dict[str, Any] = {
        "id": entry.id,
        "when": entry.when.isoformat(timespec="microseconds"),
        "who": entry.who,
        "did": entry.did,
        "why": entry.why,
        "changes": [
            [c.place.concept, c.place.language, c.place.term, c.place.field, c.old, c.new]
            for c in entry.changes
        ],
    }
    if entry.undoes:
        record["undoes"] = entry.undoes
    return (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8")


def read_history(path: Path) -> tuple[Entry, ...]:
    """All entries, the oldest first; none where there is no file yet.

    Raises BadData with the line that is no entry.
    """
    if not path.exists():
        return ()
    entries: dict[str, Entry] = {}
    for number, line in enumerate(read_bytes(path).split(b"\n"), 1):
        if line.strip():
            entry = _read(path, number, line)
            entries[entry.id] = entry
    return tuple(sorted(entries.values(), key=lambda entry: entry.when))


def _read(path: Path, number: int, line: bytes) -> Entry:
    try:
        record = json.loads(line)
        changes = tuple(
            Change(Place(concept, language, term, field), old, new)
            for concept, language, term, field, old, new in record["changes"]
        )
        when = datetime.fromisoformat(record["when"]).astimezone(UTC)
        who, did, why = (record[key] for key in ("who", "did", "why"))
        return Entry(record["id"], when, who, did, why, changes, record.get("undoes", ""))
    except (ValueError, KeyError, TypeError):
        advice = _("this line is no entry of the history; take it out, or put back your last copy")
        raise BadData(path, advice, line=number) from None


def authors(entries: Iterable[Entry], concept: str, language: str, term: str) -> tuple[str, ...]:
    """Who wrote the term as it now stands: who entered it, and who changed its substance since.

    Empty for a term that was there before the history began.
    """
    wrote: list[str] = []
    for entry, change in _of_term(entries, concept, language, term):
        if change.place.field == "status" and not change.old:
            wrote = [entry.who]
        elif change.place.field in SUBSTANCE and wrote:
            wrote.append(entry.who)
    return tuple(dict.fromkeys(wrote))


def _of_term(
    entries: Iterable[Entry], concept: str, language: str, term: str
) -> Iterator[tuple[Entry, Change]]:
    for entry in entries:
        for change in sorted(entry.changes, key=lambda c: c.place.field != "status"):
            place = change.place
            if (place.concept, place.language, place.term) == (concept, language, term):
                yield entry, change


def of_concept(entries: Iterable[Entry], concept: str) -> tuple[Entry, ...]:
    """The entries about one concept, each with the changes of that concept only."""
    return tuple(
        replace(entry, changes=changes) for entry in entries if (changes := entry.about(concept))
    )


def to_undo(entries: Sequence[Entry], identifier: str | None, who: str) -> Entry:
    """The entry of that id, or the latest of ``who``'s that isn't undone and undoes nothing itself.

    Raises NotKnown or UserError where there is none.
    """
    undone = {entry.undoes for entry in entries if entry.undoes}
    if identifier is None:
        mine = (entry for entry in entries if entry.who == who and entry.changes)
        own = [entry for entry in mine if not entry.undoes and entry.id not in undone]
        if not own:
            why = _("there is no change of {who}'s to take back; name one by its id")
            raise UserError(why.format(who=who))
        return own[-1]
    for entry in entries:
        if entry.id == identifier:
            if identifier in undone:
                raise UserError(_("{id} has been taken back already").format(id=identifier))
            return entry
    raise NotKnown(_("change"), identifier, [entry.id for entry in entries])
