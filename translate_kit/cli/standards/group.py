"""``translate-kit standards``: what a standard says, on which date, and what compares with it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate_kit.cli.commands import LazyGroup
from translate_kit.messages import _, active_language

if TYPE_CHECKING:
    from translate_kit.standards import Comparison, Edition, Relation, Standards
    from translate_kit.workspace import Workspace


@click.command(help=_("Show a standard, its editions and which one held on a date."))
@click.argument("code", nargs=-1, required=True)
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]),
              help=_("The day asked about; today if left out."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def show(
    workspace: "Workspace", code: tuple[str, ...], *, day: datetime | None, as_json: bool
) -> None:
    from translate_kit.standards.record import standard_record

    text, asked = " ".join(code), day.date() if day else date.today()
    if as_json:
        _print_json(standard_record(workspace.standards, text, asked))
    else:
        _print_standard(workspace.standards, text, asked)


@click.command(help=_("Compare a standard with those of a country; experts must verify."))
@click.argument("code", nargs=-1, required=True)
@click.option("--country", required=True,
              help=_("The country's two letters, such as KR, or EU, or ISO."))  # fmt: skip
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]),
              help=_("Only what was in force on this day."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def compare(
    workspace: "Workspace", code: tuple[str, ...], *, country: str, day: datetime | None,
    as_json: bool,
) -> None:  # fmt: skip
    found = comparisons(workspace.standards, " ".join(code), country, day.date() if day else None)
    if as_json:
        _print_json(_comparison_records(workspace.standards, found))
    else:
        _print_comparisons(workspace.standards, found)


@click.command(
    "check-document",
    help=_(
        "Name the standards in a document that are superseded, withdrawn, not yet in force or"
        " unknown. Exit code 1 says that there are some."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]),
              help=_("The day asked about; today if left out."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_context
def check_document(
    context: click.Context, file: Path, *, day: datetime | None, as_json: bool
) -> None:
    from translate_kit.cli.standards.checking import check_document, show

    asked = day.date() if day else date.today()
    places = check_document(context.obj.standards, file, asked)
    show(places, asked, as_json=as_json)
    context.exit(any(place.counts for place in places))


def lazy_commands() -> dict[str, tuple[str, str]]:
    """Every command of the group: its place and what it is for."""
    place = "translate_kit.cli.standards."
    return {
        "show": (f"{place}group:show", _("Show a standard, its editions and which one held.")),
        "compare": (f"{place}group:compare", _("Compare a standard with those of a country.")),
        "check-document": (
            f"{place}group:check_document", _("Name the superseded standards in a document."),
        ),
        "add": (f"{place}keeping:add", _("Enter an edition of a standard.")),
        "edit": (f"{place}keeping:edit", _("Change what is recorded of an edition.")),
        "import": (f"{place}keeping:import_", _("Take a sheet of standards over.")),
        "check": (f"{place}keeping:check", _("Check the tables, for people and for CI.")),
        "history": (f"{place}keeping:history", _("Who changed what, when and why.")),
        "undo": (f"{place}keeping:undo", _("Take a change back.")),
    }  # fmt: skip


@click.group(
    cls=LazyGroup,
    lazy=lazy_commands(),
    help=_("Look standards up and keep them: editions by date, what compares with them abroad."),
)
def standards() -> None:
    pass


def comparisons(
    table: "Standards", code: str, country: str, day: date | None
) -> "tuple[Comparison, ...]":
    """All recorded comparisons, or with a ``day`` those that held then."""
    return table.comparable(code, country, day) if day else table.compare(code, country)


def _print_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _comparison_records(table: "Standards", found: "Sequence[Comparison]") -> dict[str, Any]:
    from translate_kit.standards.record import comparison_record

    return {
        "comparisons": [comparison_record(one) for one in found],
        "experts_verify": dict(table.notices.experts_verify),
    }


def _print_standard(table: "Standards", text: str, day: date) -> None:
    answer = table.edition_on(text, day)
    rows = [_edition_cells(edition, day) for edition in answer.standard.editions]
    _print_table((_("code"), _("title"), _("on {day}").format(day=day), _("confidence")), rows)
    for edition in answer.standard.editions:
        limits = _spoken(edition.key_requirements) or _("no limits recorded")
        click.echo(f"{edition.code}: {limits}")
        click.echo("  " + _("Sterile: {text}").format(text=_spoken(edition.sterile)))
        click.echo("  " + _("Status: {text}").format(text=_spoken(edition.status)))
    click.echo(answer.reason)
    click.echo(_spoken(table.notices.experts_verify))


def _edition_cells(edition: "Edition", day: date) -> tuple[str, ...]:
    from translate_kit.standards import Standing

    names = {
        Standing.IN_FORCE: _("in force"),
        Standing.NOT_YET: _("not yet in force"),
        Standing.NO_LONGER: _("no longer in force"),
        Standing.UNKNOWN: _("not recorded: verify"),
    }
    title = _spoken(edition.titles)
    return edition.code, title, names[edition.standing(day)], _confidence(edition.confidence)


def _print_comparisons(table: "Standards", found: "Sequence[Comparison]") -> None:
    """One block each rather than a table: no terminal's width may cut a caution short."""
    for one in found:
        click.echo("\n".join(_comparison_lines(one)) + "\n")
    click.echo(_spoken(table.notices.experts_verify))


def _comparison_lines(one: "Comparison") -> list[str]:
    ours = f"{one.ours.code} {_spoken(one.our_grade)}".strip()
    theirs = f"{one.theirs.code} {_spoken(one.their_grade)}".strip() if one.theirs else "-"
    lines = [f"{ours} → {theirs}: {_relation_name(one.relation)}"]
    if _spoken(one.points):
        lines.append("  " + _("What differs: {points}").format(points=_spoken(one.points)))
    lines.append("  " + _("Caution: {caution}").format(caution=_spoken(one.caution)))
    lines.append("  " + _("Confidence: {level}").format(level=_confidence(one.confidence)))
    return lines


def _relation_name(relation: "Relation") -> str:
    names = {
        "comparable": _("comparable"),
        "higher": _("higher"),
        "lower": _("lower"),
        "needs_expert_verification": _("needs expert verification"),
        "not_comparable": _("not comparable"),
    }
    return names[relation.value]


def _confidence(level: str) -> str:
    names = {"high": _("high"), "medium": _("medium"), "low": _("low")}
    return names[level]


def _spoken(texts: Mapping[str, str]) -> str:
    """The text in the interface language."""
    return texts[active_language()]


def _print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.ASCII2, show_lines=True)
    for column in head:  # folded, because Chinese without blanks would otherwise lose its end
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*row)
    Console(markup=False, highlight=False).print(table)
