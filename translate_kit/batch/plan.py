"""Which files a batch translates, and where each translation goes."""

import hashlib
import os
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from translate_kit.errors import BadData, UserError
from translate_kit.formats import format_of, has_columns
from translate_kit.formats.format import Format
from translate_kit.messages import _

LONGEST_NAME = 255
"""Bytes of a file name that every file system in use allows; 255 UTF-16 units on Windows."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to translate: its ``path``, and its ``name`` below the folder it was found in.

    ``columns`` are the chosen ones of a table; of none, and of other documents, all is translated.
    """

    path: Path
    name: PurePath
    columns: tuple[str, ...] = ()

    @property
    def format(self) -> Format:
        """Reads and writes it; raises BadData for a kind that can't be translated."""
        return format_of(self.path, self.columns)

    def output(self, language: str, suffix: str = "") -> PurePath:
        """The name of its translation below the output folder: ``reports/7.ru.docx``.

        ``suffix`` stands in for the source's own. A name that would be too long for a disk loses
        its middle, never its language.
        """
        ending = f".{language}{suffix or self.path.suffix}"
        stem = whole = self.name.stem
        half = len(whole) // 2
        while len(f"{stem}{ending}".encode()) > LONGEST_NAME:
            half -= 1
            # Names that differ only in what is lost stay two names.
            mark = hashlib.sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()[:6]
            stem = f"{whole[:half]}…{mark}…{whole[-half:]}"
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


def plan(
    paths: Sequence[Path], suffixes: Collection[str], out: Path, columns: Sequence[str] = ()
) -> Plan:
    """The files that ``paths`` name: files as they are, folders with all below them.

    ``suffixes`` are those of the formats we read, without dots, in lower case. In folders other
    kinds of files are passed over in silence; a file named by itself is always answered for. The
    output folder is never searched. Sources that would get one output name are told apart by the
    folders they lie in. ``columns`` are those of tables. Raises UserError for a path that is not
    there.
    """
    found = Plan()
    for path in paths:
        if path.is_dir():
            _add_folder(found, path, suffixes, out)
        elif path.exists():
            _add(found, Source(path, PurePath(path.name)))
        else:
            raise UserError(_("{path}: no such file or folder").format(path=path))
    once = list({_real(s.path): s for s in reversed(found.sources)}.values())[::-1]
    chosen = (replace(s, columns=tuple(columns)) if _is_table(s.path, columns) else s for s in once)
    found.sources = list(_numbered(_told_apart(list(chosen))))
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
    if path.name.encode("utf-8", "replace").decode("utf-8") != path.name:
        return _("its name is no text (unpacked from a foreign zip?); rename it")
    if not path.is_file():
        return _("not a file that can be read (a broken link?)")
    return ""


def _is_table(path: Path, columns: Sequence[str]) -> bool:
    """Whether ``columns`` concern it; what is none is translated whole, or fails by itself."""
    try:
        return bool(columns) and has_columns(path)
    except BadData:
        return False


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _told_apart(sources: Sequence[Source]) -> Sequence[Source]:
    """Of several with one name, each gets so many folders before it that they are different."""
    while True:
        places: dict[str, set[Path]] = {}
        for source in sources:
            places.setdefault(_folded(source.name), set()).add(_root(source))
        higher = [
            _from_above(source) if len(places[_folded(source.name)]) > 1 else source
            for source in sources
        ]
        if higher == sources:  # of two drives, which have no name, the same folders
            return sources
        sources = higher


def _root(source: Source) -> Path:
    """The folder that the source's name is seen from."""
    return Path(os.path.normpath(source.path.absolute())).parents[len(source.name.parts) - 1]


def _from_above(source: Source) -> Source:
    return replace(source, name=PurePath(_root(source).name, source.name))


def _numbered(sources: Iterable[Source]) -> Iterator[Source]:
    """What is still alike lies in one folder and differs in letter case: ``A~2.docx``."""
    taken: set[str] = set()
    for source in sources:
        name, number = source.name, 1
        while _folded(name) in taken:
            number += 1
            name = source.name.with_name(f"{source.name.stem}~{number}{source.name.suffix}")
        taken.add(_folded(name))
        yield replace(source, name=name)


def _folded(name: PurePath) -> str:
    """Equal for names that Windows or macOS take for one."""
    return unicodedata.normalize("NFC", name.as_posix()).casefold()
