"""The blocks of a document through the pipeline, their tags back in place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate_kit.model import Block, Finding, Pair
from translate_kit.pipeline.pipeline import Progress
from translate_kit.pipeline.tags import project
from translate_kit.pipeline.text import TranslatedText, Translator, translate_texts
from translate_kit.pipeline.translation import Origin


@dataclass(frozen=True, slots=True)
class TranslatedBlock:
    """A block in the target language with the id, place and tags of its original.

    ``block.pending`` says that some sentence of it is still in the source language. ``findings``
    have their places in the whole texts and say where in the document the block is.
    """

    block: Block
    translated: TranslatedText
    findings: tuple[Finding, ...]


def translate_blocks(
    pipeline: Translator, blocks: Sequence[Block], pair: Pair, progress: Progress | None = None
) -> list[TranslatedBlock]:
    """Every block translated, all their sentences in one job, equal ones alike."""
    texts = translate_texts(pipeline, [block.text for block in blocks], pair, progress)
    return [_assembled(block, text) for block, text in zip(blocks, texts, strict=True)]


def _assembled(block: Block, text: TranslatedText) -> TranslatedBlock:
    projected = project(block.tags, text)
    pending = any(each.translation.origin is Origin.NONE for each in text.sentences)
    made = replace(block, text=text.text, tags=projected.tags, pending=pending)
    findings = (replace(f, where=block.where) for f in (*text.findings, *projected.findings))
    return TranslatedBlock(made, text, tuple(findings))
