"""Bilingual documents that paths name: bilingual files, pairs of files, folders, finished batches.

A translation is known by its name, as ``translate`` gives it: ``letter.ru.docx`` of
``letter.docx``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from translate_kit.batch import finished
from translate_kit.batch.passage import Passage, of_files
from translate_kit.checks.bitext import Wanted
from translate_kit.checks.bitext.reading import BILINGUAL
from translate_kit.errors import UserError
from translate_kit.formats import TABLE
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

_TABLES = frozenset({".xlsx", ".csv", ".tsv"})


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A document in two languages; ``path`` is the translation or the file that holds both.

    ``passages`` reads it, and raises UserError where that can't be done.
    """

    path: Path
    passages: Callable[[], Iterator[Passage]]
    holds_both: bool = False
    """Whether it is one file with both languages."""

    def is_of(self, since: date | None, until: date | None) -> bool:
        """Whether it was last changed within these days, both included."""
        if not self.path.exists():
            return True  # reading it will tell
        day = datetime.fromtimestamp(self.path.stat().st_mtime).astimezone().date()
        return (since is None or since <= day) and (until is None or day <= until)


def collect(paths: Sequence[Path], wanted: Wanted) -> Iterator[Bilingual]:
    """The bilingual documents, in the order of the paths and of their names in a folder.

    ``wanted`` are the languages of files that don't tell them. Two files of other names are a
    source and its translation. Raises UserError for a path that names no bilingual document. In
    folders other files are passed over; tables too, of which only a person knows what they hold.
    """
    files = [path for path in paths if not path.is_dir()]
    if len(paths) == len(files) == 2 and not any(_one(path, wanted) for path in files):
        yield Bilingual(files[1], partial(of_files, files, wanted))
        return
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path, wanted)
            continue
        found = _one(path, wanted)
        if found is None:
            why = _("{path} is one text; name its translation too, or a bilingual file")
            raise UserError(why.format(path=path))
        yield from found


def _one(path: Path, wanted: Wanted) -> list[Bilingual] | None:
    """What a file is: a translation, a source with translations beside it, a bilingual file."""
    source = source_of(path)
    if source is not None:
        return [_pair(source, path)]
    translations = [each for each in _translations(path) if each.is_file()]
    if translations:
        return [_pair(path, each) for each in translations]
    if path.suffix.lower() in BILINGUAL:
        return [Bilingual(path, partial(of_files, [path], wanted), holds_both=True)]
    return None


def source_of(path: Path) -> Path | None:
    """The document beside ``path`` of which that is the translation by its name; None for none."""
    stem, _dot, language = path.stem.rpartition(".")
    source = path.with_name(stem + path.suffix) if stem and language in LANGUAGES else None
    return source if source is not None and source.is_file() else None


def _translations(path: Path) -> list[Path]:
    return [path.with_name(f"{path.stem}.{code}{path.suffix}") for code in LANGUAGES]


def _pair(source: Path, translation: Path) -> Bilingual:
    language = translation.stem.rpartition(".")[2]
    return Bilingual(translation, partial(of_files, [source, translation], Wanted(None, language)))


def _in_folder(folder: Path, wanted: Wanted) -> Iterator[Bilingual]:
    if finished.is_batch(folder):
        for one in finished.delivered(folder):
            yield Bilingual(one.reviewed or one.path, partial(finished.passages, one))
        return
    try:
        names = sorted(folder.iterdir())
    except OSError as error:
        why = _("{path}: cannot be read: {why}")
        raise UserError(why.format(path=folder, why=error.strerror)) from None
    shown = [path for path in names if not path.name.startswith((".", "~$"))]
    for path in shown:
        if path.is_dir() and not path.is_symlink():
            yield from _in_folder(path, wanted)
        elif path.is_file():
            yield from _in_file(path, wanted)


def _in_file(path: Path, wanted: Wanted) -> Iterable[Bilingual]:
    """A file found in a folder: a translation counts, its source and the XLIFF beside it don't."""
    suffix = path.suffix.lower()
    source = source_of(path)
    if source is not None:
        known = suffix.removeprefix(".") in TABLE.places()
        return [_pair(source, path)] if known else []
    if any(each.is_file() for each in _translations(path)):
        return []
    offered = path.with_suffix("")
    beside = bool(offered.suffix) and offered.is_file()  # letter.ru.docx.xlf of letter.ru.docx
    if suffix in BILINGUAL and suffix not in _TABLES and not beside:
        return [Bilingual(path, partial(of_files, [path], wanted), holds_both=True)]
    return []
