"""The glossary in the formats of other programs: a table of modules, one per format.

A module has ``write(concepts, options) -> Export`` and, where the format holds enough to come back,
``read(path, glossary) -> Incoming``, or, where its files don't tell their languages,
``read_directed(path, glossary, pair) -> Incoming``. Adding a format is adding a module and a row.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, cast

from translate_kit.errors import UserError
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.incoming import Incoming
from translate_kit.glossary.store import Glossary
from translate_kit.messages import _
from translate_kit.model import Pair
from translate_kit.plugins import Table

_PLACE = "translate_kit.glossary.exchange."

TABLE = Table(
    "glossary_formats",
    "glossary format",
    {
        "xlsx": _PLACE + "xlsx",
        "csv": _PLACE + "xlsx",
        "tbx": _PLACE + "tbx_dca",
        "tbx-dct": _PLACE + "tbx_dct",
        "tbx-v2": _PLACE + "tbx_v2",
        "deepl": _PLACE + "deepl",
        "omegat": _PLACE + "omegat",
        "tmx": _PLACE + "tmx",
        "anki": _PLACE + "anki",
    },
)
ONE_WAY = ("deepl", "omegat", "tmx", "anki")
"""Formats that choose one term of each language, and so for one country's readers."""


@dataclass(frozen=True, slots=True)
class Options:
    """What an export is called and holds: ``file`` is the name that the person gave it.

    ``pair`` is the direction of formats that have one, ``country`` that of the readers for whom
    they choose among a concept's terms, empty for none in particular; ``revision`` is that of the
    glossary, ``now`` the time that formats with a date put down.
    """

    file: Path
    revision: str
    pair: Pair = field(default=Pair("zh", "en"))
    now: datetime = field(default_factory=lambda: datetime.now().astimezone())
    country: str = ""

    def named(self, suffix: str) -> str:
        """The file's name, with that suffix if the person gave it none."""
        return self.file.name if self.file.suffix else self.file.name + suffix


@dataclass(frozen=True, slots=True)
class Export:
    """The files of an export by name, and what the format could not hold, a line each."""

    files: Mapping[str, bytes]
    left_out: Sequence[str] = ()


class Format(Protocol):
    """A module of the table; ``read``, ``read_directed`` or both may be missing."""

    write: Callable[[Sequence[Concept], Options], Export]
    read: Callable[[Path, Glossary], Incoming]
    read_directed: Callable[[Path, Glossary, Pair | None], Incoming]


def format_named(name: str) -> Format:
    """The format of that name; raises NotKnown."""
    return cast(Format, TABLE.load(name))


def read_file(
    path: Path, glossary: Glossary, name: str | None = None, pair: Pair | None = None
) -> Incoming:
    """What a file asks for; raises UserError for a format that only goes out.

    ``pair`` is the direction of a list that doesn't tell it.
    """
    from translate_kit.glossary.exchange.recognition import recognized

    found = name or recognized(path)
    module = format_named(found)
    directed: Any = getattr(module, "read_directed", None)
    read: Any = getattr(module, "read", None)
    if read is None and directed is None:
        raise UserError(_("files of the format {name} go out only").format(name=found))
    if directed is None and pair is not None:
        why = _("files of the format {name} say their languages themselves; leave --pair out")
        raise UserError(why.format(name=found))
    incoming: Incoming = directed(path, glossary, pair) if directed else read(path, glossary)
    return incoming
