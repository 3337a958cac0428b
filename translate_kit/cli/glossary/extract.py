"""``translate-kit glossary extract``: term candidates from documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.glossary.signing import signed
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace

OUT = click.Path(path_type=Path, dir_okay=False)


@click.command(
    help=_(
        "Find what the glossary lacks: term candidates of documents (any format that translates,"
        " TMX, XLIFF, tables of units), the likeliest first, with sentences and, from bilingual"
        " ones, translations. Exit code 2 says that a document could not be read."
    )
)
@click.argument("paths", nargs=-1, metavar="[FILE|FOLDER]...", type=click.Path(path_type=Path))
@click.option("--with", "translation", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help=_("The translation of the only FILE; both are aligned."))  # fmt: skip
@click.option("--memory", is_flag=True, help=_("Look through the workspace's memory too."))
@click.option("--language", "-l", type=click.Choice(LANGUAGES),
              help=_("The language of the terms; else Chinese, where there is any."))  # fmt: skip
@click.option("--into", multiple=True, type=click.Choice(LANGUAGES),
              help=_("A language of the translations, else all; may be repeated."))  # fmt: skip
@click.option("--engine", help=_("Ask this engine where the sentences have no translation."))
@click.option("--top", type=click.IntRange(min=1), default=50, show_default=True,
              help=_("How many candidates."))  # fmt: skip
@click.option("--least", type=click.IntRange(min=1), default=1, show_default=True,
              help=_("Leave out what stands fewer times."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.option("--csv", "table", type=OUT, help=_("Write a table as CSV."))
@click.option("--xlsx", "workbook", type=OUT, help=_("Write a table for Excel or WPS."))
@click.option("--overwrite", is_flag=True, help=_("Replace an existing file."))
@click.option("--propose", is_flag=True, help=_("Enter them into the glossary, as proposals."))
@click.option("--domain", help=_("The domain of the proposals."))
@click.option("--yes", is_flag=True, help=_("Propose in spite of similar terms."))
@signed
@click.pass_obj
def extract(
    workspace: Workspace, /, paths: tuple[Path, ...], *, translation: Path | None, memory: bool,
    language: str | None, into: tuple[str, ...], engine: str | None, top: int, least: int,
    as_json: bool, table: Path | None, workbook: Path | None, overwrite: bool, propose: bool,
    domain: str | None, yes: bool, name: str | None, why: str,
) -> None:  # fmt: skip
    from translate_kit.cli.glossary import extracting

    if not paths and not memory:
        raise click.UsageError(_("name files or folders, or say --memory"))
    if propose and not domain:
        raise click.UsageError(_("--propose needs the domain of the proposals: --domain"))
    wishes = extracting.Wishes(language, into, engine, top, least)
    found = extracting.find(workspace, paths, translation, wishes, memory=memory)
    extracting.write(found.candidates, table, workbook, overwrite=overwrite)
    if as_json or not (table or workbook):
        extracting.show(found.candidates, as_json=as_json)
    if propose and domain:
        extracting.propose(workspace, found.candidates, domain, who=name, why=why, yes=yes)
    raise click.exceptions.Exit(2 if found.refused else 0)
