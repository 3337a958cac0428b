"""Which files a batch translates, and where each translation goes."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from translate_kit.errors import UserError
from translate_kit.messages import _

LONGEST_NAME = 255
"""Bytes of a file name that every file system in use allows; 255 UTF-16 units on Windows."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to translate: its ``path``, and its ``name`` below the folder it was found in."""

    path: Path
    name: PurePath

    def output(self, language: str, suffix: str = "") -> PurePath:
        """The name of its translation below the output folder: ``reports/7.ru.docx``.

        ``suffix`` replaces the source's own (PDF becomes docx). A name that would be too long for
        a disk loses its middle, never its language.
        """
        ending = f".{language}{suffix or self.path.suffix}"
        stem = self.name.stem
        while len(f"{stem}{ending}".encode()) > LONGEST_NAME:
            half = (len(stem) - 1) // 2
            stem = f"{stem[: half - 1]}…{stem[len(stem) - half + 1 :]}"
        return self.name.with_name(f"{stem}{ending}")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file left out, and why, in the interface language."""

    path: Path
    why: str


@dataclass(slots=True)
class Plan:
    """The files of a batch, and those left out with the reason."""

    sources: list[Source] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def plan(paths: Sequence[Path], suffixes: Collection[str], out: Path) -> Plan:
    """The files that ``paths`` name: files as they are, folders with all below them.

    ``suffixes`` are those of the formats we read, without dots, in lower case. In folders other
    kinds of files are passed over in silence; a file named by itself is always answered for. The
    output folder is never searched. Raises UserError for a path that is not there, and where two
    sources would get one output name.
    """
    found = Plan()
    for path in paths:
        if path.is_dir():
            _add_folder(found, path, suffixes, out)
        elif path.exists():
            _add(found, Source(path, PurePath(path.name)))
        else:
            raise UserError(_("{path}: no such file or folder").format(path=path))
    found.sources = list({_real(s.path): s for s in reversed(found.sources)}.values())[::-1]
    _refuse_same_name(found.sources)
    return found


def _add_folder(found: Plan, folder: Path, suffixes: Collection[str], out: Path) -> None:
    for path in _files(folder, out):
        if path.suffix.lower().removeprefix(".") in suffixes:
            _add(found, Source(path, path.relative_to(folder)))


def _files(folder: Path, out: Path) -> Iterator[Path]:
    """All files below a folder, in a fixed order; links to folders are not followed: they may lead
    round in a circle."""
    avoided = _real(out)
    for place, folders, names in os.walk(folder, followlinks=False):
        here = Path(place)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and _real(here / name) != avoided
        )
        yield from (here / name for name in sorted(names))


def _add(found: Plan, source: Source) -> None:
    why = _unusable(source.path)
    if why:
        found.skipped.append(Skipped(source.path, why))
    else:
        found.sources.append(source)


def _unusable(path: Path) -> str:
    if path.name.startswith(("~$", ".~lock.")):
        return _("a lock file: the document is open in an office program")
    if path.name.startswith("."):
        return _("a hidden file")
    if not path.is_file():
        return _("not a file that can be read (a broken link?)")
    return ""


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _refuse_same_name(sources: Iterable[Source]) -> None:
    """Names that differ in case only are one file on Windows."""
    names: dict[str, Source] = {}
    for source in sources:
        first = names.setdefault(source.name.as_posix().casefold(), source)
        if first is not source:
            why = _("{first} and {second} would get the same output name; translate them apart")
            raise UserError(why.format(first=first.path, second=source.path))
