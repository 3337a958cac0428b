"""``translate-kit glossary check``: what is wrong with the glossary, for people and for CI."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.glossary.signing import today
from translate_kit.messages import _
from translate_kit.model import Severity

if TYPE_CHECKING:
    from translate_kit.cli.glossary.checking import Report
    from translate_kit.workspace import Workspace

LEVELS = ("error", "warning", "note")


@click.command(help=_("Check the glossary. Exit code 0: nothing of that level; 1: something."))
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--check", "names", multiple=True, help=_("Only this check; may be repeated."))
@click.option("--domain", "domains", multiple=True, help=_("Only this domain; may be repeated."))
@click.option("--level", type=click.Choice(LEVELS), default="warning", show_default=True,
              help=_("Report what matters so much, or more."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False),
              help=_("Write the report as a page, too."))  # fmt: skip
@click.option("--explain", "only_explain", is_flag=True, help=_("Say what each check does."))
@click.pass_obj
def check(
    workspace: Workspace, folders: Sequence[Path], names: Sequence[str], domains: Sequence[str],
    level: str, as_json: bool, html: Path | None, only_explain: bool,
) -> None:  # fmt: skip
    from translate_kit.cli.glossary import checking

    if only_explain:
        click.echo("\n".join(checking.explain()))
        return
    report = checking.examine_folders(
        folders or workspace.glossary_folders, workspace.standards, today(),
        names=names, domains=domains,
    )  # fmt: skip
    told = report.down_to(Severity(level))
    if html is not None:
        _write_page(html, told)
    if as_json:
        click.echo(checking.json_of(told.lines))
    else:
        click.echo("\n".join([*map(checking.text_of, told.lines), checking.summary(report.lines)]))
    if told.lines:
        raise click.exceptions.Exit(1)


def _write_page(path: Path, report: Report) -> None:
    """The page replaces that of the last check."""
    from translate_kit.cli.glossary.page import page_bytes
    from translate_kit.files import write_files

    write_files({path: page_bytes(report)}, overwrite=True)
    click.echo(_("written: {path}").format(path=path), err=True)
