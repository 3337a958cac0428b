"""What ``glossary consistency`` does: reads what the paths name, tells what is inconsistent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.batch.collection import Bilingual, collect
from translate_kit.batch.consistency import Account, Inconsistency, page, record, text_lines
from translate_kit.batch.passage import of_memory
from translate_kit.checks.bitext import Wanted
from translate_kit.errors import UserError
from translate_kit.files import write_files
from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.memory import Unit
    from translate_kit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day of what is looked at; None for no bound."""

    since: date | None
    until: date | None

    def has(self, unit: Unit) -> bool:
        """Whether a unit was entered within these days; one without a date only where there are
        none."""
        if self.since is None and self.until is None:
            return True
        try:
            day = datetime.fromisoformat(unit.provenance.at).astimezone().date()
        except ValueError:
            return False
        after = self.since is None or self.since <= day
        return after and (self.until is None or day <= self.until)


def begin(workspace: Workspace, terms: Sequence[str], country: str) -> Account:
    """An empty account of all concepts, or of those that ``terms`` name; raises NotKnown."""
    from translate_kit.cli.glossary.using import named
    from translate_kit.model import LANGUAGES

    glossary = workspace.glossary
    concepts = frozenset(named(glossary, term, LANGUAGES).id for term in terms)
    return Account(glossary, concepts, country)


def read(account: Account, paths: Sequence[Path], wanted: Wanted, days: Days) -> int:
    """Read what the paths name; returns how many documents could not be read: each is named.

    Raises UserError for a path that names no bilingual document at all.
    """
    refused = 0
    for one in collect(paths, wanted):
        if one.is_of(days.since, days.until) and not _taken(account, one):
            refused += 1
    return refused


def _taken(account: Account, one: Bilingual) -> bool:
    try:
        account.add(list(one.passages()))  # a document counts whole or not at all
    except UserError as error:
        click.echo(str(error), err=True)
        return False
    return True


def read_memory(account: Account, workspace: Workspace, days: Days) -> None:
    """Read the units of the workspace's own memory."""
    account.add(of_memory(filter(days.has, workspace.memory.each())))


def write(
    account: Account, found: Sequence[Inconsistency], html: Path | None, xlsx: Path | None, *,
    overwrite: bool,
) -> None:  # fmt: skip
    """The page and the fix list, both or none."""
    from translate_kit.batch.consistency import workbook

    contents = {}
    if html is not None:
        made = page(found, account.passages, len(account.documents))
        contents[html] = made.encode("utf-8")
    if xlsx is not None:
        contents[xlsx] = workbook(found)
    write_files(contents, overwrite=overwrite)
    for path in contents:
        click.echo(_("written: {path}").format(path=path), err=True)


def show(account: Account, found: Sequence[Inconsistency], places: int, *, as_json: bool) -> None:
    """The inconsistencies on standard output."""
    sizes = account.passages, len(account.documents)
    if as_json:
        click.echo(json.dumps(record(found, *sizes), ensure_ascii=False, indent=2))
        return
    for line in text_lines(found, *sizes, most=places):
        click.echo(line)
