"""``translate-kit memory``: what has been translated before, and who vouches for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.memory import remembering
from translate_kit.errors import UserError
from translate_kit.messages import _, ngettext
from translate_kit.model import LANGUAGES, Pair

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace

ORIGINS = ("person", "workspace", "import", "machine", "starter")
"""The values of ``memory.Origin``, repeated so that ``--help`` loads none of it."""


def pair_type(text: str) -> Pair:
    """A direction between two of our languages, ``zh-ru``."""
    try:
        pair = Pair.parse(text)
    except ValueError:
        raise UserError(_not_a_pair(text)) from None
    if not {pair.source, pair.target} <= set(LANGUAGES):
        raise UserError(_not_a_pair(text))
    return pair


def _not_a_pair(text: str) -> str:
    return _("“{text}” is no pair of our languages such as zh-ru").format(text=text)


@click.group(help=_("What has been translated before, and who vouches for it."))
def memory() -> None:
    pass


@memory.command(
    help=_(
        "Find units by words in any language; with --pair, what answers to a whole sentence and"
        " what is like it."
    )
)
@click.argument("words", nargs=-1, required=True)
@click.option("--language", "-l", type=click.Choice(LANGUAGES), help=_("Look only in this one."))
@click.option("--pair", type=pair_type, metavar="zh-ru", help=_("Look a whole sentence up."))
@click.option("--least", type=click.FloatRange(0, 100), default=70, show_default=True,
              help=_("With --pair: the lowest likeness in per cent."))  # fmt: skip
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True,
              help=_("Show at most so many."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def search(
    workspace: Workspace,
    words: tuple[str, ...],
    language: str | None,
    pair: Pair | None,
    least: float,
    limit: int,
    as_json: bool,
) -> None:
    text = " ".join(words)
    if pair is not None:
        found = remembering.look_up(workspace.memory, text, pair, least=least, limit=limit)
        remembering.show_answers(found, pair, as_json=as_json)
    else:
        units = remembering.holding(workspace.memory, text, language, limit)
        remembering.show_units(units, as_json=as_json)


@memory.command(help=_("Enter a unit that you vouch for: texts in two languages or more."))
@click.option("--zh", help=_("The Chinese text."))
@click.option("--en", help=_("The English text."))
@click.option("--ru", help=_("The Russian text."))
@click.option("--ko", help=_("The Korean text."))
@click.option("--ja", help=_("The Japanese text."))
@click.option("--as", "name", help=_("Your name; else the workspace's, or your login."))
@click.option("--domain", default="", help=_("Kind of letter it is used in, e.g. appeal."))
@click.option("--note", default="", help=_("A remark."))
@click.pass_obj
def add(
    workspace: Workspace, /, name: str | None, domain: str, note: str, **texts: str | None
) -> None:
    from translate_kit.cli.glossary.signing import signer
    from translate_kit.memory import Origin, Provenance
    from translate_kit.model import TranslationUnit

    workspace.memory.require_store()
    unit = TranslationUnit("", {k: v for k, v in texts.items() if v}, note)
    provenance = Provenance(Origin.PERSON, by=signer(workspace, name), domain=domain)
    added = workspace.memory.add([unit], provenance)
    click.echo(_("Entered.") if added.new else _("It is there already."))


@memory.command("import", help=_("Take over the units of TMX files or tables (CSV, TSV, XLSX)."))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--penalty", type=click.IntRange(0, 100), default=0, show_default=True,
              help=_("Points off every match; with any, none counts as exact."))  # fmt: skip
@click.option("--domain", default="", help=_("Kind of letter, where the file names none."))
@click.option("--approved-by", default="", help=_("Enter them as approved by this person."))
@click.pass_obj
def import_(
    workspace: Workspace, files: Sequence[Path], penalty: int, domain: str, approved_by: str
) -> None:
    from translate_kit.memory.transfer import Terms

    store = workspace.memory.require_store()
    terms = Terms(penalty, domain, approved_by.strip())
    refused = [file for file in files if not remembering.take_over(store, file, terms)]
    raise click.exceptions.Exit(2 if refused else 0)


@memory.command(
    help=_(
        "Make units of old documents: the sentences of TARGET that translate those of SOURCE."
        " Exit code 1 says that some pairs are doubtful; a review table holds them all, and"
        " “memory import” takes it over when a person has mended it."
    )
)
@click.argument("source", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--pair", type=pair_type, metavar="zh-ru",
              help=_("Their languages; told from the texts if left out."))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False),
              help=_("Write the sure pairs to this TMX, TSV or XLSX file."))  # fmt: skip
@click.option("--review", type=click.Path(path_type=Path, dir_okay=False),
              help=_("Write all pairs and their doubts to this XLSX or TSV file."))  # fmt: skip
@click.option("--add", "entered", is_flag=True, help=_("Enter the sure pairs into the memory."))
@click.option("--domain", default="", help=_("Kind of letter they are used in, e.g. appeal."))
@click.option("--approved-by", default="", help=_("Enter them as approved by this person."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.option("--overwrite", is_flag=True, help=_("Replace existing files."))
@click.pass_context
def align(
    context: click.Context, source: Path, target: Path, *, pair: Pair | None, out: Path | None,
    review: Path | None, entered: bool, domain: str, approved_by: str, as_json: bool,
    overwrite: bool,
) -> None:  # fmt: skip
    from translate_kit.cli.memory import aligning

    workspace: Workspace = context.obj
    outputs = aligning.Outputs(out, review, workspace.memory.require_store() if entered else None)
    outputs.check(overwrite=overwrite)
    pair, found = aligning.bring_together(workspace, source, target, pair)
    aligning.show(found, pair, as_json=as_json)
    origin = aligning.provenance(source, target, domain=domain, approved_by=approved_by)
    outputs.write(found, pair, origin, overwrite=overwrite)
    context.exit(any(one.doubts for one in found))


@memory.command(
    help=_("Write units to a TMX, TSV or XLSX file: the office's own, unless an origin is named.")
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--origin", "origins", type=click.Choice(ORIGINS), multiple=True,
              help=_("Only units of this origin; may be repeated."))  # fmt: skip
@click.option("--language", "-l", "languages", type=click.Choice(LANGUAGES), multiple=True,
              help=_("Only texts of these languages; name two or more."))  # fmt: skip
@click.option("--domain", default="", help=_("Only units of this kind of letter."))
@click.option("--overwrite", is_flag=True, help=_("Replace an existing file."))
@click.pass_obj
def export(
    workspace: Workspace,
    file: Path,
    origins: tuple[str, ...],
    languages: tuple[str, ...],
    domain: str,
    overwrite: bool,
) -> None:
    from translate_kit.memory.transfer import export_file

    if len(languages) == 1:
        raise UserError(_("a unit needs two languages at least; name a second one"))
    own = ORIGINS[:-1] if workspace.folder else ORIGINS[-1:]
    units = remembering.selected(workspace.memory, origins or own, languages, domain)
    count = export_file(units, file, overwrite=overwrite)
    said = ngettext("{n} unit written to {file}", "{n} units written to {file}", count)
    click.echo(said.format(n=count, file=file))


@memory.command(help=_("Say how much there is, from where, and where it contradicts itself."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def stats(workspace: Workspace, as_json: bool) -> None:
    remembering.show_statistics(workspace.memory, as_json=as_json)


@memory.command(
    help=_(
        "Take units out of the workspace's memory. Without --yes it only shows which; what is"
        " taken out can be brought back with “memory restore”."
    )
)
@click.option("--repeated", is_flag=True, help=_("Units that say no more than another one."))
@click.option(
    "--origin", type=click.Choice(("person", "import", "machine")), help=_("Units of this origin.")
)
@click.option("--source", default="", help=_("Units that came from this file."))
@click.option("--domain", default="", help=_("Units of this kind of letter."))
@click.option("--before", type=click.DateTime(["%Y-%m-%d"]), help=_("Units older than this day."))
@click.option("--yes", is_flag=True, help=_("Do take them out."))
@click.pass_obj
def prune(
    workspace: Workspace,
    repeated: bool,
    origin: str | None,
    source: str,
    domain: str,
    before: datetime | None,
    yes: bool,
) -> None:
    from translate_kit.memory import Origin
    from translate_kit.memory.pruning import Wish

    day = before.date() if before else None
    wish = Wish(repeated, Origin(origin) if origin else None, source, domain, day)
    remembering.prune(workspace.memory.require_store(), wish, really=yes)


@memory.command(help=_("Bring back what was taken out last."))
@click.pass_obj
def restore(workspace: Workspace) -> None:
    count = workspace.memory.require_store().restore()
    said = ngettext("{n} unit is back", "{n} units are back", count)
    click.echo(said.format(n=count) if count else _("Nothing has been taken out."))
