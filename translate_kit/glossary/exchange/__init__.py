"""The glossary in the formats of other programs: a table of modules, one per format.

A module has ``write(concepts, options) -> {file name: content}`` and, where the format holds enough
to come back, ``read(path, glossary) -> Incoming``. Adding a format means adding a module and a row.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, cast

from translate_kit.errors import UserError
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.incoming import Incoming
from translate_kit.glossary.store import Glossary
from translate_kit.messages import _
from translate_kit.model import LANGUAGES, Pair
from translate_kit.plugins import Table

TABLE = Table(
    "glossary_formats",
    "glossary format",
    {
        name: f"translate_kit.glossary.exchange.{module}"
        for name, module in {
            "xlsx": "xlsx",
            "csv": "xlsx",
        }.items()
    },
)
BY_SUFFIX = {".xlsx": "xlsx", ".xlsm": "xlsx", ".csv": "csv", ".tsv": "csv"}
"""The format of a file that comes in, where nobody names it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What an export holds and is called.

    ``name`` is the file's name without its suffix; ``pair`` is the direction of formats that have
    one; ``revision`` is that of the glossary.
    """

    name: str
    revision: str
    pair: Pair = field(default=Pair("zh", "en"))
    languages: Sequence[str] = LANGUAGES


class Format(Protocol):
    """A module of the table; ``read`` may be missing."""

    write: Callable[[Sequence[Concept], Options], Mapping[str, bytes]]
    read: Callable[[Path, Glossary], Incoming]


def format_named(name: str) -> Format:
    """The format of that name; raises NotKnown."""
    return cast(Format, TABLE.load(name))


def read_file(path: Path, glossary: Glossary, name: str | None = None) -> Incoming:
    """What a file asks for; raises UserError for a format that only goes out."""
    found = name or BY_SUFFIX.get(path.suffix.lower(), "")
    if not found:
        why = _("{path}: say in which format it is, with --format")
        raise UserError(why.format(path=path))
    read: Any = getattr(format_named(found), "read", None)
    if read is None:
        raise UserError(_("files of the format {name} go out only").format(name=found))
    incoming: Incoming = read(path, glossary)
    return incoming
