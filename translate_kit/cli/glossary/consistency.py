"""``translate-kit glossary consistency``: what is rendered in several ways across documents."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.countries import country_option
from translate_kit.errors import UserError
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace

_DAY = click.DateTime(["%Y-%m-%d"])
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    help=_(
        "List every term that is rendered in more than one way across documents, with what to"
        " write. FILE is a bilingual file (XLIFF, TMX, TSV, CSV, XLSX), a translation beside its"
        " source (letter.ru.docx beside letter.docx), or a folder of them; the output folder of a"
        " batch is one. Exit code 1 says that something is inconsistent, 2 that a document could"
        " not be read."
    )
)
@click.argument("paths", nargs=-1, metavar="[FILE|FOLDER]...", type=click.Path(path_type=Path))
@click.option("--memory", "with_memory", is_flag=True, help=_("The workspace's memory, too."))
@click.option("--since", type=_DAY, metavar="DAY",
              help=_("Only what was last changed on that day (2020-02-01) or later."))  # fmt: skip
@click.option("--until", type=_DAY, metavar="DAY",
              help=_("Only what was last changed on that day or before."))  # fmt: skip
@click.option("--term", "terms", multiple=True, metavar="TERM|ID",
              help=_("Only this term or concept; may be repeated."))  # fmt: skip
@click.option("--from", "source", type=click.Choice(LANGUAGES),
              help=_("Language of the source; told from the text if left out."))  # fmt: skip
@click.option("--to", "target", type=click.Choice(LANGUAGES),
              help=_("Language of the translation; told from the text if left out."))  # fmt: skip
@country_option
@click.option("--places", type=click.IntRange(min=0), default=5, show_default=True,
              help=_("Show at most so many places of a rendering."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.option("--html", type=_FILE, help=_("Write it to this file as a page for a browser."))
@click.option("--xlsx", type=_FILE, help=_("Write the fix list to this Excel file."))
@click.option("--overwrite", is_flag=True, help=_("Replace an existing file."))
@click.pass_obj
def consistency(
    workspace: Workspace, paths: tuple[Path, ...], *, with_memory: bool, since: datetime | None,
    until: datetime | None, terms: tuple[str, ...], source: str | None, target: str | None,
    country: str, places: int, as_json: bool, html: Path | None, xlsx: Path | None, overwrite: bool,
) -> None:  # fmt: skip
    from translate_kit.checks.bitext import Wanted
    from translate_kit.cli.glossary import consistent

    if not (paths or with_memory):
        raise UserError(_("name files or folders to look at, or say --memory"))
    days = consistent.Days(since and since.date(), until and until.date())
    account = consistent.begin(workspace, terms, country)
    refused = consistent.read(account, paths, Wanted(source, target), days)
    if with_memory:
        consistent.read_memory(account, workspace, days)
    found = account.inconsistencies()
    consistent.write(account, found, html, xlsx, overwrite=overwrite)
    consistent.show(account, found, places, as_json=as_json)
    raise click.exceptions.Exit(2 if refused else bool(found))
