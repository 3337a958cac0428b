"""A model package in memory, and how sentences go through it."""

import logging
import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from translate_kit.engines.engine import EngineSettings
from translate_kit.engines.package import WEIGHTS, Package, damaged
from translate_kit.engines.tokens import Pieces, Tokenizer
from translate_kit.errors import EngineFailure

BATCH_TOKENS = 1024
"""Pieces in a batch with its padding: more is no faster on a processor and takes more memory."""

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


Answers = tuple[Answer, ...]


class Loaded:
    """A package with its tokenizer and its model open.

    Raises UserError where either is damaged. ``fresh`` tells whether the files are still those.
    """

    def __init__(self, package: Package, settings: EngineSettings) -> None:
        import ctranslate2

        self.package = package
        self.tokenizer: Tokenizer = package.tokenizer()
        self.threads = settings.threads or cores()
        self._seen = self._state()
        try:
            self._model = ctranslate2.Translator(
                str(package.model),
                device=settings.device,
                compute_type="auto",
                inter_threads=self.threads if settings.device == "cpu" else 1,
                intra_threads=1,  # one sentence a core: more threads a sentence are slower
            )
        except (RuntimeError, ValueError, MemoryError, OSError) as error:
            raise damaged(package, error) from None

    def fresh(self) -> bool:
        """Whether the package on the disk is the one that was loaded."""
        return self._seen == self._state()

    def _state(self) -> tuple[int, int]:
        try:
            state = (self.package.model / WEIGHTS).stat()
        except OSError as error:
            raise damaged(self.package, error) from None
        return state.st_size, state.st_mtime_ns

    def translate(
        self, sentences: Sequence[Pieces], decoding: Mapping[str, Any]
    ) -> list[Answers | None]:
        """The answers to each sentence; None where the model failed on it.

        Raises EngineFailure where it failed on every one.
        """
        answers: list[Answers | None] = [None] * len(sentences)
        waiting = deque[tuple[list[int], Any]]()
        for batch in self._batches(sentences):
            waiting.append((batch, self._start([sentences[i] for i in batch], decoding)))
            if len(waiting) > 2 * self.threads:  # so that Ctrl-C and memory need not wait for all
                self._finish(waiting.popleft(), sentences, decoding, answers)
        while waiting:
            self._finish(waiting.popleft(), sentences, decoding, answers)
        if sentences and not any(answers):
            raise EngineFailure(f"{self.package.id}: no sentence of {len(sentences)} succeeded")
        return answers

    def _batches(self, sentences: Sequence[Pieces]) -> Iterator[list[int]]:
        """Places of sentences of like length, the longest first: their padding is little."""
        batch: list[int] = []
        for place in sorted(range(len(sentences)), key=lambda i: -len(sentences[i].pieces)):
            longest = len(sentences[(batch or [place])[0]].pieces)
            if batch and (len(batch) + 1) * longest > BATCH_TOKENS:
                yield batch
                batch = []
            batch.append(place)
        if batch:
            yield batch

    def _start(self, batch: Sequence[Pieces], decoding: Mapping[str, Any]) -> Any:
        framing = self.package.framing
        return self._model.translate_batch(
            [[*framing.before, *each.pieces, *framing.after] for each in batch],
            target_prefix=[list(framing.target)] * len(batch) if framing.target else None,
            asynchronous=True,
            max_input_length=0,  # nothing is cut in silence; see long_sentence
            replace_unknowns=True,
            return_scores=True,
            return_attention=True,
            **decoding,
        )

    def _finish(
        self,
        started: tuple[list[int], Any],
        sentences: Sequence[Pieces],
        decoding: Mapping[str, Any],
        answers: list[Answers | None],
    ) -> None:
        """Take the results of a batch; where it failed, those of each of its sentences alone."""
        places, results = started
        try:
            for place, result in zip(places, results, strict=True):
                answers[place] = self._answers(result.result(), sentences[place], decoding)
        except (RuntimeError, ValueError) as error:
            _log.warning("%s: a batch of %d failed: %s", self.package.id, len(places), error)
            if len(places) > 1:
                for place in places:
                    alone = self._start([sentences[place]], decoding)
                    self._finish(([place], alone), sentences, decoding, answers)

    def _answers(self, result: Any, source: Pieces, decoding: Mapping[str, Any]) -> Answers:
        """The hypotheses without their language token, the attention on the sentence alone.

        With a beam and more than one sentence in the batch CTranslate2 4.8.5 returns a wrong first
        row of attention, so with a beam it is never used.
        """
        before = len(self.package.framing.before)
        columns = slice(before, before + len(source.pieces))
        untrusted = int(decoding["beam_size"] > 1)
        answers = []
        for pieces, score, rows in zip(
            result.hypotheses, result.scores, result.attention, strict=True
        ):
            attention = [()] * untrusted + [row[columns] for row in rows[untrusted:]]
            begun = len(self._given(pieces))
            answers.append(Answer(tuple(pieces[begun:]), score, attention[begun:]))
        return tuple(answers)

    def _given(self, pieces: Sequence[str]) -> tuple[str, ...]:
        """The language token that the answer was made to begin with."""
        given = self.package.framing.target
        return given if tuple(pieces[: len(given)]) == given else ()


def cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
