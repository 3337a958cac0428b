"""What ``translate PATH...`` does: a batch of documents, its progress, and what became of each."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import click

from translate_kit.errors import NotKnown, UserError
from translate_kit.files import write_files
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.batch.job import Job, Outcome, Schedule
    from translate_kit.batch.plan import Plan
    from translate_kit.batch.product import Product
    from translate_kit.batch.report import Report
    from translate_kit.workspace import Recipe, Workspace

FAILED, INCOMPLETE = 2, 3


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person asked of a batch; ``shown`` is ``text``, ``json`` or ``quiet``.

    ``scheduler`` is the address of a Dask cluster, empty for this machine.
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


def languages_of(text: str) -> tuple[str, ...]:
    """The codes of ``"ru,ko"``; raises NotKnown for one that is none of ours."""
    codes = tuple(dict.fromkeys(code.strip().lower() for code in text.split(",") if code.strip()))
    for code in codes:
        if code not in LANGUAGES:
            raise NotKnown(_("language"), code, LANGUAGES)
    return codes


def run_batch(
    recipe: "Recipe", paths: Sequence[Path], wishes: Wishes, workspace: "Workspace"
) -> int:
    """Translate the documents; returns the exit code: 0, 2 where one failed, 3 incomplete."""
    from translate_kit.batch.folder import occupied

    with occupied(wishes.out):
        return _run_plan(recipe, _plan(paths, wishes), wishes, workspace)


def watch(recipe: "Recipe", paths: Sequence[Path], wishes: Wishes, workspace: "Workspace") -> None:
    """Translate what is dropped into the folders, until somebody presses Ctrl-C."""
    from translate_kit.batch.folder import occupied
    from translate_kit.batch.watch import arrivals

    for path in paths:
        if not path.is_dir():
            raise UserError(_("{path} is no folder; only folders can be watched").format(path=path))
    with occupied(wishes.out):
        click.echo(_("watching; Ctrl-C ends it"), err=True)
        for found in arrivals(partial(_plan, paths, wishes)):
            _run_plan(recipe, found, wishes, workspace)


def _plan(paths: Sequence[Path], wishes: Wishes) -> "Plan":
    from translate_kit.batch.plan import plan
    from translate_kit.formats import TABLE

    return plan(paths, TABLE.places(), wishes.out)


def _run_plan(recipe: "Recipe", found: "Plan", wishes: Wishes, workspace: "Workspace") -> int:
    from translate_kit.batch.job import Job
    from translate_kit.batch.journal import Journal
    from translate_kit.batch.report import Report

    job = Job(
        found,
        wishes.out,
        wishes.targets,
        Journal.of(wishes.out),
        recipe().signature,
        language=wishes.source,
        overwrite=wishes.overwrite,
        beside=_beside(wishes),
        knowledge=workspace.knowledge,
    )
    account = Report(datetime.now().astimezone(), found.skipped)
    try:
        with _display(wishes.shown) as display:
            outcomes = list(_run(job, _schedule(recipe, wishes), display, account))
    except KeyboardInterrupt:
        click.echo(_("stopped; the same command goes on where it was"), err=True)
        raise
    written = _written(account, wishes) if wishes.report else None
    _report(outcomes, found, wishes, written)
    return _exit_code(outcomes)


def _beside(wishes: Wishes) -> "tuple[Product, ...]":
    from translate_kit.batch.bilingual import Bilingual
    from translate_kit.batch.offer import Xliff

    offers = () if wishes.xliff is None else (Xliff(wishes.xliff),)
    return (*offers, Bilingual()) if wishes.bilingual else offers


def _run(
    job: "Job", schedule: "Schedule", display: "Display", account: "Report"
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


def _schedule(recipe: "Recipe", wishes: Wishes) -> "Schedule":
    from translate_kit.batch.schedule import cluster, here, processes

    if wishes.scheduler:
        return partial(cluster, make=recipe, address=wishes.scheduler)
    if wishes.jobs > 1:
        return partial(processes, make=recipe, jobs=wishes.jobs)
    return partial(here, make=recipe)


class Display(Protocol):
    """Where progress is shown."""

    def step(self, name: str, total: int, done: int = 0) -> None:
        """Begin a step of so many parts, some of them done already."""

    def advance(self, parts: int) -> None:
        """So many more parts are done."""


@contextmanager
def _display(shown: str) -> Iterator[Display]:
    """Bars at a terminal, a line per step elsewhere, nothing where nobody wants to see it."""
    from rich.console import Console

    console = Console(stderr=True)
    if shown != "text":
        yield _Silent()
    elif console.is_terminal:
        with _bars(console) as bars:
            yield bars
    else:
        yield _Lines()


@contextmanager
def _bars(console: Any) -> Iterator[Display]:
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(show_speed=True),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console) as progress:
        yield _Bars(progress)


class _Bars:
    def __init__(self, progress: Any) -> None:
        self._progress, self._task = progress, None

    def step(self, name: str, total: int, done: int = 0) -> None:
        self._task = self._progress.add_task(name, total=total, completed=done)

    def advance(self, parts: int) -> None:
        self._progress.advance(self._task, parts)


class _Lines:
    """A line at every tenth, for logs."""

    def __init__(self) -> None:
        self._name, self._total, self._done, self._tenth = "", 0, 0, 0

    def step(self, name: str, total: int, done: int = 0) -> None:
        self._name, self._total, self._done = name, total, done
        self._tenth = 10 * done // total if total else 0
        self._print()

    def advance(self, parts: int) -> None:
        self._done += parts
        tenth = 10 * self._done // self._total if self._total else 0
        if tenth > self._tenth:
            self._tenth = tenth
            self._print()

    def _print(self) -> None:
        click.echo(f"{self._name} {self._done}/{self._total}", err=True)


class _Silent:
    def step(self, name: str, total: int, done: int = 0) -> None:
        pass

    def advance(self, parts: int) -> None:
        pass


def _written(account: "Report", wishes: Wishes) -> Path | None:
    """The report of this run, under a name of its own; None where the run had nothing to do."""
    from translate_kit.batch.report import page

    if not any(line.outcome.state != "kept" or line.outcome.beside for line in account.lines):
        return None
    content = page(account).encode("utf-8")
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


def _report(
    outcomes: "Sequence[Outcome]", found: "Plan", wishes: Wishes, written: Path | None
) -> None:
    if wishes.shown == "json":
        record = _record(outcomes, found) | {"report": written and str(written)}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    for skipped in found.skipped:
        click.echo(_("skipped: {path}: {why}").format(path=skipped.path, why=skipped.why), err=True)
    for caution in dict.fromkeys(_cautions(outcomes)):
        click.echo(caution, err=True)
    for outcome in outcomes:
        line = _line(outcome)
        if line and (wishes.shown == "text" or outcome.state == "failed"):
            click.echo(line, err=outcome.state == "failed")
        for path in outcome.beside if wishes.shown == "text" else ():
            click.echo(_("written: {path}").format(path=path))
    if wishes.shown == "text":
        _summary(outcomes, found)
        if written is not None:
            click.echo(_("Read first: {path}").format(path=written))


def _cautions(outcomes: "Iterable[Outcome]") -> Iterator[str]:
    """What to know of a format before trusting its translations, a PDF's layout for one."""
    from translate_kit.formats import caution

    for outcome in outcomes:
        if outcome.state in ("written", "incomplete") and (said := caution(outcome.source.path)):
            yield f"{outcome.source.path}: {said}"


def _line(outcome: "Outcome") -> str:
    if outcome.state == "failed":
        return _("failed: {path} → {language}: {why}").format(
            path=outcome.source.path, language=outcome.language, why=outcome.why
        )
    if outcome.state == "kept" and outcome.untranslated:
        return _("kept: {path}: {why}, with {n} of {total} sentences not translated").format(
            path=outcome.path, why=outcome.why, n=outcome.untranslated, total=outcome.sentences
        )
    if outcome.state == "kept":
        return _("kept: {path}: {why}").format(path=outcome.path, why=outcome.why)
    if outcome.untranslated:
        return _("written: {path}, with {n} of {total} sentences not translated").format(
            path=outcome.path, n=outcome.untranslated, total=outcome.sentences
        )
    return _("written: {path}").format(path=outcome.path)


def _summary(outcomes: "Iterable[Outcome]", found: "Plan") -> None:
    states = Counter(outcome.state.value for outcome in outcomes)
    message = _(
        "{written} written, {incomplete} of them incomplete, {kept} kept, {failed} failed, "
        "{skipped} skipped"
    )
    click.echo(
        message.format(
            written=states["written"] + states["incomplete"],
            incomplete=states["incomplete"],
            kept=states["kept"],
            failed=states["failed"],
            skipped=len(found.skipped),
        )
    )


def _record(outcomes: "Iterable[Outcome]", found: "Plan") -> dict[str, Any]:
    return {
        "outputs": [
            {
                "source": str(one.source.path),
                "language": one.language,
                "path": str(one.path),
                "state": one.state.value,
                "why": one.why,
                "sentences": one.sentences,
                "untranslated": one.untranslated,
                "beside": [str(path) for path in one.beside],
            }
            for one in outcomes
        ],
        "skipped": [{"path": str(one.path), "why": one.why} for one in found.skipped],
    }


def _exit_code(outcomes: "Sequence[Outcome]") -> int:
    if any(outcome.state == "failed" for outcome in outcomes):
        return FAILED
    return INCOMPLETE if any(outcome.untranslated for outcome in outcomes) else 0
