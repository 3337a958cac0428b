"""Unpacking a zip that a stranger may have made: nothing is written outside, nothing too large.

Refused by name: absolute paths, ``..``, drive letters, backslashes, symbolic links and devices,
names that Windows reserves, two names that differ only in case, encrypted or duplicate entries,
and archives that unpack to far more than they say or than a disk holds.
"""

import re
import shutil
import stat
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from translate_kit.errors import BadData, CannotWrite, UserError
from translate_kit.messages import _

MOST_FILES = 10_000
MOST_BYTES = 16 << 30  # the largest published models are about 5 GB
_MOST_SWOLLEN = 200  # weights hardly shrink, vocabularies about tenfold; a bomb a thousandfold
_SMALL = 16 << 20  # bytes that may shrink as they like: a file of blanks is no bomb
_LONGEST_NAME = 200  # characters; Windows allows 260 for the whole path
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.I)
_FORBIDDEN = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]')
_PIECE = 1 << 20


@contextmanager
def open_archive(path: Path) -> Iterator[ZipFile]:
    """The archive, its entries checked; raises BadData naming file and entry."""
    with _opened(path) as file:
        try:
            with ZipFile(file) as archive:
                check(path, archive.infolist())
                yield archive
        except (BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
            why = _("not a model package that can be unpacked: {why}")
            raise BadData(path, why.format(why=error)) from None


def _opened(path: Path) -> BinaryIO:
    if path.is_dir():
        raise UserError(_("{path} is a folder; name a file").format(path=path))
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise UserError(_("{path}: no such file").format(path=path)) from None
    except OSError as error:
        why = _("{path}: cannot be read: {why}")
        raise UserError(why.format(path=path, why=error.strerror)) from None


def check(path: Path, entries: Sequence[ZipInfo]) -> None:
    """Refuse what must not be unpacked; raises BadData naming the first such entry."""
    if len(entries) > MOST_FILES:
        raise BadData(path, _("too many files in it ({n})").format(n=len(entries)))
    names = _Names()
    for entry in entries:
        why = _wrong_name(entry.orig_filename) or _wrong_kind(entry) or names.clash(entry)
        if why:
            raise BadData(path, why, field=printable(entry.orig_filename))
    whole, packed = sum(entry.file_size for entry in entries), path.stat().st_size
    if whole > MOST_BYTES:
        raise BadData(path, _("unpacks to more than {n} GB").format(n=MOST_BYTES >> 30))
    if whole > _SMALL + _MOST_SWOLLEN * packed:  # many names for the same few bytes
        raise BadData(path, _("unpacks to {n} times its size").format(n=whole // packed))


def extract(archive: ZipFile, entries: Iterable[ZipInfo], into: Path) -> None:
    """Write the entries below ``into``, counting the bytes that really come.

    Raises BadData for an entry that is longer than it said or damaged, CannotWrite where the disk
    is full.
    """
    entries = list(entries)
    need, free = sum(entry.file_size for entry in entries), shutil.disk_usage(into).free
    if need > free:
        why = _("{path}: {need} MB are needed and {free} MB are free; make room and try again")
        raise CannotWrite(why.format(path=into, need=need >> 20, free=free >> 20))
    for entry in entries:
        place = into.joinpath(*PurePosixPath(entry.filename).parts)
        if entry.is_dir():
            place.mkdir(parents=True, exist_ok=True)
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        _write(archive, entry, place)


def _write(archive: ZipFile, entry: ZipInfo, place: Path) -> None:
    written = 0
    try:
        with archive.open(entry) as packed, place.open("xb") as out:
            while piece := packed.read(_PIECE):
                written += len(piece)
                if written > entry.file_size:
                    raise BadZipFile(_("longer than it says"))
                out.write(piece)
    except (BadZipFile, zlib.error, EOFError) as error:
        why = _("damaged: {why}").format(why=error)
        raise BadData(str(archive.filename), why, field=printable(entry.filename)) from None
    except OSError as error:
        why = _("{path} cannot be written: {why}")
        raise CannotWrite(why.format(path=place, why=error.strerror or error)) from None


def printable(name: str) -> str:
    """A name from an archive as a console may show it."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in name)[:_LONGEST_NAME]


def _wrong_name(name: str) -> str | None:
    if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name):
        return _("an absolute path")
    if _FORBIDDEN.search(name):
        return _("a character that no file name may have")
    if len(name) > _LONGEST_NAME:
        return _("the name is too long")
    for part in name.removesuffix("/").split("/"):
        if part in ("", ".", ".."):
            return _("a path that leads outside")
        if _DEVICES.fullmatch(part) or part[-1] in ". ":
            return _("a name that Windows reserves")
    return None


def _wrong_kind(entry: ZipInfo) -> str | None:
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return _("a link or a device")
    if entry.flag_bits & 0x1:
        return _("encrypted")
    swollen = entry.file_size > _MOST_SWOLLEN * max(entry.compress_size, 1)
    if swollen and entry.file_size > _SMALL:
        return _("unpacks to {n} times its size").format(
            n=entry.file_size // max(entry.compress_size, 1)
        )
    return None


class _Names:
    """The names met so far, as Windows and macOS compare them: case and composition aside."""

    def __init__(self) -> None:
        self._spelt: dict[str, str] = {}
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def clash(self, entry: ZipInfo) -> str | None:
        """Why this entry can't stand beside the earlier ones, or None; then it counts as met."""
        path = entry.filename.removesuffix("/")
        parts = path.split("/")
        for n in range(1, len(parts) + 1):
            whole = "/".join(parts[:n])
            other = self._spelt.setdefault(_folded(whole), whole)
            if other != whole:
                return _("the same name as {other}").format(other=printable(other))
        key = _folded(path)
        if key in self._files:
            return _("there twice")
        self._folders |= {_folded("/".join(parts[:n])) for n in range(1, len(parts))}
        (self._folders if entry.is_dir() else self._files).add(key)
        return _("both a file and a folder") if self._folders & self._files else None


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
