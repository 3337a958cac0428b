"""``translate-kit glossary``: the group of its commands, and looking terms up."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from translate_kit.cli.commands import LazyGroup
from translate_kit.cli.countries import country_option
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.glossary.concept import Concept, Term
    from translate_kit.glossary.search import Hit
    from translate_kit.workspace import Workspace

STATUSES = (
    "preferred", "admitted", "in_review", "proposed", "deprecated", "forbidden", "rejected",
)  # fmt: skip
"""The values of ``concept.Status``, repeated so that ``--help`` loads no glossary code."""


@click.command(help=_("Find concepts by any word in any language: 口罩, masks, масками, ますく."))
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--language", "-l", "languages", type=click.Choice(LANGUAGES), multiple=True,
    help=_("Look only at terms of this language; may be repeated."),
)  # fmt: skip
@click.option("--domain", help=_("Look only in this domain, for example ppe."))
@click.option("--status", type=click.Choice(STATUSES), help=_("Look only at terms of this status."))
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True,
              help=_("Show at most so many concepts."))  # fmt: skip
@country_option
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def search(
    workspace: "Workspace", query: tuple[str, ...], *, languages: tuple[str, ...],
    domain: str | None, status: str | None, limit: int, country: str, as_json: bool,
) -> None:  # fmt: skip
    from translate_kit.cli.glossary.finding import find
    from translate_kit.glossary.record import hit_record

    hits = find(
        workspace, " ".join(query), languages=languages or None, domain=domain, status=status,
        limit=limit,
    )  # fmt: skip
    if as_json:
        _print_json([hit_record(hit, country) for hit in hits])
    else:
        _print_hits(hits, country)


@click.command(help=_("Show everything about one concept, by its id or by a term."))
@click.argument("concept", nargs=-1, required=True)
@country_option
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON for other programs."))
@click.pass_obj
def show(workspace: "Workspace", concept: tuple[str, ...], *, country: str, as_json: bool) -> None:
    from translate_kit.cli.glossary.finding import one_concept
    from translate_kit.glossary.record import concept_record

    found = one_concept(workspace, " ".join(concept))
    if country:
        for language in LANGUAGES:
            found = found.for_country(country, language)
    if as_json:
        _print_json(concept_record(found))
    else:
        _print_concept(found)


def lazy_commands() -> dict[str, tuple[str, str]]:
    """Every command of the group: its place and what it is for."""
    place = "translate_kit.cli.glossary."
    return {
        "search": (f"{place}group:search", _("Find concepts by any word in any language.")),
        "show": (f"{place}group:show", _("Show everything about one concept.")),
        "add": (f"{place}editing:add", _("Enter a new concept.")),
        "propose": (f"{place}editing:propose", _("Propose a term for a concept.")),
        "edit": (f"{place}editing:edit", _("Change a concept or one of its terms.")),
        "review": (f"{place}review:review", _("Go through the open proposals.")),
        "deprecate": (f"{place}editing:deprecate", _("Take a term or a concept out of use.")),
        "export": (f"{place}exchange:export", _("Write it for Excel and other programs.")),
        "import": (f"{place}exchange:import_", _("Take a sheet, TBX, TMX or a list of words in.")),
        "check": (f"{place}quality:check", _("Check the glossary, for people and for CI.")),
        "stats": (f"{place}versions:stats", _("How far it is: domains, languages, statuses.")),
        "diff": (f"{place}versions:diff", _("Compare two glossaries.")),
        "merge": (f"{place}versions:merge", _("Merge two versions of a file, for git.")),
        "freeze": (f"{place}versions:freeze", _("Freeze it as a release.")),
        "history": (f"{place}history:history", _("Who changed what, when and why.")),
        "undo": (f"{place}history:undo", _("Take a change back.")),
        "extract": (f"{place}extract:extract", _("Find the terms in documents that it lacks.")),
        "usage": (f"{place}usage:usage", _("Where a term was used.")),
        "consistency": (
            f"{place}consistency:consistency",
            _("Terms rendered in several ways across documents, with a fix list."),
        ),
        "apply-change": (
            f"{place}apply_change:apply_change",
            _("Carry a change out in what was translated before."),
        ),
    }


@click.group(
    cls=LazyGroup,
    lazy=lazy_commands(),
    help=_("The office's terms in five languages: look them up, keep them, check them."),
)
def glossary() -> None:
    pass


def _print_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _print_hits(hits: "list[Hit]", country: str) -> None:
    if not hits:
        click.echo(_("Nothing found. Try a shorter word or another language."))
        return
    print_table(("id", *LANGUAGES), (_hit_cells(hit, country) for hit in hits))


def _hit_cells(hit: "Hit", country: str) -> list[str]:
    """The id and the preferred terms; below the id the term found where it is none of them."""
    from translate_kit.glossary.record import preferred_terms

    terms = [term or "" for term in preferred_terms(hit.concept, country).values()]
    standing = " ".join((hit.term.status.word, *hit.term.countries))
    found = "" if hit.term.text in terms else f"\n{hit.term.text} ({standing})"
    return [hit.concept.id + found, *terms]


def _print_concept(concept: "Concept") -> None:
    from translate_kit.glossary.grammar import serialize

    click.echo(f"{concept.id}  {concept.domain}  {concept.part_of_speech}  {concept.counter}")
    click.echo(concept.definition)
    if concept.note:
        click.echo(concept.note)
    if concept.replaced_by:
        click.echo(_("Replaced by {id}").format(id=concept.replaced_by))
    if concept.see:
        click.echo(_("Not to be confused with {ids}").format(ids=", ".join(concept.see)))
    rows = (
        [language, term.text, _standing(term), serialize(term.grammar), term.note]
        for language in LANGUAGES
        for term in concept.terms.get(language, ())
    )
    print_table(("", _("term"), _("status"), _("grammar"), _("remark")), rows)


def _standing(term: "Term") -> str:
    """The status of a term, and below it for which countries, and who signed it and when."""
    signed = f"{term.reviewer} {term.date or ''}".strip()
    return "\n".join(filter(None, (term.status.word, " ".join(term.countries), signed)))


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Long cells go on in the next line: a term cut off with … would be of no use."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table()
    for title in head:
        table.add_column(title, overflow="fold", min_width=len(title))
    for cells in rows:
        table.add_row(*map(escape, cells))
    Console().print(table)
