"""Replies that are due: who has been asked to answer, by when, and has not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from translate_kit.register.entry import Entry, State


@dataclass(frozen=True, slots=True)
class Due:
    """A letter that waits for its reply; ``days`` are left until it is due, below 0 overdue."""

    entry: Entry
    reply_by: date
    days: int


def due(entries: Iterable[Entry], on: date) -> tuple[Due, ...]:
    """The letters sent by that day that no reply had answered, the most urgent first.

    Any reply ends the waiting: one that asks for more waits for us.
    """
    waiting = [
        Due(entry, entry.letter.reply_by, (entry.letter.reply_by - on).days)
        for entry in entries
        if entry.state is State.SENT
        and entry.letter.reply_by is not None
        and entry.letter.date <= on
        and not entry.replies_until(on)
    ]
    return tuple(sorted(waiting, key=lambda one: (one.reply_by, one.entry.number)))
