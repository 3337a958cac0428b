"""Where ``glossary usage`` looks: the memory, the register, finished batches, documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.batch import finished
from translate_kit.cli.glossary.using import Reader, Use, is_document
from translate_kit.errors import UserError

if TYPE_CHECKING:
    from translate_kit.batch.finished import Delivered
    from translate_kit.memory import Unit
    from translate_kit.register import Entry
    from translate_kit.workspace import Workspace

MEMORY, REGISTER = "memory", "register"


def in_memory(reader: Reader, units: Iterable[Unit]) -> Iterator[Use]:
    """The uses in the memory's units, in their order."""
    for unit in units:
        for language, text in unit.texts.items():
            yield from reader.uses(MEMORY, unit.id, text, [language])


def in_register(reader: Reader, workspace: Workspace) -> Iterator[Use]:
    """The uses in what the register knows of letters, replies and samples, letter by letter.

    The texts of the letters lie where they were written: name that folder.
    """
    from translate_kit.register import FILE, Register

    if workspace.folder is not None and (workspace.folder / FILE).is_file():
        for entry in Register(workspace.folder / FILE).entries():
            for text in dict.fromkeys(filter(None, _texts(entry))):
                yield from reader.uses(REGISTER, entry.label, text, ["zh"])


def _texts(entry: Entry) -> Iterator[str]:
    """What the register says in Chinese of a letter."""
    yield from map(str, entry.letter.goods)
    yield entry.letter.note
    for reply in entry.replies:
        yield reply.summary
        yield from (str(promise.goods) for promise in reply.promises)
    for sample in entry.samples:
        yield str(sample.goods)
        yield sample.note


def read_all(reader: Reader, paths: Sequence[Path]) -> tuple[list[Use], int]:
    """The uses in documents and batches, and how many could not be read: each is named."""
    uses, refused = list[Use](), 0
    for one in _sources(paths):
        try:
            uses += in_document(reader, one) if isinstance(one, Path) else in_batch(reader, one)
        except UserError as error:
            click.echo(str(error), err=True)
            refused += 1
    return uses, refused


def _sources(paths: Iterable[Path]) -> Iterator[Path | Delivered]:
    """The files; of folders the batches in them, and other documents in order of their names."""
    for path in paths:
        if not path.is_dir():
            yield path
        elif finished.is_batch(path):
            yield from finished.delivered(path)
        else:
            inside = [each for each in sorted(path.iterdir()) if not each.name.startswith(".")]
            yield from _sources(each for each in inside if each.is_dir() or is_document(each))


def in_batch(reader: Reader, one: Delivered) -> list[Use]:
    """The uses in a document of a batch and in its translation, segment by segment."""
    return [
        use
        for passage in finished.passages(one)
        for language, text in (
            (passage.pair.source, passage.source),
            (passage.pair.target, passage.target),
        )
        for use in reader.uses(
            passage.document, f"{passage.number}, {passage.where}", text, [language]
        )
    ]


def in_document(reader: Reader, file: Path) -> list[Use]:
    """The uses in a document of any format; raises UserError where it can't be read."""
    from translate_kit.formats import format_of

    blocks = format_of(file).read(file).blocks
    language = _language("\n".join(block.text for block in blocks))
    order = sorted(reader.languages, key=lambda code: code != language)
    return [
        use for block in blocks for use in reader.uses(str(file), block.where, block.text, order)
    ]


def _language(text: str) -> str:
    from translate_kit.languages.detect import detect

    return detect(text).language if text.strip() else ""
