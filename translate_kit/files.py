"""Reading what people's programs left in files, and writing so that nothing is ever half there.

Excel and WPS write CSV as UTF-8 with a byte order mark, as GBK or as UTF-16, with commas,
semicolons or tabs; all are read. What we write is UTF-8 with LF.
"""

import csv
import errno
import io
import os
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate_kit.errors import AlreadyThere, BadData, CannotWrite, UserError, nearest
from translate_kit.messages import _

_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the ``cells`` by column, and the ``line`` it begins on in the file."""

    file: Path
    line: int
    cells: Mapping[str, str]

    def bad(self, column: str, why: str) -> BadData:
        """The error to raise for a cell of this row."""
        return BadData(self.file, why, line=self.line, field=column)


def read_bytes(path: Path) -> bytes:
    """The content of a file the person named; raises UserError where it can't be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(_("{path}: no such file").format(path=path)) from None
    except IsADirectoryError:
        raise UserError(_("{path} is a folder; name a file").format(path=path)) from None
    except OSError as error:
        raise UserError(
            _("{path}: cannot be read: {why}").format(path=path, why=error.strerror)
        ) from None


def read_text(path: Path) -> str:
    """A text file in UTF-8, with or without byte order mark, newlines as ``\\n``.

    Raises BadData naming the line of the first byte that is not UTF-8.
    """
    content = read_bytes(path)
    try:
        return _newlines(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        why = _("this is not UTF-8 text; save the file as UTF-8 and try again")
        raise BadData(path, why, line=line) from None


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file; raises BadData with what the parser says, which names line and column."""
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise BadData(path, _("not valid TOML: {why}").format(why=error)) from None


def read_office_text(path: Path) -> str:
    """Text as office programs save it: UTF-8, UTF-16 by its mark, otherwise GB18030 (GBK)."""
    content = read_bytes(path)
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return _newlines(_decode(path, content, encoding))
    try:
        return _newlines(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _newlines(_decode(path, content, "gb18030"))


def read_table(path: Path, *, required: tuple[str, ...], known: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a CSV or TSV file with a header, cells trimmed, blank rows left out.

    ``required`` columns must be there; any column outside ``known`` is refused with the nearest
    known name, because a misspelt column would otherwise lose its cells in silence. A missing
    cell at the end of a row is empty; a surplus one is refused.
    """
    text = read_office_text(path)
    if "\0" in text:
        raise BadData(path, _("NUL byte found; the file is damaged or not a table"))
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text, path), strict=True)
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            trimmed = [cell.strip() for cell in cells]
            if header is None:
                header = _header(path, trimmed, required, known)
            elif any(trimmed):
                yield _row(path, line, header, trimmed)
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadData(path, _("not a readable table: {why}").format(why=error), line=line) from None
    if header is None:
        raise BadData(path, _("the file is empty; it needs a header row"), line=1)


def _header(
    path: Path, columns: list[str], required: tuple[str, ...], known: tuple[str, ...]
) -> list[str]:
    for column in columns:
        if column and column not in known:
            near = nearest(column, known)
            hint = _("; did you mean “{near}”?").format(near=near) if near else ""
            raise BadData(path, _("unknown column") + hint, line=1, field=column)
        if column and columns.count(column) > 1:
            raise BadData(path, _("this column is there twice"), line=1, field=column)
    for column in required:
        if column not in columns:
            raise BadData(path, _("this column is missing"), line=1, field=column)
    return columns


def _row(path: Path, line: int, header: list[str], cells: list[str]) -> Row:
    if any(cells[len(header) :]):
        why = _("{found} cells, but the header has {expected}; quote cells that hold a comma")
        raise BadData(path, why.format(found=len(cells), expected=len(header)), line=line)
    padded = cells + [""] * (len(header) - len(cells))
    return Row(path, line, {c: v for c, v in zip(header, padded, strict=False) if c})


def _delimiter(text: str, path: Path) -> str:
    if path.suffix.lower() == ".tsv":
        return "\t"
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _decode(path: Path, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        why = _("neither UTF-8 nor GBK text; save the file as “CSV UTF-8” and try again")
        raise BadData(path, why, line=line) from None


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write_files(contents: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Write several files so that each is there whole or not at all.

    All are first written beside their places under temporary names, so a full disk leaves nothing
    behind. Raises AlreadyThere (before writing anything) for an existing file unless
    ``overwrite``, and CannotWrite where the operating system refuses.
    """
    for path in contents:
        if not overwrite and path.exists():
            raise AlreadyThere(path)
    with ExitStack() as undo:
        staged = {path: _stage(path, content, undo) for path, content in contents.items()}
        for path, temporary in staged.items():
            _place(temporary, path, overwrite=overwrite)


def _stage(path: Path, content: bytes, undo: ExitStack) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".translate-kit-", dir=path.parent)
        temporary = Path(name)
        undo.callback(temporary.unlink, missing_ok=True)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
    except OSError as error:
        raise _refused(path, error) from None
    return temporary


def _place(temporary: Path, path: Path, *, overwrite: bool) -> None:
    """Give the file its name. Linking, unlike renaming, fails where somebody was faster."""
    try:
        if overwrite:
            temporary.replace(path)
            return
        try:
            path.hardlink_to(temporary)
        except FileExistsError:
            raise AlreadyThere(path) from None
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EROFS, errno.EACCES):
                raise
            if path.exists():  # a file system without hard links, such as FAT on a memory stick
                raise AlreadyThere(path) from None
            temporary.replace(path)
    except OSError as error:
        raise _refused(path, error) from None


def _refused(path: Path, error: OSError) -> CannotWrite:
    advice = {
        errno.ENOSPC: _("the disk is full; make room and run the command again"),
        errno.EACCES: _("no permission; is the file open in Word, or the folder read-only?"),
        errno.EROFS: _("the folder is read-only; choose another with --out"),
        errno.ENOTDIR: _("a part of this path is a file, not a folder"),
        errno.EEXIST: _("a part of this path is a file, not a folder"),
        errno.ENAMETOOLONG: _("the name is too long for this disk"),
    }
    why = advice.get(error.errno or 0, error.strerror or str(error))
    return CannotWrite(_("{path} cannot be written: {why}").format(path=path, why=why))


def _umask() -> int:
    """The permissions a new file should lack; there is no way to ask without setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


@dataclass(frozen=True, slots=True)
class Overlay:
    """Folders laid over each other: the first that has a file wins, file by file.

    The workspace's own folder lies over the shipped one, so that a person who changes one template
    keeps getting the improvements of all the others.
    """

    folders: tuple[Path, ...]

    def find(self, name: str) -> Path | None:
        """The path of the file ``name`` (``"appeal/ru.md.j2"``), or None where no folder has it."""
        return next((f / name for f in self.folders if (f / name).is_file()), None)

    def containing(self, name: str) -> tuple[str, ...]:
        """The names of all sub-folders that hold a file ``name``, sorted."""
        found = {path.parent.name for f in self.folders for path in f.glob(f"*/{name}")}
        return tuple(sorted(found))
