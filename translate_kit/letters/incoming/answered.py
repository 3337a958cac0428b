"""Which of our letters an incoming one answers."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from translate_kit.contacts import Contact
from translate_kit.register import Entry, State


@dataclass(frozen=True, slots=True)
class Answered:
    """A letter of the register that may be the one answered; ``reference`` says that it is named
    in the reply, otherwise only its addressee is the sender."""

    entry: Entry
    reference: bool


def answered(
    paragraphs: Sequence[str],
    contacts: Iterable[Contact],
    entries: Iterable[Entry],
    *,
    day: date | None = None,
) -> tuple[Answered, ...]:
    """The letters that may be answered: those whose number the reply names, otherwise all to its
    sender that have no answer yet, otherwise all to its sender. Letters dated after ``day``, the
    date of the reply, and withdrawn ones are left out.
    """
    open_ = [
        entry
        for entry in entries
        if entry.state is not State.WITHDRAWN and (day is None or entry.letter.date <= day)
    ]
    text = _folded("".join(paragraphs))
    senders = {contact.id for contact in contacts}
    named = [e for e in open_ if e.letter.reference and _folded(e.letter.reference) in text]
    ours = [e for e in named if e.letter.contact in senders] or named
    if ours:
        return tuple(Answered(entry, True) for entry in ours)
    sent = [entry for entry in open_ if entry.letter.contact in senders]
    waiting = [entry for entry in sent if not entry.replies]
    return tuple(Answered(entry, False) for entry in waiting or sent)


def _folded(text: str) -> str:
    """Width, brackets and blanks evened out: 〔2020〕15号 and [2020] 15号 are one number."""
    even = unicodedata.normalize("NFKC", text).translate(str.maketrans("〔〕（）[]", "()()()"))
    return "".join(even.split()).casefold()
