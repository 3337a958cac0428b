"""``translate-kit glossary diff | merge | stats | freeze``: versions, and how far the work is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.glossary.signing import signed, signer, today
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace

_EXISTING = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(help=_("Compare two glossaries: folders, releases, “shipped” or “workspace”."))
@click.argument("old")
@click.argument("new", default="workspace")
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def diff(workspace: Workspace, old: str, new: str, as_json: bool) -> None:
    from translate_kit.cli.glossary import comparing
    from translate_kit.glossary.cells import cells_of, difference

    before, after = (comparing.open_glossary(workspace, name) for name in (old, new))
    changes = difference(cells_of(before), cells_of(after))
    if as_json:
        records = comparing.change_records(changes)
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        for line in comparing.difference_lines(before, after, changes):
            click.echo(line)
    if changes:
        raise click.exceptions.Exit(1)


@click.command(help=_("Merge two versions of a CSV file by concept and field; for git, see docs."))
@click.argument("base", type=_EXISTING)
@click.argument("ours", type=_EXISTING)
@click.argument("theirs", type=_EXISTING)
@click.option("--path", "name", required=True, help=_("The name of the file in the repository."))
def merge(base: Path, ours: Path, theirs: Path, name: str) -> None:
    from translate_kit.files import write_files
    from translate_kit.glossary.merging import merge_files, tell

    merged = merge_files(base, ours, theirs, name)
    write_files({ours: merged.content}, overwrite=True)
    for line in tell(merged.conflicts, name):
        click.echo(line, err=True)
    if merged.conflicts:
        raise click.exceptions.Exit(1)


@click.command(help=_("Show how far the glossary is, by domain, language and status."))
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False),
              help=_("Write it as a picture, too."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def stats(workspace: Workspace, svg: Path | None, as_json: bool) -> None:
    from translate_kit.cli.glossary import comparing
    from translate_kit.cli.glossary.group import print_table
    from translate_kit.glossary.statistics import coverage

    table = coverage(workspace.glossary)
    if svg is not None:
        _draw(workspace, svg)
    if as_json:
        records = comparing.coverage_records(table)
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        print_table((_("domain"), _("concepts"), *LANGUAGES), comparing.coverage_rows(table))
        print_table((_("status"), _("all"), *LANGUAGES), comparing.status_rows(table))


def _draw(workspace: Workspace, path: Path) -> None:
    """The picture replaces that of the last time."""
    from translate_kit.files import write_files
    from translate_kit.glossary.picture import svg_bytes
    from translate_kit.glossary.statistics import coverage

    title = _("The glossary, revision {revision}").format(revision=workspace.glossary.revision)
    content = svg_bytes(coverage(workspace.glossary), title=title)
    write_files({path: content}, overwrite=True)
    click.echo(_("written: {path}").format(path=path), err=True)


@click.command(help=_("Freeze the glossary as a release that translations can name."))
@click.argument("label", metavar="NAME")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False),
              help=_("The folder to write to; else “releases” of the workspace."))  # fmt: skip
@click.option("--force", is_flag=True, help=_("Freeze it in spite of errors that the check finds."))
@signed
@click.pass_obj
def freeze(
    workspace: Workspace, label: str, out: Path | None, force: bool, name: str | None, why: str
) -> None:
    from translate_kit.cli.glossary.checking import refuse_errors
    from translate_kit.files import write_files
    from translate_kit.glossary.release import release_bytes

    termbase, who = workspace.termbase, signer(workspace, name)
    if not force:
        refuse_errors(workspace.glossary_folders, workspace.standards, today())
    release, content = release_bytes(termbase.load(), label, who=who, day=today())
    folder = out or termbase.own.parent / "releases"
    path = folder / f"glossary-{label}-{release.revision}.zip"
    write_files({path: content})
    termbase.record(who=who, did="freeze", why=f"{label} {release.revision} {why}".strip())
    click.echo(_("written: {path}").format(path=path))
