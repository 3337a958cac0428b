"""What makes a translation, in one line; and what of it is another than it was."""

import re
from collections.abc import Iterator

from translate_kit import __version__
from translate_kit.messages import _

_PARTS = re.compile(
    r"translate-kit (?P<version>\S+) \[(?P<engine>.*)\] x(?P<hypotheses>\d+) "
    r"glossary (?P<glossary>\S+) memory (?P<memory>\S+)(?: for (?P<country>\S+))?"
)


def signature(
    engine: str, hypotheses: int, glossary: str, memory: str, *, country: str = ""
) -> str:
    """The line; ``engine`` signs for itself, ``glossary`` and ``memory`` are revisions.

    ``country`` is that of the readers, empty for nobody's in particular.
    """
    made = f"[{engine}] x{hypotheses} glossary {glossary} memory {memory}"
    made += f" for {country}" if country else ""
    return f"translate-kit {__version__} {made}"


def country_of(signed: str) -> str:
    """The country of the readers that a signature tells; empty for none."""
    found = _PARTS.match(signed)
    return (found["country"] or "") if found else ""


def changes(before: str, now: str) -> Iterator[str]:
    """What differs between two signatures, in the interface language; nothing if not told."""
    old, new = _PARTS.match(before), _PARTS.match(now)
    if old is None or new is None:
        return
    names = {
        "version": _("translate-kit"),
        "engine": _("the engine"),
        "hypotheses": _("the quality"),
        "glossary": _("the glossary"),
        "memory": _("the memory"),
        "country": _("the country of the readers"),
    }
    yield from (name for part, name in names.items() if old[part] != new[part])
