"""Running text through the pipeline: cut into sentences, translated, put back with its layout."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol

from translate_kit.languages import segmentation
from translate_kit.model import Alignment, Finding, Pair, Span
from translate_kit.pipeline.alignments import moved
from translate_kit.pipeline.long_lines import cut_long
from translate_kit.pipeline.pipeline import Progress
from translate_kit.pipeline.translation import Translation


class Translator(Protocol):
    """What translates sentences: a ``Pipeline``, or a record of what one made earlier."""

    def translate(
        self, sentences: Sequence[str], pair: Pair, progress: Progress | None = None
    ) -> list[Translation]:
        """A translation for each sentence, in their order."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence of a text with its translation, and where both stand."""

    translation: Translation
    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class TranslatedText:
    """A text, its translation with the same line breaks and indents, and its sentences."""

    source: str
    text: str
    pair: Pair
    sentences: tuple[Placed, ...]

    @property
    def alignment(self) -> Alignment:
        """Links between the two texts as wholes."""
        return tuple(
            link
            for each in self.sentences
            for link in moved(each.translation.alignment, each.source.start, each.target.start)
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in the sentences, with places in the whole texts."""
        return tuple(
            _in_text(each, f) for each in self.sentences for f in each.translation.findings
        )


def cut(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of a text as they are translated: lines without end in pieces."""
    return tuple(cut_long(text, segmentation.split(text, language)))


def translate_texts(
    pipeline: Translator, texts: Sequence[str], pair: Pair, progress: Progress | None = None
) -> list[TranslatedText]:
    """Every text translated, all their sentences in one job.

    Any string will do; what is no sentence (blank lines, bullets, lines to fill in) stays.
    """
    found = [cut(text, pair.source) for text in texts]
    sentences = [span.of(text) for text, spans in zip(texts, found, strict=True) for span in spans]
    made = iter(pipeline.translate(sentences, pair, progress))
    return [
        _assembled(text, spans, list(islice(made, len(spans))), pair)
        for text, spans in zip(texts, found, strict=True)
    ]


def translate_text(pipeline: Translator, text: str, pair: Pair) -> TranslatedText:
    """One text translated; see ``translate_texts``."""
    return translate_texts(pipeline, [text], pair)[0]


def _assembled(
    text: str, spans: Sequence[Span], made: Sequence[Translation], pair: Pair
) -> TranslatedText:
    placed = segmentation.place(text, spans, [each.text for each in made], pair.target)
    sentences = map(Placed, made, spans, placed.spans)
    return TranslatedText(text, placed.text, pair, tuple(sentences))


def _in_text(placed: Placed, finding: Finding) -> Finding:
    return replace(
        finding,
        span=_shifted(finding.span, placed.target.start),
        source_span=_shifted(finding.source_span, placed.source.start),
    )


def _shifted(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None
