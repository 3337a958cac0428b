"""The history of the table of standards: one line of JSON per change, appended, never altered.

It lies beside the table as ``history.jsonl``; lines may come in any order, ``when`` sorts them.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from translate_kit.errors import BadData, NotKnown, UserError
from translate_kit.files import read_bytes
from translate_kit.messages import _
from translate_kit.standards.cells import Change

HISTORY = "history.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as one person made it; ``undoes`` is the id of the one it takes back, or empty."""

    id: str
    when: datetime
    who: str
    did: str
    why: str
    changes: tuple[Change, ...]
    undoes: str = ""


def line_of(entry: Entry) -> bytes:
    """The entry as a line of the file, newline included."""
    record: dict[str, Any] = asdict(entry) | {"when": entry.when.isoformat(timespec="microseconds")}
    record["changes"] = [[c.id, c.column, c.old, c.new] for c in entry.changes]
    return (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8")


def read_history(path: Path) -> tuple[Entry, ...]:
    """All entries, the oldest first; none where there is no file yet. Raises BadData."""
    if not path.exists():
        return ()
    lines = enumerate(read_bytes(path).split(b"\n"), 1)
    entries = [_read(path, number, line) for number, line in lines if line.strip()]
    return tuple(sorted(entries, key=lambda entry: entry.when))


def _read(path: Path, number: int, line: bytes) -> Entry:
    try:
        record = json.loads(line)
        record["when"] = datetime.fromisoformat(record["when"]).astimezone(UTC)
        record["changes"] = tuple(Change(*each) for each in record["changes"])
        return Entry(**record)
    except (ValueError, KeyError, TypeError):
        advice = _("this line is no entry of the history; take it out, or put back your last copy")
        raise BadData(path, advice, line=number) from None


def to_undo(entries: Sequence[Entry], identifier: str | None, who: str) -> Entry:
    """The entry of that id, or the latest of ``who``'s that isn't undone and undoes nothing itself.

    Raises NotKnown or UserError where there is none.
    """
    undone = {entry.undoes for entry in entries if entry.undoes}
    if identifier is None:
        own = [e for e in entries if e.who == who and not e.undoes and e.id not in undone]
        if not own:
            why = _("there is no change of {who}'s to take back; name one by its id")
            raise UserError(why.format(who=who))
        return own[-1]
    found = next((entry for entry in entries if entry.id == identifier), None)
    if found is None:
        raise NotKnown(_("change"), identifier, [entry.id for entry in entries])
    if identifier in undone:
        raise UserError(_("{id} has been taken back already").format(id=identifier))
    return found
