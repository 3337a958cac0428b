"""A finished batch: the translations that its journal tells of, and what they say now."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from translate_kit.batch.documents import sentences_of
from translate_kit.batch.journal import FILE, Journal, Output
from translate_kit.batch.passage import Passage, of_files
from translate_kit.batch.plan import Source
from translate_kit.batch.product import Translated
from translate_kit.checks.bitext import Wanted
from translate_kit.errors import UserError
from translate_kit.files import sha256_of
from translate_kit.formats import suffix_after
from translate_kit.messages import _
from translate_kit.model import Pair
from translate_kit.pipeline import Origin, cut


@dataclass(frozen=True, slots=True)
class Delivered:
    """A translation in the output ``folder`` of a batch, and the document it was made of."""

    folder: Path
    output: Output
    source: Source
    pair: Pair

    @property
    def path(self) -> Path:
        """The translation."""
        return self.folder / self.output.name

    @property
    def reviewed(self) -> Path | None:
        """What ``translate-kit apply`` wrote beside it from a reviewer's file; None without."""
        name = (
            f"{self.source.path.stem}.{self.pair.target}.reviewed{suffix_after(self.source.path)}"
        )
        path = self.path.parent / name
        return path if path.is_file() else None

    @property
    def intact(self) -> bool:
        """Whether the translation still is what the batch wrote."""
        return self.path.is_file() and sha256_of(self.path) == self.output.sha256

    def require_source(self) -> Path:
        """The document; raises UserError where it is gone or was changed since."""
        path = self.source.path
        if not path.is_file():
            why = _("the document {path} is not there any more; {name} can't be read beside it")
            raise UserError(why.format(path=path, name=self.path))
        if sha256_of(path) != self.output.source_sha256:
            why = _("{path} was changed since it was translated; translate it again")
            raise UserError(why.format(path=path))
        return path


def is_batch(folder: Path) -> bool:
    """Whether a batch has written to the folder."""
    return (folder / FILE).is_file()


def delivered(folder: Path) -> Iterator[Delivered]:
    """The translations of a batch, by name; raises UserError where the journal can't be read."""
    for output in Journal.of(folder).outputs():
        if output.source and output.direction:
            path = folder / output.source
            columns = tuple(filter(None, output.columns.split(",")))
            columns = tuple(filter(None, output.columns.split(",")))
            source = Source(path, PurePath(output.document), columns)
            pair = Pair.parse(output.direction)
            if Translated().name(source, pair.target).as_posix() == output.name:
                yield Delivered(folder, output, source, pair)


def passages(one: Delivered) -> Iterator[Passage]:
    """The sentences as the journal has them; where a person has been at work since, the
    paragraphs as they stand now.

    Raises UserError where document or translation can't be read.
    """
    source = one.require_source()
    if one.reviewed or not one.intact:
        pair = Wanted(one.pair.source, one.pair.target)
        yield from of_files([source, one.reviewed or one.path], pair)
        return
    document = one.source.format.read(source)
    sentences = sentences_of(document, one.pair.source)
    journal = Journal.of(one.folder)
    answers = journal.answers(one.pair, one.output.answers, sentences)
    number = 0
    for block in document.blocks:
        for span in cut(block.text, one.pair.source):
            number += 1
            made = answers.get(span.of(block.text))
            if made and made.origin is not Origin.NONE:
                place = str(one.path), number, block.where
                yield Passage(*place, made.source, made.text, one.pair)
