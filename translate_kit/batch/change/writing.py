"""Documents of a batch put in place of what stood there: all of them, or none, whatever happens.

The new contents are first entered in the journal, in one transaction: that is the moment at which
the change is made. Whoever comes after a process that died in between puts the rest in place.
"""

from collections.abc import Sequence
from pathlib import Path

from translate_kit.batch.change.document import ChangedDocument, answers_of
from translate_kit.batch.journal import Journal, Output
from translate_kit.errors import CannotWrite
from translate_kit.files import sha256_of, write_files
from translate_kit.messages import _


def put_in_place(folder: Path, changed: Sequence[ChangedDocument]) -> list[Path]:
    """Write the documents of one batch; returns the files. Call it with the folder occupied.

    Raises CannotWrite, before anything is changed, where a file is open in another program.
    """
    contents = {o: content for one in changed for o, content in (one.contents or {}).items()}
    if not contents:
        return []
    for output in contents:
        _refuse_open(folder / output.name)
    Journal.of(folder).begin_change(answers_of(changed), contents)
    return settle(folder)


def settle(folder: Path) -> list[Path]:
    """Finish a change that was begun; returns the files written. What a person has worked on
    meanwhile stays.

    Raises CannotWrite where a file can't be written; the next time goes on.
    """
    journal = Journal.of(folder)
    waiting = journal.changing()
    if not waiting:
        return []
    new = {each: content for each, content in waiting.items() if _is_ours(folder, journal, each)}
    write_files({folder / each.name: content for each, content in new.items()}, overwrite=True)
    journal.end_change(new)
    return [folder / each.name for each in new]


def _is_ours(folder: Path, journal: Journal, new: Output) -> bool:
    path, known = folder / new.name, journal.output(new.name)
    if not path.is_file() or known is None:
        return True
    return sha256_of(path) in (known.sha256, new.sha256)


def _refuse_open(path: Path) -> None:
    try:
        path.open("r+b").close()
    except OSError as error:
        why = _("{path}: {why}; nothing was changed; is the file open in Word or Excel?")
        raise CannotWrite(why.format(path=path, why=error.strerror)) from None
