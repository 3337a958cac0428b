"""A folder that is watched: documents are translated as they are dropped in."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from translate_kit.batch.plan import Plan

PAUSE = 2.0
"""Seconds between two looks; a file that has not changed in between has been copied whole."""

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


def arrivals(
    look: Callable[[], Plan],
    pause: float = PAUSE,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[Plan]:
    """What is new in each look at the folder, for ever: files that are whole and not yet given.

    A file is given again only when it has changed, so that one that can't be translated is not
    tried over and over.
    """
    given: dict[Path, Stamp] = {}
    before: dict[Path, Stamp] = {}
    while True:
        plan = look()
        now = {source.path: stamp for source in plan.sources if (stamp := _stamp(source.path))}
        whole = [
            source
            for source in plan.sources
            if (stamp := now.get(source.path))
            and before.get(source.path) == stamp
            and given.get(source.path) != stamp
        ]
        if whole:
            given |= {source.path: now[source.path] for source in whole}
            yield Plan(whole)
        before = now
        wait(pause)


def _stamp(path: Path) -> Stamp | None:
    """None for a file that has just been taken away."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_size, status.st_mtime_ns
