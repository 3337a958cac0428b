"""The output folder of a batch: made when needed, and worked in by one run at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from translate_kit.errors import CannotWrite, UserError
from translate_kit.messages import _

LOCK = ".translate-kit.lock"


@contextmanager
def occupied(folder: Path) -> Iterator[None]:
    """Work in the folder alone; the lock of a process that died is no hindrance.

    Raises UserError where another run works there, CannotWrite where it can't be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK, timeout=0)
        lock.acquire()
    except Timeout:
        why = _("another run is working in {folder}; let it finish, or choose another folder")
        raise UserError(why.format(folder=folder)) from None
    except OSError as error:
        why = _("{path} cannot be written: {why}")
        raise CannotWrite(why.format(path=folder, why=error.strerror)) from None
    try:
        yield
    finally:
        lock.release()


def seen_from(folder: Path, path: Path) -> str:
    """The path relative to a folder; from another drive of Windows there is none, then absolute."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.absolute().as_posix()
