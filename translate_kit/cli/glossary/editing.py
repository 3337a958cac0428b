"""``translate-kit glossary add | propose | edit | deprecate``: entering and changing terms."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from translate_kit.cli.countries import countries_option
from translate_kit.cli.glossary.signing import report, signed, signer, today
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace

F = TypeVar("F", bound=Callable[..., object])

PARTS_OF_SPEECH = ("noun", "proper_noun", "adjective", "verb", "phrase", "counter", "numeral")
CONFIDENCES = ("high", "medium", "low")
"""The values of ``concept``, repeated so that ``--help`` loads no glossary code."""


def concept_options(command: F) -> F:
    """An option for each field of a concept that a person fills in."""
    options = (
        click.option("--domain", help=_("Its domain, for example ppe.")),
        click.option("--definition", help=_("What it is, in Chinese.")),
        click.option("--part-of-speech", type=click.Choice(PARTS_OF_SPEECH),
                     help=_("Its part of speech; a noun where not given.")),
        click.option("--counter", help=_("The id of its counter, for example pair.")),
        click.option("--note", help=_("A remark on the concept.")),
        click.option("--source", help=_("Where it comes from.")),
        click.option("--confidence", type=click.Choice(CONFIDENCES), help=_("How sure it is.")),
        click.option("--see", help=_("Ids of concepts not to be confused with it.")),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def term_options(command: F) -> F:
    """An option for the terms of each language."""
    for language in reversed(LANGUAGES):
        told = _("A term in “{language}”, or term@GB for readers in one country; may be repeated.")
        text = told.format(language=language)
        command = click.option(f"--{language}", multiple=True, help=text)(command)
    return command


@click.command(help=_("Enter a new concept, by options or by questions; its terms are proposals."))
@term_options
@concept_options
@click.option("--yes", is_flag=True, help=_("Save in spite of similar terms."))
@signed
@click.pass_obj
def add(
    workspace: Workspace, /, yes: bool, name: str | None, why: str, **given: object
) -> None:  # fmt: skip
    from translate_kit.cli.glossary.asking import ask_concept, confirm_alike, new_concept
    from translate_kit.cli.glossary.finding import consulted
    from translate_kit.glossary.entering import enter_concept

    termbase, who = workspace.termbase, signer(workspace, name)
    asked = not any(given[language] for language in LANGUAGES)
    with consulted(workspace) as source:
        new = ask_concept(source, given) if asked else new_concept(given)
        confirm_alike(source, new.terms, yes=yes)
    identifier, entry = enter_concept(termbase, new, who=who, why=why)
    click.echo(_("new concept: {id}").format(id=identifier))
    report(entry)


@click.command(help=_("Propose a term for a concept: propose 口罩 ru повязка."))
@click.argument("concept")
@click.argument("language", type=click.Choice(LANGUAGES))
@click.argument("term")
@click.option("--grammar", default="", help=_("Its grammar, for example gender=f; gen_pl=масок."))
@click.option("--note", default="", help=_("A remark on the term."))
@countries_option
@click.option("--yes", is_flag=True, help=_("Save in spite of similar terms."))
@signed
@click.pass_obj
def propose(
    workspace: Workspace, concept: str, language: str, term: str, grammar: str, note: str,
    country: str | None, yes: bool, name: str | None, why: str,
) -> None:  # fmt: skip
    from translate_kit.cli.glossary.asking import confirm_alike
    from translate_kit.cli.glossary.finding import consulted
    from translate_kit.glossary import edits

    termbase, who = workspace.termbase, signer(workspace, name)
    new = edits.NewTerm(language, edits.clean(term), grammar, note, country or "")
    with consulted(workspace) as source:
        found = source.resolve(concept)
        changes = edits.propose(found, new)
        confirm_alike(source, [new], yes=yes, within=found.id)
    report(termbase.commit(changes, who=who, did="propose", why=why))


@click.command(
    help=_("Change a concept, or with --term one of its terms; without options it asks.")
)
@click.argument("concept")
@concept_options
@click.option("--term", help=_("The term to change, instead of the concept."))
@click.option("--language", "-l", type=click.Choice(LANGUAGES), help=_("Language of the term."))
@click.option("--text", help=_("Write the term so; kept as a proposal until it is approved."))
@click.option("--grammar", help=_("Its grammar, for example gender=f; gen_pl=масок."))
@countries_option
@signed
@click.pass_obj
def edit(
    workspace: Workspace, /, concept: str, term: str | None, language: str | None, text: str | None,
    grammar: str | None, country: str | None, name: str | None, why: str, **fields: str | None,
) -> None:  # fmt: skip
    from translate_kit.cli.glossary.asking import ask_fields
    from translate_kit.cli.glossary.finding import consulted
    from translate_kit.glossary import entering

    termbase, who = workspace.termbase, signer(workspace, name)
    with consulted(workspace) as source:
        found = source.resolve(concept)
    glossary = termbase.around([found.id])
    if term is None:
        given = {k: v for k, v in fields.items() if v is not None} or ask_fields(found)
        wanted = entering.concept_places(found, given)
    else:
        of_term = {"text": text, "grammar": grammar, "note": fields["note"], "country": country}
        wanted = entering.term_places(found, term, language, of_term)
    allowed = entering.allowed(termbase, glossary, wanted, who=who, today=today())
    report(termbase.commit(allowed.changes, who=who, did="edit", why=why), allowed.held)


@click.command(help=_("Take a term out of use, or with --replaced-by a whole concept."))
@click.argument("concept")
@click.argument("term", required=False)
@click.option("--language", "-l", type=click.Choice(LANGUAGES), help=_("Language of the term."))
@click.option("--use", help=_("The approved term that takes the place of the preferred one."))
@click.option("--replaced-by", help=_("The concept that takes the place of this one."))
@signed
@click.pass_obj
def deprecate(
    workspace: Workspace, concept: str, term: str | None, language: str | None, use: str | None,
    replaced_by: str | None, name: str | None, why: str,
) -> None:  # fmt: skip
    from translate_kit.cli.glossary.finding import consulted
    from translate_kit.glossary import edits

    termbase, who = workspace.termbase, signer(workspace, name)
    with consulted(workspace) as source:
        found = source.resolve(concept)
        other = source.resolve(replaced_by) if replaced_by is not None else None
    if (term is None) == (replaced_by is None):
        raise click.UsageError(_("name a term, or with --replaced-by the concept that replaces it"))
    if other is not None:
        changes = edits.merge(found, other, who=who, day=today())
    else:
        assert term is not None
        old = edits.find_term(found, term, language)
        new = edits.find_term(found, use, old.language) if use else None
        changes = edits.deprecate(found, old, who=who, day=today(), use=new)
    report(termbase.commit(changes, who=who, did="deprecate", why=why))
