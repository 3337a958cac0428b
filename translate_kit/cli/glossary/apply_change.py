"""``translate-kit glossary apply-change``: a change carried out in what was translated before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.countries import country_option
from translate_kit.errors import UserError
from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace


@click.command(
    "apply-change",
    help=_(
        "After a change of the glossary, find what it touches in finished batches, bilingual"
        " files and the memory, translate only that anew, and list it before and after. Nothing is"
        " changed without --apply. CONCEPT is an id or a term. Exit code 1 says that something is"
        " touched, with --apply that something is left to a person."
    ),
)
@click.argument("concepts", nargs=-1, metavar="[CONCEPT]...")
@click.option("--since", metavar="DAY|CHANGE|RELEASE|REVISION",
              help=_("What was changed since then."))  # fmt: skip
@click.option("--in", "paths", multiple=True, type=click.Path(path_type=Path, exists=True),
              metavar="FOLDER|FILE",
              help=_("A batch's output folder, or a bilingual file; may be repeated."))  # fmt: skip
@click.option("--memory", "with_memory", is_flag=True, help=_("The workspace's memory, too."))
@click.option("--apply", "applied", is_flag=True,
              help=_("Write the documents; units of the memory wait for review."))  # fmt: skip
@click.option("--repair-approved", is_flag=True,
              help=_("Exchange the term even where a person has approved."))  # fmt: skip
@click.option("--engine", help=_("Engine to use: argos, memory, http, or a plug-in's name."))
@country_option
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False),
              help=_("Write it to this file as a page for a browser."))  # fmt: skip
@click.option("--overwrite", is_flag=True, help=_("Replace an existing page."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def apply_change(
    workspace: Workspace, concepts: tuple[str, ...], *, since: str | None,
    paths: tuple[Path, ...], with_memory: bool, applied: bool, repair_approved: bool,
    engine: str | None, country: str, html: Path | None, overwrite: bool, as_json: bool,
) -> None:  # fmt: skip
    from translate_kit.cli.glossary import changing

    if not (paths or with_memory):
        raise UserError(_("say where to look: --in FOLDER or --memory"))
    renewal = changing.begin(workspace, concepts, since, engine, country)
    with changing.occupied_batches(paths, really=applied):
        done = changing.carry_out(renewal, paths, repair_approved=repair_approved, really=applied)
    if with_memory:
        done += changing.in_memory(renewal, workspace.memory, really=applied)
    if html is not None:
        changing.write_page(done, html, overwrite=overwrite)
    changing.show(done, really=applied, as_json=as_json)
    raise click.exceptions.Exit(changing.exit_code(done, really=applied))
