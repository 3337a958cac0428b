"""What a batch makes of each document: its translation, and what a reviewer wants beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Protocol

from translate_kit.batch.documents import Assembled
from translate_kit.batch.plan import Source
from translate_kit.batch.sentence import Sentence
from translate_kit.formats import suffix_after
from translate_kit.model import Pair


@dataclass(frozen=True, slots=True)
class Made:
    """A document in the target language, and all that is known of it.

    ``sha256`` is that of the source, ``folder`` the one that the batch writes to.
    """

    source: Source
    sha256: str
    folder: Path
    assembled: Assembled
    sentences: Sequence[Sentence]

    @property
    def pair(self) -> Pair:
        """The direction."""
        return self.assembled.pair


class Product(Protocol):
    """One kind of file."""

    def name(self, source: Source, language: str) -> PurePath:
        """What it is called, below the output folder."""

    def content(self, made: Made) -> bytes:
        """The file; the same bytes for the same document and translations."""


@dataclass(frozen=True, slots=True)
class Translated:
    """The document itself in the other language."""

    def name(self, source: Source, language: str) -> PurePath:
        return source.output(language, suffix_after(source.path))

    def content(self, made: Made) -> bytes:
        source = made.source
        return source.format.write(made.assembled.document, source.path, made.pair.target)
