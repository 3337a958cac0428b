"""What this room calls things in the interface language."""

from translate_kit.batch.change.account import Account
from translate_kit.batch.change.renewal import State
from translate_kit.messages import _, ngettext


def state_name(state: State) -> str:
    """What becomes of a passage."""
    return {
        State.RENEWED: _("translated anew"),
        State.REPAIRED: _("term exchanged"),
        State.APPROVED: _("approved by a person, who must decide"),
        State.EDITED: _("a person has worked on it, and must decide"),
        State.PROPOSED: _("a proposal; the file is not changed"),
        State.OPEN: _("no way was found; a person must translate it"),
    }[state]


def summary(done: Account) -> str:
    """One line: how much is touched, and how much of it is left to a person."""
    touched = ngettext("{n} segment touched", "{n} segments touched", len(done.renewed))
    documents = ngettext("in {n} document", "in {n} documents", done.documents)
    left = ngettext("{n} left to a person", "{n} left to a person", done.open)
    return _("{touched} {documents}, {left}").format(
        touched=touched.format(n=len(done.renewed)),
        documents=documents.format(n=done.documents),
        left=left.format(n=done.open),
    )
