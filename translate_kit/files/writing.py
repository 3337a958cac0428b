"""Writing files so that nothing of the user's is ever half there or replaced unasked."""

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from translate_kit.errors import AlreadyThere, CannotWrite
from translate_kit.messages import _


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


@contextmanager
def open_whole(path: Path, *, overwrite: bool = False) -> Iterator[BinaryIO]:
    """A file to write piece by piece, for what is too large for the memory.

    It takes its name when the block ends well; otherwise nothing of it remains. Raises as
    ``write_files``.
    """
    if not overwrite and path.exists():
        raise AlreadyThere(path)
    with ExitStack() as undo:
        temporary = _stage(path, b"", undo)
        try:
            with temporary.open("r+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise _refused(path, error) from None
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
        errno.EDQUOT: _("your share of the disk is used up; make room and run the command again"),
        errno.EFBIG: _("the file is larger than this disk allows"),
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
