"""A batch as a process of its own, slow enough to be killed: ``slow_run.py FOLDER SECONDS``."""

import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from translate_kit.batch.job import Job
from translate_kit.batch.journal import Journal
from translate_kit.batch.plan import plan
from translate_kit.batch.schedule import here
from translate_kit.model import Pair
from translate_kit.pipeline import Origin, Progress, Translation


class Slow:
    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def translate(
        self, sentences: Sequence[str], pair: Pair, progress: Progress | None = None
    ) -> list[Translation]:
        time.sleep(self.seconds)
        return [Translation(s, s.upper(), pair, Origin.ENGINE) for s in sentences]


def main(folder: Path, seconds: float) -> None:
    out = folder / "out"
    out.mkdir(exist_ok=True)
    found = plan([folder / "in"], ("docx",), out)
    job = Job(found, out, ("ru",), Journal.of(out), lambda pair: f"slow {pair}", language="en")
    print("begun", flush=True)  # noqa: T201 - the test waits for it
    job.scan()
    job.translate(partial(here, translator=Slow(seconds)))
    assert all(outcome.state == "written" for outcome in job.write())


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
