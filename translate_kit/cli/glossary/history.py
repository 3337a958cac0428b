"""``translate-kit glossary history | undo``: who changed what, when and why, and taking it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from translate_kit.cli.glossary.signing import report, signed, signer
from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.glossary.history import Entry
    from translate_kit.workspace import Workspace


@click.command(help=_("Show the changes of a concept, or the latest of all: who, when, why."))
@click.argument("concept", required=False)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True,
              help=_("Show at most so many changes."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def history(workspace: Workspace, concept: str | None, limit: int, as_json: bool) -> None:
    from translate_kit.glossary.history import line_of, of_concept

    termbase = workspace.termbase
    entries = termbase.history()
    if concept is not None:
        entries = of_concept(entries, termbase.load().named(concept).id)
    for entry in entries[-limit:]:
        if as_json:
            click.echo(json.dumps(json.loads(line_of(entry)), ensure_ascii=False))
        else:
            click.echo("\n".join(lines_of(entry)))
    if not entries and not as_json:
        click.echo(_("No changes; it is as translate-kit ships it."))


@click.command(help=_("Take a change back: your latest one, or the one named by its id."))
@click.argument("entry", required=False)
@signed
@click.pass_obj
def undo(workspace: Workspace, entry: str | None, name: str | None, why: str) -> None:
    from translate_kit.glossary.cells import reverse
    from translate_kit.glossary.history import to_undo

    termbase, who = workspace.termbase, signer(workspace, name)
    found = to_undo(termbase.history(), entry, who)
    click.echo("\n".join(lines_of(found)))
    report(termbase.commit(reverse(found.changes), who=who, did="undo", why=why, undoes=found.id))


def lines_of(entry: Entry) -> Iterator[str]:
    """An entry for reading: a head, and below it a line for each field."""
    when = entry.when.astimezone().strftime("%Y-%m-%d %H:%M")
    undone = " " + _("(takes back {id})").format(id=entry.undoes) if entry.undoes else ""
    why = f"  {entry.why}" if entry.why else ""
    yield f"{entry.id}  {when}  {entry.who}  {_did(entry.did)}{undone}{why}"
    for change in entry.changes:
        yield f"    {change.place}: {change.old or '∅'} → {change.new or '∅'}"


def _did(command: str) -> str:
    """What was done, by the name of its command, in the interface language."""
    words = {
        "add": _("add"),
        "propose": _("propose"),
        "edit": _("edit"),
        "review": _("review"),
        "deprecate": _("deprecate"),
        "import": _("import"),
        "undo": _("undo"),
        "freeze": _("freeze"),
    }
    return words.get(command, command)
