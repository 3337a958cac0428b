"""What was installed: a file in each package that says what its files should be.

``translate-kit.json`` is written when a package is installed by us; ``verify`` compares it with the
disk. A package that argostranslate installed has none.
"""

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from translate_kit.engines.packages.digest import file_digest
from translate_kit.engines.packages.package import is_ours
from translate_kit.errors import BadData
from translate_kit.files import read_text
from translate_kit.messages import _

RECORD = "translate-kit.json"
PROBE = "translate-kit-probe.json"


@dataclass(frozen=True, slots=True)
class Record:
    """Where a package came from (a file's name, never its path, or an address) and its files."""

    source: str
    installed: str
    files: Mapping[str, str]
    """Path within the package -> SHA-256."""


def recorded(folder: Path) -> dict[str, str]:
    """The files of a package and their SHA-256; ours that lie beside them are not counted."""
    return {
        path.relative_to(folder).as_posix(): file_digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not is_ours(path)
    }


def write_record(folder: Path, source: str) -> None:
    """Record a package that has just been unpacked into ``folder``."""
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    record = {"source": source, "installed": today, "sha256": recorded(folder)}
    text = json.dumps(record, ensure_ascii=False, indent=1)
    (folder / RECORD).write_text(text, encoding="utf-8", newline="\n")


def read_record(folder: Path) -> Record | None:
    """The record of a package, or None; raises BadData where it is no record."""
    path = folder / RECORD
    if not path.is_file():
        return None
    try:
        data = json.loads(read_text(path))
        files = {str(name): str(value) for name, value in data["sha256"].items()}
        return Record(str(data["source"]), str(data["installed"]), files)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise BadData(path, _("not a record of an installed package")) from None


def differences(folder: Path, record: Record) -> Iterator[str]:
    """What is not as it was installed, one line each, in the interface language."""
    now = recorded(folder)
    for name, expected in record.files.items():
        if name not in now:
            yield _("{file} is missing").format(file=name)
        elif now[name] != expected:
            yield _("{file} has changed").format(file=name)
    for name in now.keys() - record.files.keys():
        yield _("{file} was not installed with it").format(file=name)
