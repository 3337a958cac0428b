"""``translate-kit contacts``: who letters go to, and how each will be addressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from translate_kit.cli.findings import severity_word
from translate_kit.contacts.contact import KINDS
from translate_kit.errors import UserError
from translate_kit.messages import _, ngettext
from translate_kit.model import Finding, Severity

if TYPE_CHECKING:
    from translate_kit.contacts import Contact, Contacts
    from translate_kit.workspace import Workspace


@click.group(help=_("Sister cities, makers and associations, and how each is addressed."))
def contacts() -> None:
    pass


@contacts.command("list", help=_("List the contacts: id, kind, country, language, organisation."))
@click.option("--kind", type=click.Choice(KINDS), help=_("Only contacts of this kind."))
@click.option("--country", help=_("Only contacts in this country, e.g. RU."))
@click.pass_obj
def list_(workspace: Workspace, kind: str | None, country: str | None) -> None:
    code = country.upper() if country else None
    for contact in selected(workspace.contacts, kind=kind, country=code):
        click.echo(summary(contact))


@contacts.command(help=_("Show a contact with the address and salutation as they will be printed."))
@click.argument("name", metavar="ID")
@click.pass_obj
def show(workspace: Workspace, name: str) -> None:
    for line in portrait(workspace.contacts, name):
        click.echo(line)


@contacts.command(
    help=_("Proofread one contact or all. Exit code 0: no errors; 1: errors found in contacts.")
)
@click.argument("name", metavar="[ID]", required=False)
@click.pass_obj
def check(workspace: Workspace, name: str | None) -> None:
    directory = workspace.contacts
    chosen = [directory.get(name)] if name else list(directory)
    found = [finding for contact in chosen for finding in proofread(directory, contact)]
    for finding in found:
        click.echo(f"{severity_word(finding.severity)}: {finding.where}: {finding.message}")
    count = ngettext("{n} contact checked", "{n} contacts checked", len(chosen))
    click.echo(count.format(n=len(chosen)))
    if any(finding.severity is Severity.ERROR for finding in found):
        raise click.exceptions.Exit(1)


def selected(
    directory: Iterable[Contact], *, kind: str | None, country: str | None
) -> Iterator[Contact]:
    """The contacts of that kind and country; None means any."""
    for contact in directory:
        if kind in (None, contact.kind) and country in (None, contact.country):
            yield contact


def summary(contact: Contact) -> str:
    """One line: the id, what it is, and its name in its own language and in Chinese."""
    names = dict.fromkeys(contact.name("organisation", code) for code in (contact.language, "zh"))
    facts = (contact.id, contact.kind, contact.country, contact.language)
    return "\t".join((*facts, " / ".join(name for name in names if name)))


def portrait(directory: Contacts, name: str) -> Iterator[str]:
    """The lines that ``contacts show`` prints; raises NotKnown for an unknown id."""
    contact = directory.get(name)
    yield summary(contact)
    for code in dict.fromkeys((contact.language, "zh")):
        yield f"\n[{code}]"
        yield from _printed(directory, contact, code)
    yield ""
    for label, value in ((_("e-mail"), contact.email), (_("telephone"), contact.phone)):
        if value:
            yield f"{label}: {value}"
    if contact.note:
        yield contact.note


def _printed(directory: Contacts, contact: Contact, code: str) -> Iterator[str]:
    """The frame of a letter in that language, or the line that asks for what it lacks."""
    from translate_kit.letters.protocol import form_of_address

    try:
        form = form_of_address(contact, directory.positions, code)
    except UserError as error:
        yield f"{severity_word(Severity.ERROR)}: {error}"
        return
    yield from form.addressee
    yield from (line for line in (form.salutation, form.opening, "…", form.closing) if line)
    yield from (
        f"{severity_word(finding.severity)}: {finding.message}" for finding in form.findings
    )


def proofread(directory: Contacts, contact: Contact) -> tuple[Finding, ...]:
    """The findings on a contact; where there are no errors, also those of a trial address."""
    from translate_kit.letters.protocol import trial

    found = directory.check(contact)
    if any(finding.severity is Severity.ERROR for finding in found):
        return found
    return (*trial(contact, directory.positions), *found)
