"""A document as its reviewer corrected it in an XLIFF file, and what the memory learns from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translate_kit import checks
from translate_kit.batch.documents import Assembled
from translate_kit.batch.sentence import Sentence, sentences
from translate_kit.batch.tagging import settled
from translate_kit.checks import Knowledge
from translate_kit.errors import BadData, UserError
from translate_kit.files import sha256_of
from translate_kit.formats import format_of
from translate_kit.formats.interchange import Mark, Returned, ReturnedSegment
from translate_kit.languages import segmentation
from translate_kit.messages import _
from translate_kit.model import (
    LANGUAGES,
    Block,
    Finding,
    Pair,
    Severity,
    Span,
    TranslationUnit,
)
from translate_kit.pipeline import Origin, Placed, TranslatedBlock, TranslatedText, Translation, cut

CHECK = "review"


@dataclass(frozen=True, slots=True)
class Corrected:
    """The document's new content, its sentences with what was found, and what was approved.

    ``held`` is how many approved sentences the memory does not get: they have an error.
    """

    content: bytes
    pair: Pair
    sentences: Sequence[Sentence]
    approved: tuple[TranslationUnit, ...]
    held: int

    @property
    def untranslated(self) -> int:
        """How many sentences stand in the source language."""
        return sum(each.origin is Origin.NONE for each in self.sentences)


def original_of(file: Path, returned: Returned, given: Path | None = None) -> Path:
    """The document that was translated: ``given``, or where the XLIFF file says it is.

    Raises UserError where it is not there or no longer what it was.
    """
    places = [given] if given else _places(file, returned.original)
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        why = _("the document {path} is not there; say where it is now: --original FILE")
        raise UserError(why.format(path=places[0]))
    sha256 = sha256_of(found)
    if returned.sha256 and sha256 != returned.sha256:
        why = _(
            "{path} is not the document that was translated, or was changed since; name the right "
            "one with --original FILE, or translate it again"
        )
        raise UserError(why.format(path=found))
    return found


def _places(file: Path, name: str) -> list[Path]:
    """Where it was seen from the XLIFF file, and beside it."""
    return [file.parent / name, file.parent / Path(name).name]


def correct(
    file: Path, returned: Returned, original: Path, knowledge: Knowledge, *, everything: bool
) -> Corrected:
    """The document with the reviewer's words; ``everything`` counts every sentence as approved.

    What has no translation stays in the source language. Raises BadData, with the line of
    ``file``, where a sentence or a tag is none of the document's.
    """
    form = format_of(original, returned.columns)
    document = form.read(original)
    by_block = _by_block(file, returned, document.blocks)
    blocks = [
        _block(file, block, by_block.get(number, {}), returned.pair, knowledge)
        for number, block in enumerate(document.blocks, 1)
    ]
    assembled = Assembled(document, returned.pair, tuple(blocks))
    found = sentences(assembled, knowledge)
    passed = [each for each in found if _is_approved(each, by_block, blocks, everything=everything)]
    sound = [each for each in passed if not _is_wrong(each)]
    units = tuple(dict.fromkeys(map(_words, sound)))
    return Corrected(
        form.write(assembled.document, original, returned.pair.target),
        returned.pair,
        found,
        tuple(_unit(words, returned.pair) for words in units),
        len(passed) - len(sound),
    )


_Segments = Mapping[int, ReturnedSegment]


def _by_block(
    file: Path, returned: Returned, blocks: Sequence[Block]
) -> dict[int, dict[int, ReturnedSegment]]:
    found: dict[int, dict[int, ReturnedSegment]] = {}
    for segment in returned.segments:
        if not 1 <= segment.unit <= len(blocks):
            raise BadData(file, _strange(segment), line=segment.line)
        found.setdefault(segment.unit, {})[segment.number] = segment
    return found


def _strange(segment: ReturnedSegment) -> str:
    why = _("segment u{unit}s{number} is no sentence of the document; was its source text changed?")
    return why.format(unit=segment.unit, number=segment.number)


def _block(
    file: Path, block: Block, segments: _Segments, pair: Pair, knowledge: Knowledge
) -> TranslatedBlock:
    spans = cut(block.text, pair.source)
    _require_same(file, block, spans, segments)
    made = [
        _translation(span.of(block.text), segments.get(number), pair, knowledge)
        for number, span in enumerate(spans, 1)
    ]
    rejoined = segmentation.place(block.text, spans, [each.text for each in made], pair.target)
    placed = tuple(map(Placed, made, spans, rejoined.spans))
    text = TranslatedText(block.text, rejoined.text, pair, placed)
    marks = [_trimmed(segments.get(number)) for number in range(1, len(spans) + 1)]
    tags = settled(file, block, text, marks, segments)
    pending = any(each.origin is Origin.NONE for each in made)
    new = replace(block, text=text.text, tags=tags.tags, pending=pending)
    return TranslatedBlock(new, text, tags.findings)


def _require_same(file: Path, block: Block, spans: Sequence[Span], segments: _Segments) -> None:
    """The reviewer's sentences are those that the document has."""
    for number, segment in segments.items():
        there = spans[number - 1].of(block.text) if 1 <= number <= len(spans) else ""
        if segment.source.split() != there.split():
            raise BadData(file, _strange(segment), line=segment.line)


def _translation(
    sentence: str, segment: ReturnedSegment | None, pair: Pair, knowledge: Knowledge
) -> Translation:
    text = (segment.target or "").strip() if segment else ""
    if text:
        found = checks.check(sentence, text, pair, knowledge)
        return Translation(sentence, text, pair, Origin.PERSON, findings=found)
    emptied = segment is not None and segment.target is not None
    findings = (_empty(),) if emptied else ()
    return Translation(sentence, sentence, pair, Origin.NONE, findings=findings)


def _empty() -> Finding:
    why = _("the translation is empty; the source stays in its place, highlighted")
    return Finding(Severity.ERROR, CHECK, why)


def _trimmed(segment: ReturnedSegment | None) -> list[Mark]:
    """The tags of a sentence without the blanks round it."""
    if segment is None or not (segment.target or "").strip():
        return []
    target = segment.target or ""
    shift, length = len(target) - len(target.lstrip()), len(target.strip())
    return [replace(mark, at=min(max(mark.at - shift, 0), length)) for mark in segment.marks]


def _is_approved(
    sentence: Sentence,
    segments: Mapping[int, _Segments],
    blocks: Sequence[TranslatedBlock],
    *,
    everything: bool,
) -> bool:
    made, pair = sentence.translation, sentence.translation.pair
    if sentence.origin is Origin.NONE or not any(map(str.isalpha, made.source)):
        return False
    number = 1 + blocks[sentence.block].translated.sentences.index(sentence.placed)
    returned = segments[sentence.block + 1][number]
    known = pair.source in LANGUAGES and pair.target in LANGUAGES
    return known and (everything or returned.approved)


def _is_wrong(sentence: Sentence) -> bool:
    return any(finding.severity is Severity.ERROR for finding in sentence.findings)


def _words(sentence: Sentence) -> tuple[str, str]:
    return sentence.translation.source, sentence.translation.text


def _unit(words: tuple[str, str], pair: Pair) -> TranslationUnit:
    return TranslationUnit("", {pair.source: words[0], pair.target: words[1]})


def worst_first(found: Iterable[Sentence]) -> Iterator[tuple[Sentence, Finding]]:
    """Every finding with its sentence, errors before warnings before notes."""
    pairs = [(each, finding) for each in found for finding in each.findings]
    order = list(Severity)
    yield from sorted(pairs, key=lambda pair: order.index(pair[1].severity))
