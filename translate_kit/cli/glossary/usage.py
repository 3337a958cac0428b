"""``translate-kit glossary usage``: where a term was used."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace


@click.command(
    help=_(
        "Show where TERM, in any form, was used: in the memory, the register of letters, and in"
        " the documents and folders given; of the output folder of a batch in both languages. Exit"
        " code 2 says that a document could not be read."
    )
)
@click.argument("term")
@click.argument("paths", nargs=-1, metavar="[FILE|FOLDER]...",
                type=click.Path(path_type=Path))  # fmt: skip
@click.option(
    "--language", "-l", "languages", type=click.Choice(LANGUAGES), multiple=True,
    help=_("Look only at terms of this language; may be repeated."),
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def usage(
    workspace: "Workspace", term: str, paths: tuple[Path, ...], *, languages: tuple[str, ...],
    as_json: bool,
) -> None:  # fmt: skip
    from translate_kit.cli.glossary import sources, using

    concept = using.named(workspace.glossary, term, LANGUAGES)
    reader = using.Reader(workspace.glossary, concept, languages or LANGUAGES)
    remembered = sources.in_memory(reader, workspace.memory.each())
    registered = sources.in_register(reader, workspace)
    found, refused = sources.read_all(reader, paths)
    using.show([*remembered, *registered, *found], as_json=as_json)
    raise click.exceptions.Exit(2 if refused else 0)
