"""A CTranslate2 model in memory."""

import os
from collections.abc import Mapping, Sequence
from typing import Any

from translate_kit.engines.argos.device import refused
from translate_kit.engines.engine import EngineSettings
from translate_kit.engines.packages.package import WEIGHTS, Package, damaged


class Weights:
    """The model of a package, open; one model may serve several directions.

    Raises UserError where it is damaged, or the device can't take it.
    """

    def __init__(self, package: Package, settings: EngineSettings) -> None:
        import ctranslate2

        self.package = package
        self.threads = settings.threads or cores()
        self._seen = self._state()
        try:
            self._model = ctranslate2.Translator(
                str(package.model),
                device=settings.device,
                compute_type="auto",
                inter_threads=self.threads if settings.device == "cpu" else 1,
                intra_threads=1,  # one batch a core: more threads to a batch are slower
            )
        except (RuntimeError, ValueError, MemoryError, OSError) as error:
            raise (
                refused(error) if settings.device == "cuda" else damaged(package, error)
            ) from None

    def fresh(self) -> bool:
        """Whether the model on the disk is the one that was loaded."""
        return self._seen == self._state()

    def start(self, batch: Sequence[Sequence[str]], options: Mapping[str, Any]) -> Any:
        """Begin to translate a batch of pieces; the results are futures of CTranslate2's."""
        return self._model.translate_batch(
            batch,
            asynchronous=True,
            max_input_length=0,  # nothing is cut in silence; see long_sentence
            replace_unknowns=True,
            return_scores=True,
            return_attention=True,
            **options,
        )

    def _state(self) -> tuple[int, int]:
        try:
            state = (self.package.model / WEIGHTS).stat()
        except OSError as error:
            raise damaged(self.package, error) from None
        return state.st_size, state.st_mtime_ns


def cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
