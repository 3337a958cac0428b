"""What ``translate PATH...`` does: a batch of documents, its progress, and what became of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.outcomes import exit_code, show
from translate_kit.cli.progress import Display, display
from translate_kit.errors import CannotWrite, NotKnown, UserError
from translate_kit.files import write_files
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.batch.job import Job, Outcome, Schedule
    from translate_kit.batch.plan import Plan
    from translate_kit.batch.product import Product
    from translate_kit.batch.report import Report
    from translate_kit.pipeline import Pipeline
    from translate_kit.workspace import Recipe


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person asked of a batch; ``shown`` is ``text``, ``json`` or ``quiet``.

    ``scheduler`` is the address of a Dask cluster, empty for this machine. ``columns`` are those
    of tables, all where none is named.
    """

    targets: tuple[str, ...]
    out: Path
    source: str | None = None
    jobs: int = 1
    scheduler: str = ""
    overwrite: bool = False
    shown: str = "text"
    report: bool = True
    xliff: str | None = None
    bilingual: bool = False
    columns: tuple[str, ...] = ()


def languages_of(text: str) -> tuple[str, ...]:
    """The codes of ``"ru,ko"``; raises NotKnown for one that is none of ours."""
    codes = tuple(dict.fromkeys(code.strip().lower() for code in text.split(",") if code.strip()))
    for code in codes:
        if code not in LANGUAGES:
            raise NotKnown(_("language"), code, LANGUAGES)
    return codes


def columns_of(text: str) -> tuple[str, ...]:
    """The columns of ``"name,note"`` or ``"2,3"``."""
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


def run_batch(recipe: "Recipe", paths: Sequence[Path], wishes: Wishes) -> int:
    """Translate the documents; returns the exit code: 0, 2 where one failed, 3 incomplete."""
    from translate_kit.batch.folder import occupied

    with occupied(wishes.out):
        found = _plan(paths, wishes)
        if wishes.columns and not any(source.columns for source in found.sources):
            raise UserError(_("only tables (csv, tsv) have columns to choose, and there is none"))
        return _run_plan(recipe, found, wishes)


def watch(recipe: "Recipe", paths: Sequence[Path], wishes: Wishes) -> None:
    """Translate what is dropped into the folders, until somebody presses Ctrl-C.

    Each time with the glossary and the memory as they are then.
    """
    from translate_kit.batch.folder import occupied
    from translate_kit.batch.watch import arrivals

    for path in paths:
        if not path.is_dir():
            raise UserError(_("{path} is no folder; only folders can be watched").format(path=path))
    with occupied(wishes.out):
        click.echo(_("watching; Ctrl-C ends it"), err=True)
        for found in arrivals(partial(_plan, paths, wishes)):
            _run_plan(recipe, found, wishes)


def _plan(paths: Sequence[Path], wishes: Wishes) -> "Plan":
    from translate_kit.batch.plan import plan
    from translate_kit.formats import TABLE

    return plan(paths, TABLE.places(), wishes.out, wishes.columns)


def _run_plan(recipe: "Recipe", found: "Plan", wishes: Wishes) -> int:
    from translate_kit.batch.report import Report

    pipeline = recipe()
    account = Report(datetime.now().astimezone(), found.skipped)
    try:
        with display(wishes.shown) as progress:
            schedule = _schedule(recipe, pipeline, wishes)
            outcomes = list(_run(_job(found, wishes, pipeline), schedule, progress, account))
    except KeyboardInterrupt:
        click.echo(_("stopped; the same command goes on where it was"), err=True)
        raise
    try:
        written = _written(account, wishes) if wishes.report else None
    except CannotWrite:  # the translations may be there all the same
        show(outcomes, found, wishes.shown, None)
        raise
    show(outcomes, found, wishes.shown, written)
    return exit_code(outcomes)


def _job(found: "Plan", wishes: Wishes, pipeline: "Pipeline") -> "Job":
    from translate_kit.batch.job import Job
    from translate_kit.batch.journal import Journal

    return Job(
        found,
        wishes.out,
        wishes.targets,
        Journal.of(wishes.out),
        pipeline.signature,
        language=wishes.source,
        overwrite=wishes.overwrite,
        beside=_beside(wishes),
        knowledge=pipeline.knowledge,
    )


def _beside(wishes: Wishes) -> "tuple[Product, ...]":
    from translate_kit.batch.bilingual import Bilingual
    from translate_kit.batch.offer import Xliff

    offers = () if wishes.xliff is None else (Xliff(wishes.xliff),)
    return (*offers, Bilingual()) if wishes.bilingual else offers


def _run(
    job: "Job", schedule: "Schedule", display: Display, account: "Report"
) -> "Iterator[Outcome]":
    display.step(_("reading"), len(job.plan.sources))
    job.scan(lambda _source: display.advance(1))
    done, total = job.journal.progress(job.signatures)
    display.step(_("translating"), total, done)
    job.translate(schedule, display.advance)
    display.step(_("writing"), len(job.plan.sources) * len(job.targets))
    for outcome in job.write(account.add):
        display.advance(1)
        yield outcome


def _schedule(recipe: "Recipe", pipeline: "Pipeline", wishes: Wishes) -> "Schedule":
    from translate_kit.batch.schedule import cluster, here, processes

    if wishes.scheduler:
        return partial(cluster, make=recipe, address=wishes.scheduler)
    if wishes.jobs > 1:
        return partial(processes, make=recipe, jobs=wishes.jobs)
    return partial(here, translator=pipeline)


def _written(account: "Report", wishes: Wishes) -> Path | None:
    """The report of this run, under a name of its own; None where the run had nothing to do."""
    from translate_kit.batch.report import page

    if not any(line.outcome.state != "kept" or line.outcome.beside for line in account.lines):
        return None
    content = page(account).encode("utf-8", "backslashreplace")  # names of files may be no text
    for stem in _names(account.started):
        path = wishes.out / f"{stem}.html"
        if not path.exists():
            write_files({path: content})
            return path
    return None


def _names(started: datetime) -> Iterator[str]:
    """``report-20201124-161958``, and with a number where there is one of the same second."""
    stem = started.strftime("report-%Y%m%d-%H%M%S")
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))
