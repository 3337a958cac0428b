"""Who translates the batches: this process, several processes, or a cluster.

A schedule takes batches and gives them back translated, in whatever order they are done. It holds
a few batches at a time, so that memory does not grow with the job.
"""

import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from importlib import import_module
from multiprocessing import get_context
from typing import Any

from translate_kit.batch.journal import Batch
from translate_kit.errors import UserError
from translate_kit.messages import _
from translate_kit.pipeline import Translation, Translator

Done = tuple[Batch, list[Translation]]
_AHEAD = 2
"""Batches that each worker has before it: one at work, one waiting."""
_PATIENCE = 10  # seconds for a cluster to answer


Make = Callable[[], Translator]
"""Makes the translator, in whatever process it is called; it is sent there by pickle."""


def here(batches: Iterable[Batch], translator: Translator) -> Iterator[Done]:
    """One batch after the other, in this process."""
    for batch in batches:
        yield batch, translator.translate(batch.sentences, batch.pair)


def processes(batches: Iterable[Batch], make: Make, jobs: int) -> Iterator[Done]:
    """In ``jobs`` processes of their own, each with its own models.

    Raises UserError where a worker dies; what was given back by then is not lost.
    """
    # Processes are started anew, on Linux too: a copy of one that has threads may hang.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_ctrl_c)
    with pool:
        try:
            yield from _windowed(batches, jobs, lambda batch: pool.submit(translated, make, batch))
        except BrokenProcessPool:
            raise UserError(
                _(
                    "a worker process died, perhaps for lack of memory; what is done is kept: run "
                    "the same command again, with fewer --jobs if need be"
                )
            ) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _windowed(
    batches: Iterable[Batch], workers: int, submit: Callable[[Batch], Future[list[Translation]]]
) -> Iterator[Done]:
    source = iter(batches)
    running: dict[Future[list[Translation]], Batch] = {}
    while True:
        while len(running) < workers * _AHEAD and (batch := next(source, None)):
            running[submit(batch)] = batch
        if not running:
            return
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            yield running.pop(future), future.result()


def _leave_ctrl_c() -> None:
    """Ctrl-C reaches all processes of a terminal; the first of them stops the others in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def cluster(batches: Iterable[Batch], make: Make, address: str) -> Iterator[Done]:
    """On the workers of a Dask cluster (``tcp://host:8786``), which have translate-kit too.

    A batch whose worker dies is done by another. Raises UserError where distributed is not
    installed, no cluster answers, or a batch has taken several workers down with it.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        why = _("a Dask cluster needs the package distributed: {how}")
        raise UserError(why.format(how='pip install "translate-kit[cluster]"')) from None
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        why = _("no Dask cluster answers at {address}: {why}")
        raise UserError(why.format(address=address, why=error)) from None
    with client:
        try:
            yield from _on_cluster(
                client, distributed.as_completed(loop=client.loop), batches, make
            )
        except distributed.KilledWorker:
            why = _("a batch took several workers of the cluster down; what is done is kept")
            raise UserError(why) from None


def _on_cluster(client: Any, finished: Any, batches: Iterable[Batch], make: Make) -> Iterator[Done]:
    source = iter(batches)
    workers = max(1, sum(client.ncores().values()))
    running: dict[Any, Batch] = {}
    while True:
        while len(running) < workers * _AHEAD and (batch := next(source, None)):
            future = client.submit(translated, make, batch, pure=False)
            running[future] = batch
            finished.add(future)
        if not running:
            return
        future = next(finished)
        yield running.pop(future), future.result()


def translated(make: Make, batch: Batch) -> list[Translation]:
    """Translate a batch in a worker, which keeps its translator for the next one."""
    return _own(make).translate(batch.sentences, batch.pair)


@cache
def _own(make: Make) -> Translator:
    return make()
