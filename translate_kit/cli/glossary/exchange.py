"""``translate-kit glossary export | import``: to Excel and other programs, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.countries import country_option
from translate_kit.cli.glossary.signing import report, signed, signer, today
from translate_kit.messages import _, ngettext
from translate_kit.model import Pair

if TYPE_CHECKING:
    from translate_kit.glossary.cells import Change
    from translate_kit.glossary.history import Entry
    from translate_kit.glossary.incoming import Incoming, Outcome
    from translate_kit.workspace import Workspace

FORMATS = ("xlsx", "tbx", "tbx-dct", "tbx-v2", "deepl", "omegat", "tmx", "anki")
"""The built-in formats that go out, repeated so that ``--help`` loads no glossary code."""


def read_pair(text: str) -> Pair:
    """A direction such as zh-ru."""
    try:
        return Pair.parse(text)
    except ValueError:
        why = _("“{text}” is no direction; write it like zh-ru")
        raise click.BadParameter(why.format(text=text)) from None


@click.command(help=_("Write the glossary for Excel, WPS and other programs."))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--format", "format_", default="xlsx", show_default=True, metavar="|".join(FORMATS),
              help=_("The program that it is for."))  # fmt: skip
@click.option("--domain", "domains", multiple=True, help=_("Only this domain; may be repeated."))
@click.option("--pair", type=read_pair, default="zh-ru", show_default=True,
              help=_("The direction, for formats that have one."))  # fmt: skip
@country_option
@click.option("--overwrite", is_flag=True, help=_("Replace an existing file."))
@click.pass_obj
def export(
    workspace: Workspace, file: Path, format_: str, domains: Sequence[str], pair: Pair,
    country: str, overwrite: bool,
) -> None:  # fmt: skip
    from translate_kit.files import write_files
    from translate_kit.glossary.exchange import ONE_WAY, Options, format_named

    if country and format_ not in ONE_WAY:
        why = _("{format} holds the terms of every country; --country is for {formats}")
        raise click.UsageError(why.format(format=format_, formats=", ".join(ONE_WAY)))

    glossary = workspace.glossary
    chosen = [c for c in glossary if not domains or c.domain in map(glossary.known_domain, domains)]
    options = Options(file, glossary.revision, pair, country=country)
    made = format_named(format_).write(chosen, options)
    files = {file.with_name(name): content for name, content in made.files.items()}
    write_files(files, overwrite=overwrite)
    for line in made.left_out:
        click.echo(line, err=True)
    for path in files:
        click.echo(_("written: {path}").format(path=path))


@click.command(
    "import",
    help=_("Take an edited sheet back, or TBX, TMX, DeepL or OmegaT files in; shows the changes."),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--format", "format_", help=_("The format, where the file's name doesn't tell."))
@click.option("--pair", type=read_pair, metavar="zh-ru",
              help=_("The languages of a list's two columns, where it doesn't tell."))  # fmt: skip
@click.option("--apply", "apply_", is_flag=True, help=_("Make the changes that are shown."))
@click.option("--trust", is_flag=True, help=_("Take statuses over as they are; you answer for it."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@signed
@click.pass_obj
def import_(
    workspace: Workspace, file: Path, format_: str | None, pair: Pair | None, apply_: bool,
    trust: bool, as_json: bool, name: str | None, why: str,
) -> None:  # fmt: skip
    from translate_kit.glossary.exchange import read_file
    from translate_kit.glossary.incoming import Importer, settle, take_in

    termbase, who = workspace.termbase, signer(workspace, name)
    glossary = termbase.load()
    incoming = read_file(file, glossary, format_, pair)
    by, entry = Importer(who, today(), trust), None
    if apply_:
        entry, outcome = take_in(termbase, incoming, by, why=why or file.name)
    else:
        outcome = settle(incoming, glossary, termbase.history(), by)
    tell = _tell_json if as_json else _tell
    tell(incoming, outcome, entry)
    if outcome.problems:
        raise click.exceptions.Exit(1)


def _tell(incoming: Incoming, outcome: Outcome, entry: Entry | None) -> None:
    """The changes on standard output, what was held back and the problems on standard error."""
    for change in outcome.changes:
        click.echo(f"{incoming.at(change.place)}: {_words(change)}")
    for held in outcome.held:
        click.echo(f"{incoming.at(held.place)}: {held.place}: {held.why}", err=True)
    for problem in outcome.problems:
        click.echo(f"{problem.where}: {problem.why}", err=True)
    count = len(outcome.changes)
    if entry is None:
        said = ngettext("{n} change; make it with --apply", "{n} changes; make them with --apply",
                        count)  # fmt: skip
        click.echo(said.format(n=count))
    else:
        report(entry)
    if outcome.problems:
        count = len(outcome.problems)
        said = ngettext("{n} problem; mend it and import the file again",
                        "{n} problems; mend them and import the file again", count)  # fmt: skip
        click.echo(said.format(n=count), err=True)


def _words(change: Change) -> str:
    return f"{change.place}: {change.old or '∅'} → {change.new or '∅'}"


def _tell_json(incoming: Incoming, outcome: Outcome, entry: Entry | None) -> None:
    told = {
        "saved": entry.id if entry else None,
        "changes": [
            {**asdict(c.place), "old": c.old, "new": c.new, "where": incoming.at(c.place)}
            for c in outcome.changes
        ],
        "held": [{**asdict(h.place), "why": h.why, "where": incoming.at(h.place)}
                 for h in outcome.held],
        "problems": [asdict(problem) for problem in outcome.problems],
    }  # fmt: skip
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))
