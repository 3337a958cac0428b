"""The sentences of a translated document as a reviewer sees them, each with what was found in it.

Checks that see only one sentence have been made where it was translated; here those are added that
look across the document, and what is unsure of its formatting.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translate_kit import checks, memory
from translate_kit.batch.documents import Assembled
from translate_kit.checks import Knowledge
from translate_kit.model import Finding, Severity, Span
from translate_kit.pipeline import Origin, Placed, TranslatedBlock, Translation
from translate_kit.pipeline.tags import CHECK as TAGS

_READ_FIRST = {each: rank for rank, each in enumerate(reversed(Origin))}
_APPROVED = f"memory {memory.Origin.PERSON} "
_WORST = {each: rank for rank, each in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in the ``block`` of that number, counted from 0.

    ``findings``, the worst first, have their places in the sentence and its translation.
    """

    block: int
    placed: Placed
    where: str
    findings: tuple[Finding, ...]

    @property
    def translation(self) -> Translation:
        """What became of it."""
        return self.placed.translation

    @property
    def origin(self) -> Origin:
        """Where its words come from; a unit of the memory that a person approved is a person's."""
        return Origin.PERSON if is_approved(self.translation) else self.translation.origin


def is_approved(made: Translation) -> bool:
    """Whether a person wrote the words, or approved the unit of the memory that they are from."""
    remembered = made.origin is Origin.MEMORY and made.signature.startswith(_APPROVED)
    return remembered or made.origin is Origin.PERSON


def sentences(made: Assembled, knowledge: Knowledge) -> list[Sentence]:
    """Every sentence in reading order."""
    found = [
        Sentence(number, placed, block.block.where, ())
        for number, block in enumerate(made.blocks)
        for placed in block.translated.sentences
    ]
    across = _across(found, made, knowledge)
    return [
        replace(each, findings=_findings(each, made.blocks[each.block], others))
        for each, others in zip(found, across, strict=True)
    ]


def urgency(sentence: Sentence) -> tuple[int, int]:
    """The lower, the sooner to be read: by the worst finding, then by who translated it."""
    worst = _WORST[sentence.findings[0].severity] if sentence.findings else len(_WORST)
    return worst, _READ_FIRST[sentence.origin]


def _across(
    found: Sequence[Sentence], made: Assembled, knowledge: Knowledge
) -> Iterator[tuple[Finding, ...]]:
    """What shows across the document, for each sentence; what nobody translated shows nothing."""
    translated = [each for each in found if each.translation.origin is not Origin.NONE]
    texts = [(each.translation.source, each.translation.text) for each in translated]
    remarks = iter(checks.check_document(texts, made.pair, knowledge))
    return (() if each.translation.origin is Origin.NONE else next(remarks) for each in found)


def _findings(
    sentence: Sentence, block: TranslatedBlock, others: Sequence[Finding]
) -> tuple[Finding, ...]:
    waiting = sentence.translation.origin is Origin.NONE  # in the source's words nothing moved
    tags = (
        f for f in block.findings if f.check == TAGS and not waiting if _lies_in(f, sentence, block)
    )
    moved = (_moved(finding, sentence) for finding in tags)
    all_of_it = (*sentence.translation.findings, *others, *moved)
    return checks.worst_first(replace(each, where=sentence.where) for each in all_of_it)


def _lies_in(finding: Finding, sentence: Sentence, block: TranslatedBlock) -> bool:
    """Whether it begins in the sentence or in the gap before it; what follows the last is its."""
    placed = block.translated.sentences
    at = finding.span.start if finding.span else 0
    owner = next((each for each in placed if at < each.target.end), placed[-1])
    return owner is sentence.placed


def _moved(finding: Finding, sentence: Sentence) -> Finding:
    target = sentence.placed.target
    start, end = (
        (finding.span.start, finding.span.end) if finding.span else (target.start, target.end)
    )
    inside = Span(max(start, target.start), min(end, target.end))
    span = Span(inside.start - target.start, max(inside.end, inside.start) - target.start)
    return replace(finding, span=span if inside.start <= target.end else None)
