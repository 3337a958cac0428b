"""A model package in memory, and how sentences go through it."""

import logging
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from translate_kit.engines.argos.weights import Weights
from translate_kit.engines.packages.package import Package
from translate_kit.engines.packages.tokens import Pieces, Tokenizer
from translate_kit.errors import EngineFailure

FEWEST, MOST = 128, 1024
"""Pieces in a batch with its padding: of a short text every processor should get a share; more is
no faster on a processor."""
ROWS = 2048
"""Pieces times the width of the beam: what a batch takes of the memory grows with it."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """One hypothesis of the model: pieces, score, and for each piece how it looked at the source.

    ``attention`` has a row a piece and a column for each piece of the source; a row that can't be
    trusted is empty.
    """

    pieces: tuple[str, ...]
    score: float
    attention: Sequence[Sequence[float]]


@dataclass(frozen=True)
class Decoding:
    """How the model searches; one hypothesis by greedy search is ``Decoding(beam=1)``."""

    beam: int
    hypotheses: int = 1
    length_penalty: float = 0.2  # argostranslate.translate's
    longest: int = 256  # pieces of an answer; CTranslate2's own, and so Argos's

    @property
    def width(self) -> int:
        """Of the beam, which is as wide as there are hypotheses to give, or wider."""
        return max(self.beam, self.hypotheses)

    def options(self) -> Mapping[str, Any]:
        """CTranslate2's names for it."""
        return {
            "beam_size": self.width,
            "num_hypotheses": self.hypotheses,
            "length_penalty": self.length_penalty,
            "max_decoding_length": self.longest,
        }


@dataclass(slots=True)
class Loaded:
    """A package with its tokenizer and its model open."""

    package: Package
    weights: Weights
    tokenizer: Tokenizer = field(init=False)

    def __post_init__(self) -> None:
        self.tokenizer = self.package.tokenizer()

    def translate(
        self, sentences: Sequence[Pieces], decoding: Decoding
    ) -> list[tuple[Answer, ...]]:
        """The answers to each sentence; none where the model failed on it.

        Raises EngineFailure where it failed on every one.
        """
        return _Run(self, sentences, decoding).answers()


class _Run:
    """One call: the sentences in batches, a few of which are under way at any time."""

    def __init__(self, loaded: Loaded, sentences: Sequence[Pieces], decoding: Decoding) -> None:
        self.loaded, self.sentences, self.decoding = loaded, sentences, decoding
        self.framing = loaded.package.framing
        self.found: dict[int, tuple[Answer, ...]] = {}

    def answers(self) -> list[tuple[Answer, ...]]:
        under_way = deque[tuple[list[int], Any]]()
        for batch in _batches(self.sentences, self._batch_tokens()):
            under_way.append((batch, self._start(batch)))
            # Not all at once, so that Ctrl-C need not wait for all, nor the memory hold all.
            if len(under_way) > 2 * self.loaded.weights.threads:
                self._finish(*under_way.popleft())
        while under_way:
            self._finish(*under_way.popleft())
        if self.sentences and not self.found:
            package, n = self.loaded.package.id, len(self.sentences)
            raise EngineFailure(f"{package}: the model failed on all of {n} sentences")
        return [self.found.get(place, ()) for place in range(len(self.sentences))]

    def _batch_tokens(self) -> int:
        share = sum(len(each.pieces) for each in self.sentences) // self.loaded.weights.threads
        return max(FEWEST, min(MOST, ROWS // self.decoding.width, share))

    def _start(self, batch: Sequence[int]) -> Any:
        before, after, target = self.framing.before, self.framing.after, self.framing.target
        pieces = [[*before, *self.sentences[place].pieces, *after] for place in batch]
        given = {"target_prefix": [list(target)] * len(batch)} if target else {}
        return self.loaded.weights.start(pieces, {**self.decoding.options(), **given})

    def _finish(self, batch: Sequence[int], results: Any) -> None:
        """Take the results of a batch; where it failed, those of each of its sentences alone."""
        try:
            for place, result in zip(batch, results, strict=True):
                self.found[place] = tuple(self._answers(place, result.result()))
        except (RuntimeError, ValueError) as error:
            name, n = self.loaded.package.id, len(batch)
            _log.warning("%s: the model failed on a batch of %d: %s", name, n, error)
            for place in batch if n > 1 else ():
                self._finish([place], self._start([place]))

    def _answers(self, place: int, result: Any) -> Iterator[Answer]:
        """The hypotheses without their language token, the attention on the sentence alone.

        With a beam and more than one sentence in the batch CTranslate2 4.8.5 returns a wrong first
        row of attention, so with a beam it is never used.
        """
        before, length = len(self.framing.before), len(self.sentences[place].pieces)
        untrusted = int(self.decoding.width > 1)
        for pieces, score, rows in zip(
            result.hypotheses, result.scores, result.attention, strict=True
        ):
            trusted = [row[before : before + length] for row in rows[untrusted:]]
            attention = [()] * untrusted + trusted
            begun = len(self.framing.target) if _begins(pieces, self.framing.target) else 0
            yield Answer(tuple(pieces[begun:]), score, attention[begun:])


def _batches(sentences: Sequence[Pieces], tokens: int) -> Iterator[list[int]]:
    """Places of sentences of like length, the longest first: their padding is little."""
    batch: list[int] = []
    longest = 0
    for place in sorted(range(len(sentences)), key=lambda i: -len(sentences[i].pieces)):
        if batch and (len(batch) + 1) * longest > tokens:
            yield batch
            batch = []
        longest = longest if batch else len(sentences[place].pieces)
        batch.append(place)
    if batch:
        yield batch


def _begins(pieces: Sequence[str], given: Sequence[str]) -> bool:
    return tuple(pieces[: len(given)]) == tuple(given)
