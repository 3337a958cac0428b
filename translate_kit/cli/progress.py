"""How far a long piece of work has come: bars at a terminal, lines in a log, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import click


class Display(Protocol):
    """Where progress is shown."""

    def step(self, name: str, total: int, done: int = 0) -> None:
        """Begin a step of so many parts, some of them done already."""

    def advance(self, parts: int) -> None:
        """So many more parts are done."""


@contextmanager
def display(shown: str) -> Iterator[Display]:
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
