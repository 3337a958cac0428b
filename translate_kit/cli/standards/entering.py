"""What ``standards add``, ``edit`` and ``import`` do: options and answers, to changes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, TypeVar

import click

from translate_kit.errors import NotKnown, UserError
from translate_kit.messages import _, ngettext

if TYPE_CHECKING:
    from translate_kit.standards.cells import Cells, Change
    from translate_kit.standards.history import Entry
    from translate_kit.standards.incoming import Incoming

F = TypeVar("F", bound=Callable[..., object])

CONFIDENCES = ("high", "medium", "low")
"""The values of ``editions``, repeated so that ``--help`` loads no more."""

NEEDED = {
    "country": "--country", "product_type": "--type", "title_zh": "--title-zh",
    "title_en": "--title-en", "confidence": "--confidence",
}  # fmt: skip
"""What a new edition must say, and the option for it."""


def edition_options(command: F) -> F:
    """An option for each column that a person fills in, named after it."""
    texts = {
        "--country country": _("Where it is published: two letters, EU or ISO."),
        "--type product_type": _("What it is about, for example surgical_mask."),
        "--also also": _("Other codes of the same edition, with ; between them."),
        "--issued issued": _("The day it was issued: 2019-12-31, 2019-12 or 2019."),
        "--in-force in_force_from": _("The day it came into force."),
        "--until in_force_to": _("The last day in force: superseded or withdrawn after it."),
        "--known known_in_force": _("A time it was surely in force: 2020-01/2020-04."),
        "--replaces replaces": _("The editions that it takes the place of."),
        "--replaced-by replaced_by": _("The editions that take its place."),
        "--title title_original": _("Its title in the publisher's language."),
        "--title-zh title_zh": _("Its Chinese title."),
        "--title-en title_en": _("Its English title."),
        "--title-ru title_ru": _("Its Russian title."),
        "--title-ko title_ko": _("Its Korean title."),
        "--title-ja title_ja": _("Its Japanese title."),
        "--scope scope": _("What it covers."),
        "--requirements key_requirements": _("Its main limits."),
        "--requirements-zh key_requirements_zh": _("Its main limits, in Chinese."),
        "--status status": _("How it stands, in a few words."),
        "--status-zh status_zh": _("How it stands, in Chinese."),
        "--source source_note": _("Where you know this from."),
    }
    command = click.option("--confidence", type=click.Choice(CONFIDENCES),
                           help=_("How sure it is."))(command)  # fmt: skip
    for names, text in reversed(texts.items()):
        option, name = names.split()
        command = click.option(option, name, help=text)(command)
    return command


def new_edition(cells: Cells, code: str, given: Mapping[str, str | None]) -> tuple[Change, ...]:
    """The changes that enter an edition, and name it in those that it replaces.

    Raises UserError for one that is there already or lacks what it needs.
    """
    from translate_kit.standards.cells import Change
    from translate_kit.standards.incoming import year_of
    from translate_kit.standards.keeping import canonical, find_id, next_id

    known = find_id(cells, code)
    if known:
        why = _("{code} is {id} already; change it with: standards edit")
        raise UserError(why.format(code=cells[known, "code"], id=known))
    texts = {name: text for name, text in given.items() if text} | {"code": code}
    texts |= _asked({name: NEEDED[name] for name in NEEDED if name not in texts})
    texts = {name: canonical(name, text) for name, text in texts.items()}
    texts.setdefault("edition_year", year_of(texts["code"]))
    identifier = next_id(cells, texts["country"])
    own = [Change(identifier, name, "", text) for name, text in texts.items() if text]
    return (*own, *_links(cells, texts))


def _links(cells: Cells, texts: Mapping[str, str]) -> list[Change]:
    """The other side of “replaces” and “replaced by”, where it is in the table."""
    from translate_kit.standards.cells import Change
    from translate_kit.standards.codes import normalise
    from translate_kit.standards.keeping import find_id

    links = []
    for column, other in (("replaces", "replaced_by"), ("replaced_by", "replaces")):
        for each in filter(None, texts.get(column, "").split("; ")):
            identifier = find_id(cells, each)
            old = cells.get((identifier, other), "") if identifier else ""
            there = map(normalise, filter(None, old.split("; ")))
            if identifier and normalise(texts["code"]) not in there:
                new = "; ".join(filter(None, (old, texts["code"])))
                links.append(Change(identifier, other, old, new))
    return links


def changed_edition(cells: Cells, code: str, given: Mapping[str, str | None]) -> tuple[Change, ...]:
    """The changes of a recorded edition; without options it asks for each column."""
    from translate_kit.standards.cells import Change, rows_of
    from translate_kit.standards.keeping import canonical, find_id

    identifier = find_id(cells, code)
    if identifier is None:
        codes = [row["code"] for row in rows_of(cells).values() if "code" in row]
        raise NotKnown(_("edition of a standard"), code, codes)
    wanted = {name: text for name, text in given.items() if text is not None}
    wanted = wanted or _answers(identifier, cells, given)
    found = []
    for name, text in wanted.items():
        new = "" if text.strip() == "-" else canonical(name, text)
        found.append(Change(identifier, name, cells.get((identifier, name), ""), new))
    changes = tuple(change for change in found if change.old != change.new)
    texts = {c.column: c.new for c in changes if c.column in ("replaces", "replaced_by")}
    return (*changes, *_links(cells, texts | {"code": cells[identifier, "code"]}))


def _asked(missing: Mapping[str, str]) -> dict[str, str]:
    """Answers for what a new edition lacks; raises UserError where nobody can be asked."""
    if missing and not sys.stdin.isatty():
        raise UserError(
            _("a new edition needs {options}").format(options=", ".join(missing.values()))
        )
    choices = click.Choice(CONFIDENCES)
    return {
        name: click.prompt(name, type=choices if name == "confidence" else str) for name in missing
    }


def _answers(identifier: str, cells: Cells, columns: Mapping[str, object]) -> dict[str, str]:
    if not sys.stdin.isatty():
        raise UserError(_("say what to change, for example --in-force 2020-07-01"))
    click.echo(_("Return keeps what stands in brackets; a single - empties the field."))
    return {
        name: click.prompt(name, default=cells.get((identifier, name), ""))
        for name in ("code", *columns)
    }


def tell(incoming: Incoming, entry: Entry | None, cells: Cells, *, as_json: bool) -> None:
    """The changes on standard output, the problems on standard error."""
    if as_json:
        told = {
            "saved": entry.id if entry else None,
            "changes": [asdict(c) | {"where": incoming.where[c.place]} for c in incoming.changes],
            "problems": [asdict(problem) for problem in incoming.problems],
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    codes = {c.id: c.new for c in incoming.changes if c.column == "code"}
    for change in incoming.changes:
        name = cells.get((change.id, "code")) or codes.get(change.id, change.id)
        said = f"{incoming.where[change.place]}: {name} {line_of_change(change)}"
        click.echo(said)
    for problem in incoming.problems:
        click.echo(f"{problem.where}: {problem.why}", err=True)
    count = len(incoming.changes)
    if entry is None:
        said = ngettext("{n} change; make it with --apply", "{n} changes; make them with --apply",
                        count)  # fmt: skip
        click.echo(said.format(n=count))


def line_of_change(change: Change) -> str:
    """A change in one line, without its edition."""
    return f"{change.column}: {change.old or '∅'} → {change.new or '∅'}"


def saved(entry: Entry) -> None:
    """What was saved, and under which name it can be undone."""
    for change in entry.changes:
        click.echo(f"{change.id} {line_of_change(change)}")
    if not entry.changes:
        click.echo(_("Nothing to change."))
        return
    count = len(entry.changes)
    said = ngettext("{n} field saved as {id}", "{n} fields saved as {id}", count)
    click.echo(said.format(n=count, id=entry.id))
