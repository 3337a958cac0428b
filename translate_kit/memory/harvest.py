"""Units out of old documents: the sentences of a text and of its translation brought together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from translate_kit.languages.alignment import Bead, Terms, align
from translate_kit.languages.segmentation import split
from translate_kit.memory.entry import clean
from translate_kit.messages import _
from translate_kit.model import Pair

_LEAST = 1.0
"""The score from which sentences one to one are hardly wrong: 98 % of them are right."""
_LEAST_OF_MANY = 4.0
"""The same where one sentence stands for two or three."""
_WIDE = ("zh", "ja")

Doubter = Callable[[str, str], Iterable[str]]
"""Source and target -> what a person should look at, in the interface language."""


@dataclass(frozen=True, slots=True)
class Found:
    """What belongs together; one side is empty where the other document lacks it.

    ``score`` is the alignment's. ``doubts`` say, in the interface language, why a person should
    look before the memory learns it; a lonely side is no doubt.
    """

    source: str
    target: str
    score: float
    doubts: tuple[str, ...] = ()

    @property
    def lonely(self) -> bool:
        """Whether only one of the documents has it."""
        return not (self.source and self.target)

    @property
    def sure(self) -> bool:
        """Whether the memory may learn it unseen."""
        return not (self.lonely or self.doubts)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    paragraph: int


def harvest(
    source: Sequence[str],
    target: Sequence[str],
    pair: Pair,
    *,
    terms: Terms | None = None,
    doubter: Doubter | None = None,
) -> list[Found]:
    """What the paragraphs of two documents say alike, in their order; nothing is left out.

    ``terms`` help to find it (see ``languages.alignment``); ``doubter`` looks at each pair.
    """
    ours, theirs = _sentences(source, pair.source), _sentences(target, pair.target)
    beads = align(
        [sentence.text for sentence in ours],
        [sentence.text for sentence in theirs],
        pair.source,
        pair.target,
        terms,
    )
    return [_found(bead, ours, theirs, pair, doubter) for bead in beads]


def _sentences(paragraphs: Sequence[str], language: str) -> list[_Sentence]:
    return [
        _Sentence(text, number)
        for number, paragraph in enumerate(paragraphs)
        for span in split(paragraph, language)
        if (text := clean(span.of(paragraph)))
    ]


def _found(
    bead: Bead,
    ours: Sequence[_Sentence],
    theirs: Sequence[_Sentence],
    pair: Pair,
    doubter: Doubter | None,
) -> Found:
    sides = [ours[n] for n in bead.source], [theirs[n] for n in bead.target]
    source, target = _joined(sides[0], pair.source), _joined(sides[1], pair.target)
    doubts: list[str] = []
    if source and target:
        doubts += _own_doubts(bead, source, target, sides)
        doubts += doubter(source, target) if doubter else ()
    return Found(source, target, bead.score, tuple(doubts))


def _joined(sentences: Iterable[_Sentence], language: str) -> str:
    return ("" if language in _WIDE else " ").join(sentence.text for sentence in sentences)


def _own_doubts(
    bead: Bead, source: str, target: str, sides: Iterable[Sequence[_Sentence]]
) -> Iterator[str]:
    many = len(bead.source) > 1 or len(bead.target) > 1
    if bead.score < (_LEAST_OF_MANY if many else _LEAST):
        yield _("little shows that they belong together")
    if any(len({sentence.paragraph for sentence in side}) > 1 for side in sides):
        yield _("joined from several paragraphs")
    if source == target:
        yield _("the same on both sides")
