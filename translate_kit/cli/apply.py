"""``translate-kit apply``: the document as its reviewer corrected it, and the memory fed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace


@click.command(
    help=_(
        "Write the document that a reviewer corrected in an XLIFF file of “translate --xliff”, and "
        "enter into the memory what was approved there. Exit code 1 says that a check found an "
        "error, 3 that some sentences have no translation."
    )
)
@click.argument("file", metavar="REVIEWED.xlf", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--original", type=click.Path(path_type=Path, dir_okay=False),
              help=_("The document that was translated, where it is now."))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False),
              help=_("The corrected document; beside the XLIFF file unless given."))  # fmt: skip
@click.option("--by", "name", metavar="NAME",
              help=_("Who approved it; else the workspace's editor, or your login."))  # fmt: skip
@click.option("--all", "everything", is_flag=True,
              help=_("Every sentence is approved, whatever its state says."))  # fmt: skip
@click.option("--columns", default="", metavar="NAME,...",
              help=_("Columns of a table, where the XLIFF file has lost them."))  # fmt: skip
@click.option("--overwrite", is_flag=True, help=_("Replace an existing file."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def apply(
    workspace: Workspace, file: Path, original: Path | None, out: Path | None, name: str | None,
    everything: bool, columns: str, overwrite: bool, as_json: bool,
) -> None:  # fmt: skip
    from translate_kit.cli.applying import apply_file, exit_code, feed, show
    from translate_kit.cli.batching import columns_of

    applied = apply_file(
        workspace, file, original, out,
        columns=columns_of(columns), everything=everything, overwrite=overwrite,
    )  # fmt: skip
    added = feed(workspace, applied, name)
    show(applied, added, as_json=as_json)
    raise click.exceptions.Exit(exit_code(applied))
