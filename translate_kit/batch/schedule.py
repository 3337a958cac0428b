"""Who translates the batches: this process, several processes, or a cluster.

A schedule takes batches and gives them back translated, in whatever order they are done. It holds
a few batches at a time, so that memory does not grow with the job.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from functools import cache
from multiprocessing import get_context

from translate_kit.batch.journal import Batch
from translate_kit.pipeline import Translation, Translator

Done = tuple[Batch, list[Translation]]
_AHEAD = 2
"""Batches that each worker has before it: one at work, one waiting."""


Make = Callable[[], Translator]
"""Makes the translator, in whatever process it is called; it is sent there by pickle."""


def here(batches: Iterable[Batch], make: Make) -> Iterator[Done]:
    """One batch after the other, in this process."""
    translator = make()
    for batch in batches:
        yield batch, translator.translate(batch.sentences, batch.pair)


def processes(batches: Iterable[Batch], make: Make, jobs: int) -> Iterator[Done]:
    """In ``jobs`` processes of their own, each with its own models.

    A worker that dies ends the run with an error of the pool; what is saved by then is kept.
    """
    # Processes are started anew, on Linux too: a copy of one that has threads may hang.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        source = iter(batches)
        running: dict[Future[list[Translation]], Batch] = {}
        try:
            while True:
                while len(running) < jobs * _AHEAD and (batch := next(source, None)):
                    running[pool.submit(translated, make, batch)] = batch
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    yield running.pop(future), future.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def translated(make: Make, batch: Batch) -> list[Translation]:
    """Translate a batch in a worker, which keeps its translator for the next one."""
    return _own(make).translate(batch.sentences, batch.pair)


@cache
def _own(make: Make) -> Translator:
    return make()
