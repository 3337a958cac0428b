"""``translate-kit letter read``: what a reply in a foreign language says, and its entry."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace


@click.command(
    short_help=_("Read a letter that came in, in any of the five languages."),
    help=_(
        "Read a letter that came in (docx, txt, pdf): who wrote it, which of our letters it "
        "answers, every number, date, price, standard and address in it, the terms in Chinese, a "
        "working translation, and the entry that the register should get."
    ),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--language", "-l", type=click.Choice(LANGUAGES), help=_("The letter's language, if not told.")
)
@click.option("--from", "sender", help=_("The contact who wrote it, if the letter does not say."))
@click.option("--answers", help=_("Our letter that it answers: register number or reference."))
@click.option("--engine", help=_("Engine to use: argos, memory, http, or a plug-in's name."))
@click.option("--no-translation", is_flag=True, help=_("Leave the working translation out."))
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write all this as a Word file for the file of the matter."),
)
@click.option("--overwrite", is_flag=True, help=_("Replace an existing file."))
@click.option("--record", is_flag=True, help=_("Enter the reply into the register as proposed."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def read(
    workspace: Workspace, file: Path, language: str | None, sender: str | None,
    answers: str | None, engine: str | None, no_translation: bool, out: Path | None,
    overwrite: bool, record: bool, as_json: bool,
) -> None:  # fmt: skip
    from translate_kit.cli.letter.reading import (
        portrait,
        read_letter,
        record_reply,
        sheet_of,
        to_record,
    )
    from translate_kit.files import write_files

    letter = read_letter(
        workspace, file, language=language, sender=sender, answers=answers,
        translated=not no_translation, engine=engine,
    )  # fmt: skip
    if out is not None:
        write_files({out: sheet_of(workspace, letter, file)}, overwrite=overwrite)
    if as_json:
        click.echo(json.dumps(to_record(letter), ensure_ascii=False, indent=2))
    else:
        for line in portrait(letter, file):
            click.echo(line)
    if record:
        click.echo(record_reply(workspace, letter, file))
