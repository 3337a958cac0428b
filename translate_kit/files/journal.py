"""Writing several files of a folder so that all are written or none, whatever happens.

A change is first written, whole, to one file, the journal; giving that file its name is the moment
at which the change is made. Only then are the files themselves written, and the journal is taken
away. Whoever comes after a process that died in between (``kill -9``, a power cut, a file open in
Excel) finds the journal and finishes the work; to finish it twice does no harm.

The lock is the operating system's: it ends with the process that holds it, so that a lock file left
behind by a dead process locks nobody out.
"""

import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate_kit.errors import BadData, CannotWrite
from translate_kit.files.reading import read_bytes
from translate_kit.files.writing import write_files
from translate_kit.messages import _

JOURNAL = "change.journal"
LOCK = "change.lock"
PATIENCE = 10.0
"""Seconds to wait for another person's change, which takes well below one."""

_TEMPORARY = ".translate-kit-*"
_STALE = 3600.0  # seconds after which a temporary file is nobody's any more


@dataclass(frozen=True, slots=True)
class Writing:
    """What one change writes: file name -> content, and a line for the end of ``log``.

    File names are relative to the folder and use ``/``; the log is ``log_size`` bytes long before.
    """

    files: Mapping[str, bytes]
    log: str
    log_size: int
    line: bytes


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Nobody else writes below ``folder`` meanwhile; what a dead process left is finished first.

    Raises CannotWrite where somebody else goes on writing, or where the folder can't be written.
    """
    from filelock import FileLock, Timeout  # 40 ms that readers need not spend

    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=patience)
    except Timeout:
        why = _("somebody else is changing {folder}; nothing was saved, try again")
        raise CannotWrite(why.format(folder=folder)) from None
    except (OSError, NotImplementedError) as error:
        raise _refused(folder, error) from None
    try:
        _recover(folder)
        yield
    finally:
        lock.release()


def pending(folder: Path) -> bool:
    """Whether a change is being carried out, or was begun by a process that died."""
    return (folder / JOURNAL).exists()


def settle(folder: Path) -> None:
    """Finish what a dead process left, or wait until a living one has finished.

    Raises CannotWrite where it must be finished and this person may not write there.
    """
    if pending(folder):
        try:
            with locked(folder):
                pass
        except CannotWrite as error:
            why = _("a change is not finished; somebody who may write must finish it: {why}")
            raise CannotWrite(why.format(why=error)) from None


def write(folder: Path, writing: Writing) -> None:
    """Make the change; call it with the lock held.

    Raises CannotWrite: before the journal has its name nothing has happened, afterwards the next
    ``locked`` finishes the change.
    """
    record = {
        "files": {name: content.decode("utf-8") for name, content in writing.files.items()},
        "log": writing.log,
        "log_size": writing.log_size,
        "line": writing.line.decode("utf-8"),
    }
    for name in (*writing.files, writing.log):
        _refuse_open(folder / name)
    content = json.dumps(record, ensure_ascii=False).encode("utf-8")
    write_files({folder / JOURNAL: content}, overwrite=True)
    _carry_out(folder, record)


def _refuse_open(path: Path) -> None:
    """Notice a file that Excel has open, or that is read-only, while nothing has been written."""
    if path.exists():
        try:
            path.open("r+b").close()
        except OSError as error:
            why = _("{path}: {why}; nothing was saved; is the file open in Excel or WPS?")
            raise CannotWrite(why.format(path=path, why=error.strerror)) from None


def _recover(folder: Path) -> None:
    path = folder / JOURNAL
    if path.exists():
        try:
            record = json.loads(read_bytes(path))
        except ValueError:  # no process of ours can have written it: it gets its name when whole
            why = _("the journal is damaged; put back your last copy of the files, delete this")
            raise BadData(path, why) from None
        _carry_out(folder, record)
    for litter in (*folder.glob(_TEMPORARY), *folder.glob(f"*/{_TEMPORARY}")):
        with suppress(OSError):
            if time.time() - litter.stat().st_mtime > _STALE:
                litter.unlink()


def _carry_out(folder: Path, record: Mapping[str, Any]) -> None:
    files = {folder / name: text.encode("utf-8") for name, text in record["files"].items()}
    write_files(files, overwrite=True)
    try:
        _append(folder / record["log"], record["log_size"], record["line"].encode("utf-8"))
        (folder / JOURNAL).unlink()
    except OSError as error:
        raise _refused(folder, error) from None


def _append(log: Path, size: int, line: bytes) -> None:
    """Write the line at its place, over the part of it that a dead process may have written.

    Where something else has come to stand there since (git has joined two logs), it is kept.
    """
    with log.open("r+b" if log.exists() else "x+b") as file:
        content = file.read()
        if line in content:
            return
        file.seek(size if line.startswith(content[size:]) else len(content))
        file.truncate()
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def _refused(folder: Path, error: Exception) -> CannotWrite:
    why = _("{folder} can't be written, nothing was saved: {why}")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return CannotWrite(why.format(folder=folder, why=reason))
