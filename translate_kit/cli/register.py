"""``translate-kit register``: letters sent, replies received and due, the report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli import registering
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace

RESULTS = ("agreed", "declined", "referred", "partial", "asks", "samples")
STANDINGS = ("drafted", "sent", "answered", "withdrawn")
VERDICTS = ("passed", "failed", "pending")
"""The values of the register's own types, repeated so that ``--help`` loads none of it."""


def day(text: str) -> date:
    """A day like 2020-02-08 or 2020年2月8日."""
    from translate_kit.register.typed import read_day

    return read_day(text)


_ITEM = _("Goods, like “医用防护服 3万套”; may be repeated.")
_PROMISE = _("Goods and day promised: “医用防护服 5000套 2020-02-15”; may be repeated.")


@click.group(help=_("The correspondence register: letters, replies, samples, reports."))
def register() -> None:
    pass


@register.command("list", help=_("List the letters, oldest first."))
@click.option("--from", "first", type=day, help=_("Only letters of this day or later."))
@click.option("--to", "last", type=day, help=_("Only letters of this day or earlier."))
@click.option("--country", help=_("Only letters to this country, e.g. RU."))
@click.option("--kind", help=_("Only letters of this kind."))
@click.option("--state", type=click.Choice(STANDINGS), help=_("Only letters that stand so."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def list_(
    workspace: Workspace,
    first: date | None,
    last: date | None,
    country: str | None,
    kind: str | None,
    state: str | None,
    as_json: bool,
) -> None:
    entries = registering.selected(
        registering.open_register(workspace).entries(),
        first=first,
        last=last,
        country=country.upper() if country else None,
        kind=kind,
        state=state,
    )
    if as_json:
        _print_json([registering.record(entry) for entry in entries])
        return
    for entry in entries:
        click.echo(registering.summary(entry))


@register.command(help=_("Show one letter, by number, reference or file, and what followed."))
@click.argument("letter")
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def show(workspace: Workspace, letter: str, as_json: bool) -> None:
    entry = registering.open_register(workspace).find(letter)
    if as_json:
        _print_json(registering.record(entry))
        return
    for line in registering.portrait(entry):
        click.echo(line)


@register.command(help=_("Enter a letter that was written and sent without translate-kit."))
@click.option("--to", "contact", required=True, help=_("Contact that it went to."))
@click.option("--kind", required=True, help=_("Kind of letter (see “letter kinds”)."))
@click.option("--date", "on", type=day, required=True, help=_("The day on the letter."))
@click.option("--reference", default="", help=_("Its reference number."))
@click.option("--item", "items", multiple=True, help=_ITEM)
@click.option("--reply-by", type=day, help=_("The day by which it asks for an answer."))
@click.option(
    "--file", "files", multiple=True, type=click.Path(path_type=Path), help=_("Its file.")
)
@click.option(
    "--language", "-l", "languages", type=click.Choice(LANGUAGES), multiple=True,
    help=_("Language of the letter; may be repeated."),
)  # fmt: skip
@click.option("--note", default="", help=_("A remark, in Chinese."))
@click.pass_obj
def add(
    workspace: Workspace,
    contact: str,
    kind: str,
    on: date,
    reference: str,
    items: Sequence[str],
    reply_by: date | None,
    files: Sequence[Path],
    languages: Sequence[str],
    note: str,
) -> None:
    from translate_kit.letters.kind import load_kind
    from translate_kit.register.typed import read_goods

    letter = registering.outgoing(
        workspace.contacts.get(contact),
        day=on,
        kind=load_kind(workspace.templates, kind).id,
        reference=reference.strip(),
        languages=tuple(languages),
        goods=tuple(read_goods(item, workspace.glossary) for item in items),
        reply_by=reply_by,
        files=tuple(path.name for path in files),
        note=note,
    )
    number = registering.open_register(workspace).record(letter)
    click.echo(_("entered: no. {number}").format(number=number))


@register.command(help=_("Say that drafts were sent; only letters sent are reported."))
@click.argument("numbers", nargs=-1, required=True, type=int)
@click.pass_obj
def sent(workspace: Workspace, numbers: Sequence[int]) -> None:
    from translate_kit.register import State

    registering.open_register(workspace).mark(numbers, State.SENT)


@register.command(help=_("Say that letters were not sent after all."))
@click.argument("numbers", nargs=-1, required=True, type=int)
@click.pass_obj
def withdraw(workspace: Workspace, numbers: Sequence[int]) -> None:
    from translate_kit.register import State

    registering.open_register(workspace).mark(numbers, State.WITHDRAWN)


@register.command(help=_("Enter a reply to a letter, named by number, reference or file."))
@click.argument("letter")
@click.option("--file", type=click.Path(path_type=Path), help=_("The file of the reply."))
@click.option("--date", "on", type=day, help=_("The day it came; today where not given."))
@click.option("--result", type=click.Choice(RESULTS), required=True, help=_("What it decides."))
@click.option("--from", "sender", default="", help=_("Who answered, if not the addressee."))
@click.option("--promise", "promises", multiple=True, help=_PROMISE)
@click.option("--note", default="", help=_("A summary, in Chinese, for the report."))
@click.option("--keep", is_flag=True, help=_("Keep the content of the file in the register too."))
@click.pass_obj
def reply(
    workspace: Workspace,
    letter: str,
    file: Path | None,
    on: date | None,
    result: str,
    sender: str,
    promises: Sequence[str],
    note: str,
    keep: bool,
) -> None:
    book = registering.open_register(workspace)
    entry = book.find(letter)
    answer = registering.reply_of(
        workspace,
        file=file,
        day=on,
        result=result,
        sender=sender,
        promises=promises,
        note=note,
        keep=keep,
    )
    book.reply(entry.number, answer)
    click.echo(_("entered: reply to {letter}").format(letter=entry.label))


@register.command(help=_("Enter a sample that came of a letter: 12 “医用防护服 2套”."))
@click.argument("letter")
@click.argument("goods")
@click.option("--arrived", type=day, help=_("The day it arrived."))
@click.option("--note", default="", help=_("A remark, in Chinese, for the report."))
@click.pass_obj
def sample(workspace: Workspace, letter: str, goods: str, arrived: date | None, note: str) -> None:
    from translate_kit.register import Sample
    from translate_kit.register.typed import read_goods

    book = registering.open_register(workspace)
    made = Sample(read_goods(goods, workspace.glossary), arrived, note=note)
    number = book.sample(book.find(letter).number, made)
    click.echo(_("entered: sample {number}").format(number=number))


@register.command(help=_("Enter the test of a sample, by the sample's own number."))
@click.argument("number", type=int)
@click.option("--date", "on", type=day, required=True, help=_("The day of the test."))
@click.option("--place", default="", help=_("Where it is tested."))
@click.option("--result", type=click.Choice(VERDICTS), required=True, help=_("Its outcome."))
@click.option("--note", default="", help=_("A remark, in Chinese, for the report."))
@click.pass_obj
def test(workspace: Workspace, number: int, on: date, place: str, result: str, note: str) -> None:
    from translate_kit.register import Verdict

    registering.open_register(workspace).test(number, on, place, Verdict(result), note)


@register.command(help=_("List the replies that are due, the most urgent first."))
@click.option("--on", "on", type=day, help=_("As of this day instead of today."))
@click.pass_obj
def due(workspace: Workspace, on: date | None) -> None:
    from translate_kit.register.dues import due as dues

    entries = registering.open_register(workspace).entries()
    for one in dues(entries, on or registering.today()):
        click.echo(registering.due_line(one))


@register.command(help=_("Write the register as a table for Excel or WPS."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", type=click.Choice(("csv", "xlsx")), required=True,
    help=_("csv or xlsx, for Excel or WPS."),
)  # fmt: skip
@click.option("--overwrite", is_flag=True, help=_("Replace an existing file."))
@click.pass_obj
def export(workspace: Workspace, file: Path, format_: str, overwrite: bool) -> None:
    from translate_kit.files import write_files

    entries = registering.open_register(workspace).entries()
    content = registering.table(workspace, format_, entries)
    write_files({file: content}, overwrite=overwrite)
    click.echo(_("written: {path}").format(path=file))


@register.command(help=_("Write the work report to headquarters, in Chinese (docx)."))
@click.option("--from", "start", type=day, required=True, help=_("First day of the period."))
@click.option("--to", "end", type=day, required=True, help=_("Last day of the period."))
@click.option("--out", type=click.Path(path_type=Path), required=True, help=_("File to write."))
@click.option(
    "--addressee",
    default=registering.ADDRESSEE,
    show_default=True,
    help=_("Whom it is sent to, in Chinese."),
)
@click.option("--date", "dated", type=day, help=_("Its date; the last day where not given."))
@click.option("--overwrite", is_flag=True, help=_("Replace an existing file."))
@click.pass_obj
def report(
    workspace: Workspace,
    start: date,
    end: date,
    out: Path,
    addressee: str,
    dated: date | None,
    overwrite: bool,
) -> None:
    from translate_kit.files import write_files

    content, unsent = registering.report_bytes(workspace, start, end, addressee, dated)
    write_files({out: content}, overwrite=overwrite)
    for entry in unsent:
        message = _("left out, not marked as sent: {letter}").format(letter=entry.label)
        click.echo(message, err=True)
    click.echo(_("written: {path}").format(path=out))


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))
