"""``translate-kit standards add | edit | import | check | history | undo``: keeping the table."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.glossary.signing import signed, signer
from translate_kit.cli.standards.entering import edition_options
from translate_kit.messages import _, ngettext
from translate_kit.model import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translate_kit.standards.checking import Remark
    from translate_kit.standards.history import Entry
    from translate_kit.workspace import Workspace

LEVELS = ("error", "warning", "note")


@click.command(help=_("Enter an edition: add “YY 0469-2011” --country CN …; asks for what lacks."))
@click.argument("code")
@edition_options
@signed
@click.pass_obj
def add(
    workspace: Workspace, /, code: str, name: str | None, why: str, **given: str | None
) -> None:  # fmt: skip
    from translate_kit.cli.standards.entering import new_edition, saved

    keeping, who = workspace.standards_keeping, signer(workspace, name)
    changes = new_edition(keeping.cells(), code, given)
    saved(keeping.commit(changes, who=who, did="add", why=why))


@click.command(help=_("Change what is recorded of an edition; without options it asks."))
@click.argument("code")
@edition_options
@signed
@click.pass_obj
def edit(
    workspace: Workspace, /, code: str, name: str | None, why: str, **given: str | None
) -> None:  # fmt: skip
    from translate_kit.cli.standards.entering import changed_edition, saved

    keeping, who = workspace.standards_keeping, signer(workspace, name)
    changes = changed_edition(keeping.cells(), code, given)
    saved(keeping.commit(changes, who=who, did="edit", why=why))


@click.command(
    "import",
    help=_(
        "Take a sheet of standards over (CSV or Excel), editions known by their codes; shows the "
        "changes. An empty cell changes nothing, a single - empties one."
    ),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--apply", "apply_", is_flag=True, help=_("Make the changes that are shown."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@signed
@click.pass_obj
def import_(
    workspace: Workspace, file: Path, apply_: bool, as_json: bool, name: str | None, why: str
) -> None:
    from translate_kit.cli.standards.entering import saved, tell
    from translate_kit.standards.incoming import read_incoming

    keeping, who = workspace.standards_keeping, signer(workspace, name)
    cells = keeping.cells()
    incoming = read_incoming(file, cells)
    entry = None
    if apply_:
        entry = keeping.commit(incoming.changes, who=who, did="import", why=why or file.name)
    tell(incoming, entry, cells, as_json=as_json)
    if entry and not as_json:
        saved(entry)
    if incoming.problems:
        raise click.exceptions.Exit(1)


@click.command(help=_("Check the tables of standards. Exit code 0: nothing; 1: something."))
@click.option("--level", type=click.Choice(LEVELS), default="warning", show_default=True,
              help=_("Report what matters so much, or more."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def check(workspace: Workspace, level: str, as_json: bool) -> None:
    from translate_kit.standards.checking import check_tables

    least = LEVELS.index(level)
    found = check_tables(*workspace.standards_files)
    told = [each for each in found if LEVELS.index(each.severity.value) <= least]
    if as_json:
        records = [asdict(each) | {"file": str(each.file)} for each in told]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        for remark in told:
            click.echo(_line(remark))
        click.echo(_summary(found))
    if told:
        raise click.exceptions.Exit(1)


def _line(remark: Remark) -> str:
    """A remark, file and line first, so that an editor can jump there."""
    from translate_kit.cli.findings import severity_word

    where = f"{remark.file}:{remark.line or 1}: "
    place = " ".join(filter(None, (remark.code, remark.column)))
    return f"{where}{severity_word(remark.severity)}: {remark.check}: {place}: {remark.message}"


def _summary(found: Sequence[Remark]) -> str:
    counts = {each: sum(remark.severity is each for remark in found) for each in Severity}
    parts = (
        ngettext("{n} error", "{n} errors", counts[Severity.ERROR]),
        ngettext("{n} warning", "{n} warnings", counts[Severity.WARNING]),
        ngettext("{n} note", "{n} notes", counts[Severity.NOTE]),
    )
    order = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    return ", ".join(part.format(n=counts[each]) for part, each in zip(parts, order, strict=True))


@click.command(help=_("Show the changes of an edition, or the latest of all: who, when, why."))
@click.argument("code", required=False)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True,
              help=_("Show at most so many changes."))  # fmt: skip
@click.pass_obj
def history(workspace: Workspace, code: str | None, limit: int) -> None:
    from translate_kit.standards.keeping import find_id

    keeping = workspace.standards_keeping
    identifier = find_id(keeping.cells(), code) if code else None
    entries = [
        entry
        for entry in keeping.history()
        if code is None or any(change.id == identifier for change in entry.changes)
    ]
    for entry in entries[-limit:]:
        _show(entry)
    if not entries:
        click.echo(_("No changes; it is as translate-kit ships it."))


@click.command(help=_("Take a change back: your latest one, or the one named by its id."))
@click.argument("entry", required=False)
@signed
@click.pass_obj
def undo(workspace: Workspace, entry: str | None, name: str | None, why: str) -> None:
    from translate_kit.cli.standards.entering import saved
    from translate_kit.standards.cells import Change
    from translate_kit.standards.history import to_undo

    keeping, who = workspace.standards_keeping, signer(workspace, name)
    found = to_undo(keeping.history(), entry, who)
    _show(found)
    back = [Change(c.id, c.column, c.new, c.old) for c in found.changes]
    saved(keeping.commit(back, who=who, did="undo", why=why, undoes=found.id))


def _show(entry: Entry) -> None:
    from translate_kit.cli.standards.entering import line_of_change

    when = entry.when.astimezone().strftime("%Y-%m-%d %H:%M")
    undone = " " + _("(takes back {id})").format(id=entry.undoes) if entry.undoes else ""
    click.echo(f"{entry.id}  {when}  {entry.who}  {entry.did}{undone}  {entry.why}".rstrip())
    for change in entry.changes:
        click.echo(f"    {change.id} {line_of_change(change)}")
