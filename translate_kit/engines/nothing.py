"""The engine called ``memory``: no model at all; translation memory and glossary do what they can.

It is what a fresh machine has. The memory and the glossary are the pipeline's; this engine only
says that nobody else can translate anything.
"""

from collections.abc import Sequence

from translate_kit.engines.engine import EngineSettings, Hypothesis
from translate_kit.model import Pair


class Nothing:
    """An engine that knows no pair and has no answers."""

    def __init__(self, settings: EngineSettings) -> None:
        settings.know_only()

    def signature(self, pair: Pair) -> str:
        return "memory"

    def pairs(self) -> tuple[Pair, ...]:
        return ()

    def translate(
        self, sentences: Sequence[str], pair: Pair, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        return [() for _sentence in sentences]
