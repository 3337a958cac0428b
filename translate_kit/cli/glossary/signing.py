"""Who changes the glossary, and why: the options of every command that does, and its last line."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

import click

from translate_kit.errors import UserError
from translate_kit.messages import _, ngettext

if TYPE_CHECKING:
    from translate_kit.glossary.history import Entry
    from translate_kit.glossary.second_reading import Held
    from translate_kit.workspace import Workspace

F = TypeVar("F", bound=Callable[..., object])


def signed(command: F) -> F:
    """The options ``--as`` and ``--why``."""
    why = click.option("--why", default="", help=_("The reason, kept in the history."))
    name = click.option("--as", "name", help=_("Your name; else the workspace's, or your login."))
    return name(why(command))


def signer(workspace: Workspace, name: str | None) -> str:
    """The name that a change is signed with; raises UserError where there is none to be had."""
    found = (name or "").strip() or workspace.editor or _login()
    if not found:
        raise UserError(_("say who you are: --as NAME"))
    return found


def _login() -> str:
    for variable in ("USERNAME", "USER"):  # on Windows getpass asks a module that isn't there
        if os.environ.get(variable):
            return os.environ[variable]
    try:
        return getpass.getuser()
    except (OSError, ImportError, KeyError):
        return ""


def today() -> date:
    """The day on this machine's clock."""
    return datetime.now().astimezone().date()


def report(entry: Entry, held: Sequence[Held] = ()) -> None:
    """What was saved, under which name it can be undone, and what was held back."""
    for one in held:
        click.echo(f"{one.place}: {one.why}", err=True)
    if not entry.changes:
        click.echo(_("Nothing to change."))
        return
    count = len(entry.changes)
    saved = ngettext("{n} field saved as {id}", "{n} fields saved as {id}", count)
    click.echo(saved.format(n=count, id=entry.id))
