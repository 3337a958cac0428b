"""A place to prepare packages on the same disk as their folder, so that placing is one renaming."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate_kit.errors import CannotWrite
from translate_kit.messages import _

_PREFIX = ".translate-kit-"


@contextmanager
def staging(into: Path) -> Iterator[Path]:
    """A scratch folder beside ``into``, which is made; it is gone at the end, whatever happened.

    Beside, not inside: argostranslate fails on any folder among its packages that is none. Inside
    only where the parent can't be written or is another disk.
    """
    try:
        into.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=_beside(into)))
    except OSError as error:
        raise cannot_write(into, error) from None
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def place(prepared: Path, target: Path) -> None:
    """Give a prepared folder its place; raises CannotWrite, also where something stands there."""
    try:
        if target.exists():
            raise FileExistsError(None, os.strerror(17), str(target))
        prepared.rename(target)
    except OSError as error:
        raise cannot_write(target, error) from None


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """The error for a folder that the operating system refuses."""
    why = _("{path} cannot be written: {why}")
    return CannotWrite(why.format(path=path, why=error.strerror or error))


def _beside(into: Path) -> Path:
    parent = into.parent
    same_disk = parent.stat().st_dev == into.stat().st_dev
    return parent if same_disk and os.access(parent, os.W_OK) else into
