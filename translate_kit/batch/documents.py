"""A document between its format and the journal: its sentences out, their translations back in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate_kit.model import Document, Pair
from translate_kit.pipeline import (
    Origin,
    Progress,
    TranslatedBlock,
    Translation,
    cut,
    translate_blocks,
)


def sentences_of(document: Document, language: str) -> Iterator[str]:
    """All sentences in reading order, as the pipeline cuts them."""
    for block in document.blocks:
        for span in cut(block.text, language):
            yield span.of(block.text)


@dataclass(frozen=True, slots=True)
class Assembled:
    """A document in the target language with everything that is known of each of its blocks.

    ``blocks`` follow those of ``original``.
    """

    original: Document
    pair: Pair
    blocks: tuple[TranslatedBlock, ...]

    @property
    def document(self) -> Document:
        """The document for its format to write."""
        return Document(tuple(each.block for each in self.blocks))

    @property
    def translations(self) -> Iterator[Translation]:
        """Every sentence, in reading order."""
        for each in self.blocks:
            for placed in each.translated.sentences:
                yield placed.translation

    @property
    def untranslated(self) -> int:
        """How many sentences still stand in the source language."""
        return sum(each.origin is Origin.NONE for each in self.translations)


def assembled(document: Document, pair: Pair, answers: Mapping[str, Translation]) -> Assembled:
    """The document with ``answers`` in place of its sentences; one without answer stays."""
    blocks = translate_blocks(_Recorded(answers), document.blocks, pair)
    return Assembled(document, pair, tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Recorded:
    """Answers given earlier, as a translator."""

    answers: Mapping[str, Translation]

    def translate(
        self, sentences: Sequence[str], pair: Pair, progress: Progress | None = None
    ) -> list[Translation]:
        return [
            self.answers.get(each) or Translation(each, each, pair, Origin.NONE)
            for each in sentences
        ]
