"""What stands in an output's place already: nothing, what this batch would write, or another."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from translate_kit.batch.journal import Output
from translate_kit.messages import _
from translate_kit.pipeline.signature import changes


class Kind(Enum):
    """Whether an output is to be written, is up to date, or is kept for another reason."""

    NEW = auto()
    FRESH = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """A kind, and why what is there stays; empty for what is to be written."""

    kind: Kind
    why: str = ""


NEW = Standing(Kind.NEW)


def standing(known: Output | None, now: Output) -> Standing:
    """Of a file that is there; ``known`` is what the journal wrote, ``now`` what would stand there
    if it were up to date, with the file's own hash."""
    if known is None:
        why = _("a file is there already; use --overwrite to replace it")
    elif known.sha256 != now.sha256:
        why = _("somebody changed it since it was written; use --overwrite to replace it")
    elif known.source_sha256 != now.source_sha256:
        why = _("its source was changed since; use --overwrite to translate it anew")
    elif found := list(_differences(known, now)):
        why = _("other than when it was translated: {what}; use --overwrite to translate it anew")
        why = why.format(what=_(", ").join(found))
    else:
        return Standing(Kind.FRESH, _("up to date"))
    return Standing(Kind.OTHER, why)


def _differences(known: Output, now: Output) -> Iterator[str]:
    if known.direction not in ("", now.direction):
        yield _("the language of the source")
    if known.columns != now.columns:
        yield _("the columns")
    if known.signature != now.signature:
        yield from list(changes(known.signature, now.signature)) or [_("the engine")]
