"""``translate-kit init``: a workspace of the office's own."""

from __future__ import annotations

from pathlib import Path

import click

from translate_kit.messages import _


@click.command(help=_("Make a workspace in FOLDER: your office's name, contacts, glossaries."))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    from translate_kit.cli.starting import workspace_files
    from translate_kit.files import write_files

    files = {folder / name: content for name, content in workspace_files().items()}
    write_files(files)
    for path in files:
        click.echo(_("written: {path}").format(path=path))
    click.echo(_("Next: put your office into {path}").format(path=folder / "translate-kit.toml"))
