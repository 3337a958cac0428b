"""The seam between engines and everything above them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from translate_kit.model import Alignment, Pair


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One answer of an engine to one sentence.

    ``score`` is the engine's own and comparable only among the hypotheses of one sentence; it says
    nothing of quality. ``alignment`` is empty where the engine gives none.
    """

    text: str
    score: float | None = None
    alignment: Alignment = ()


class Engine(Protocol):
    """A source of translations for single sentences, without markup and without line breaks."""

    def signature(self, pair: Pair) -> str:
        """What produces the answers: name, version, model with its hash, decoding settings.

        Equal signatures promise equal answers; a job resumes only under the same signature. It is
        asked by pair, so that a package installed for another direction changes nothing.
        """

    def pairs(self) -> Collection[Pair]:
        """The directions that the engine translates directly; pivots are the pipeline's."""

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        """For each sentence its hypotheses, the best first, at most ``hypotheses``.

        An empty tuple says that the engine has no answer to that sentence. Raises EngineFailure
        where it cannot work at all; the caller then tries the sentences one by one.
        """
