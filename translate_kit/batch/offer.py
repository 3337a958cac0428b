"""The XLIFF file beside a translated document, for the reviewer's own tool."""

from dataclasses import dataclass
from pathlib import PurePath

from translate_kit.batch.folder import seen_from
from translate_kit.batch.plan import Source
from translate_kit.batch.product import Made
from translate_kit.batch.sentence import Sentence
from translate_kit.formats import interchange
from translate_kit.formats.interchange import Candidate, Offer, Remark, Segment, Unit
from translate_kit.pipeline import Origin


@dataclass(frozen=True, slots=True)
class Xliff:
    """An XLIFF file of ``version`` 2.1 or 1.2."""

    version: str

    def name(self, source: Source, language: str) -> PurePath:
        """``letter.ru.docx.xlf``."""
        return source.output(language, f"{source.path.suffix}.xlf")

    def content(self, made: Made) -> bytes:
        """All blocks with a sentence, each with what was found in it and what is like it."""
        place = (made.folder / self.name(made.source, made.pair.target)).parent
        original = seen_from(place, made.source.path)
        offer = Offer(original, made.sha256, made.pair, _units(made), made.source.columns)
        return interchange.write(offer, self.version)


def _units(made: Made) -> list[Unit]:
    of_block: dict[int, list[Segment]] = {}
    for sentence in made.sentences:
        of_block.setdefault(sentence.block, []).append(_segment(sentence))
    return [_unit(made, block, tuple(segments)) for block, segments in of_block.items()]


def _unit(made: Made, number: int, segments: tuple[Segment, ...]) -> Unit:
    source, target = made.assembled.original.blocks[number], made.assembled.blocks[number].block
    places = number + 1, source.id, source.where
    return Unit(*places, source.text, source.tags, target.text, target.tags, segments)


def _segment(sentence: Sentence) -> Segment:
    made = sentence.translation
    near = [Candidate(each.source, each.target, each.score) for each in made.suggestions]
    if made.origin is Origin.MEMORY:
        near.insert(0, Candidate(made.source, made.text, 100))
    remarks = tuple(Remark(each.severity, each.message) for each in sentence.findings)
    spans = sentence.placed.source, sentence.placed.target
    return Segment(*spans, sentence.origin.value, tuple(near), remarks)
