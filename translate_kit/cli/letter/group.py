"""``translate-kit letter``: from a request to letters in five languages."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.folders import OutFolder
from translate_kit.cli.letter.incoming import read
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace

# Options that several commands take alike.
TO = click.option(
    "--to", "names", multiple=True, required=True, help=_("Contact; may be repeated.")
)
REQUEST = click.option(
    "--request",
    "request_file",
    type=click.Path(path_type=Path),
    required=True,
    help=_("The request file (see “letter new”)."),
)
OUT = click.option(
    "--out", type=OutFolder(), default=Path("letters"), help=_("Folder to write to.")
)
FORMAT = click.option(
    "--format",
    "formats",
    default="docx",
    show_default=True,
    help=_("docx, pdf, html, txt; several with commas."),
)
LANGUAGE = click.option(
    "--language",
    "-l",
    "languages",
    type=click.Choice(LANGUAGES),
    multiple=True,
    help=_("Write in this language instead of the contact's own; may be repeated."),
)
OVERWRITE = click.option("--overwrite", is_flag=True, help=_("Replace existing files."))


@click.group(help=_("Draft letters in five languages from one request."))
def letter() -> None:
    pass


@letter.command(help=_("List the kinds of letters."))
@click.pass_obj
def kinds(workspace: Workspace) -> None:
    from translate_kit.letters.kind import kinds as all_kinds

    for kind in all_kinds(workspace.templates):
        click.echo(f"{kind.id:<26}{kind.title()}  [{' '.join(kind.languages())}]")


@letter.command(help=_("Explain the fields of a kind of letter."))
@click.argument("kind")
@click.pass_obj
def fields(workspace: Workspace, kind: str) -> None:
    from translate_kit.letters.kind import load_kind

    for field in load_kind(workspace.templates, kind).fields:
        need = _("required") if field.required else _("optional")
        click.echo(f"{field.name}  ({field.type}, {need})")
        click.echo(f"    {field.explain()}")
        if field.choices:
            click.echo("    " + _("one of: {choices}").format(choices=", ".join(field.choices)))


@letter.command(help=_("Make a request file to fill in, or answer questions with --ask."))
@click.argument("kind")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help=_("File to write."))
@click.option("--ask", is_flag=True, help=_("Ask for every field at the terminal."))
@click.option("--overwrite", is_flag=True, help=_("Replace an existing file."))
@click.pass_obj
def new(workspace: Workspace, kind: str, out: Path | None, ask: bool, overwrite: bool) -> None:
    from translate_kit.cli.letter.questions import ask_request
    from translate_kit.files import write_files
    from translate_kit.letters.blank import blank
    from translate_kit.letters.kind import load_kind

    wanted = load_kind(workspace.templates, kind)
    path = out or Path(f"{kind}.toml")
    today = datetime.datetime.now().astimezone().date()
    text = ask_request(wanted, today, workspace.glossary) if ask else blank(wanted, today)
    write_files({path: text.encode()}, overwrite=overwrite)
    click.echo(_("written: {path}").format(path=path))


@letter.command(
    short_help=_("Write the letters that answer a request."),
    help=_(
        "Write the letters that answer a request: to each contact, and a Chinese file copy. Free "
        "text that nobody has said in a letter's language yet is translated by the workspace's "
        "engine, if it has a model, and stays marked until “letter approve”."
    ),
)
@click.argument("kind")
@TO
@REQUEST
@OUT
@FORMAT
@LANGUAGE
@click.option("--force", is_flag=True, help=_("Write the letters although facts are wrong."))
@OVERWRITE
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def draft(
    workspace: Workspace,
    kind: str,
    names: Sequence[str],
    request_file: Path,
    out: Path,
    formats: str,
    languages: Sequence[str],
    force: bool,
    overwrite: bool,
    as_json: bool,
) -> None:
    from translate_kit.cli.letter.drafting import draft_letters, report, tell, write
    from translate_kit.cli.registering import record_drafted

    drafts = draft_letters(workspace, kind, request_file, names, languages)
    wrong = report(drafts)
    if wrong and not force:
        click.echo(_("No letter was written. Mend the errors, or use --force."), err=True)
        raise click.exceptions.Exit(2)
    written = write(workspace, drafts, out, formats, overwrite=overwrite)
    record_drafted(workspace, drafts, written)
    tell(drafts, written, as_json=as_json)


@letter.command(
    short_help=_("Write one request to every contact of a table."),
    help=_(
        "Write one request to every contact of a table (.csv, .xlsx), each with the next reference "
        "number, counted on from the request's. Run the same command again to go on after a stop "
        "or a mended row."
    ),
)
@click.argument("kind")
@click.option(
    "--contacts",
    "table",
    type=click.Path(path_type=Path),
    required=True,
    help=_("The table: rows like contacts.csv, or a column id with contacts that are known."),
)
@REQUEST
@OUT
@FORMAT
@OVERWRITE
@click.pass_obj
def merge(
    workspace: Workspace, kind: str, table: Path, request_file: Path, out: Path, formats: str,
    overwrite: bool,
) -> None:  # fmt: skip
    from translate_kit.cli.letter.merging import merge_letters

    if merge_letters(workspace, kind, table, request_file, out, formats, overwrite=overwrite):
        raise click.exceptions.Exit(1)


@letter.command(
    short_help=_("Check a request, or a letter that somebody has edited."),
    help=_(
        "Check without writing anything: a request (.toml) in every language, or, with --request, "
        "a Word letter (.docx) that somebody has edited."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", "names", multiple=True, help=_("Contact; may be repeated."))
@click.option(
    "--request",
    "request_file",
    type=click.Path(path_type=Path),
    help=_("The request that the letter FILE was drafted from."),
)
@click.option(
    "--language", "-l", type=click.Choice(LANGUAGES), help=_("The language of the letter FILE.")
)
@click.pass_obj
def check(
    workspace: Workspace,
    file: Path,
    names: Sequence[str],
    request_file: Path | None,
    language: str | None,
) -> None:
    from translate_kit.cli.letter.checking import check_letter, check_request

    if request_file is None:
        wrong = check_request(workspace, file, names)
    else:
        wrong = check_letter(workspace, file, request_file, names, language)
    if wrong:
        raise click.exceptions.Exit(1)
    click.echo(_("All facts are in place."))


@letter.command(
    help=_(
        "Write a review sheet: the Chinese letter beside its translation, the facts as found in "
        "both, and the findings."
    )
)
@click.argument("kind")
@TO
@REQUEST
@OUT
@LANGUAGE
@OVERWRITE
@click.pass_obj
def review(
    workspace: Workspace, kind: str, names: Sequence[str], request_file: Path, out: Path,
    languages: Sequence[str], overwrite: bool,
) -> None:  # fmt: skip
    from translate_kit.cli.letter.reviewing import write_reviews

    written, wrong = write_reviews(
        workspace, kind, request_file, names, languages, out, overwrite=overwrite
    )
    for path in written:
        click.echo(_("written: {path}").format(path=path))
    if wrong:
        raise click.exceptions.Exit(1)


@letter.command(
    short_help=_("Turn an edited draft into the final letter."),
    help=_(
        "Turn a draft that somebody has edited in Word into the final letter: its facts are proven "
        "again, the marks of a draft go, and what was translated is kept for later letters. What "
        "stands as the machine translated it is shown, and is approved with the letter."
    ),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--to", "name", required=True, help=_("The contact the letter is to."))
@REQUEST
@click.option(
    "--language", "-l", type=click.Choice(LANGUAGES), help=_("The language of the letter FILE.")
)
@click.option("--by", "approver", required=True, help=_("Who approves the letter."))
@click.option("--out", type=OutFolder(), help=_("Folder to write to; otherwise the draft's."))
@click.option("--pdf", is_flag=True, help=_("Write a PDF beside it (needs LibreOffice)."))
@OVERWRITE
@click.pass_obj
def approve(
    workspace: Workspace, file: Path, name: str, request_file: Path, language: str | None,
    approver: str, out: Path | None, pdf: bool, overwrite: bool,
) -> None:  # fmt: skip
    from translate_kit.cli.letter.approving import approve_letter

    approved = approve_letter(
        workspace, file, request_file, (name,), language,
        approver=approver, out=out, pdf=pdf, overwrite=overwrite,
    )  # fmt: skip
    for path in approved.files:
        click.echo(_("written: {path}").format(path=path))
    if approved.learnt:
        click.echo(_("passages kept in the memory: {n}").format(n=approved.learnt))


letter.add_command(read)
