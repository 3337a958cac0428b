"""``translate-kit glossary review``: a second reader goes through the open proposals one by one.

Each decision is saved when it is made. Whoever stops goes on later with what is still open.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from translate_kit.cli.glossary.signing import signed, signer, today
from translate_kit.errors import UserError
from translate_kit.messages import _, ngettext
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.glossary.concept import Status
    from translate_kit.glossary.proposals import Proposal
    from translate_kit.glossary.store import Glossary
    from translate_kit.glossary.termbase import Termbase
    from translate_kit.workspace import Workspace

SKIP, QUIT = "s", "q"


@click.command(help=_("Go through the open proposals: approve, reject, forbid or skip each."))
@click.option("--language", "-l", "languages", type=click.Choice(LANGUAGES), multiple=True,
              help=_("Only terms of this language; may be repeated."))  # fmt: skip
@click.option("--domain", help=_("Only terms of this domain, for example ppe."))
@click.option("--unread", is_flag=True, help=_("Approved terms that nobody has read yet."))
@click.option("--list", "only_list", is_flag=True, help=_("List them and ask nothing."))
@click.option("--json", "as_json", is_flag=True, help=_("List them as JSON for other programs."))
@signed
@click.pass_obj
def review(
    workspace: Workspace, languages: Sequence[str], domain: str | None, unread: bool,
    only_list: bool, as_json: bool, name: str | None, why: str,
) -> None:  # fmt: skip
    from translate_kit.glossary.proposals import proposals

    termbase, who = workspace.termbase, signer(workspace, name)
    glossary = termbase.load()
    found = proposals(
        glossary, termbase.history(), languages=languages or LANGUAGES,
        domain=domain and glossary.known_domain(domain), unread=unread,
    )  # fmt: skip
    if as_json:
        click.echo(json.dumps([_record(one) for one in found], ensure_ascii=False, indent=2))
    elif only_list:
        for one in found:
            click.echo(_line(one))
    else:
        walk(termbase, glossary, found, who, why)


def walk(
    termbase: Termbase, glossary: Glossary, found: Sequence[Proposal], who: str, why: str
) -> None:
    """Ask about each that is not of ``who``'s own; what cannot be saved is said, and gone on."""
    from translate_kit.cli.glossary.asking import show_alike
    from translate_kit.glossary.similar import alike
    from translate_kit.glossary.store import fold

    others = [one for one in found if fold(who) not in {fold(name) for name in one.authors}]
    for number, one in enumerate(others, 1):
        click.echo(f"\n{number}/{len(others)}  " + "\n".join(_portrait(one)))
        near = alike(glossary, one.term.language, one.term.text)
        show_alike([each for each in near if each.concept.id != one.concept.id], one.term.text)
        try:
            if not _asked(termbase, one, who, why):
                break
        except UserError as error:
            click.echo(str(error), err=True)
    _say_what_waits(len(found) - len(others), len(found))


def _asked(termbase: Termbase, one: Proposal, who: str, why: str) -> bool:
    """Ask for one decision and save it; False where the person wants to stop."""
    from translate_kit.glossary.edits import decide

    choices = _choices()
    legend = "  ".join(f"[{key}] {label}" for key, (label, _status) in choices.items())
    answer = click.prompt(legend, type=click.Choice([*choices]), show_choices=False)
    status = choices[answer][1]
    if status is None:
        return bool(answer != QUIT)
    reason = _reason(status)
    note = "; ".join(text for text in (one.term.note, reason) if text)
    changes = decide(one.concept, one.term, status, who=who, day=today(), note=note)
    entry = termbase.commit(changes, who=who, did="review", why=reason or why)
    click.echo(_("saved as {id}").format(id=entry.id))
    return True


def _choices() -> dict[str, tuple[str, Status | None]]:
    from translate_kit.glossary.concept import Status

    return {
        "p": (_("preferred"), Status.PREFERRED),
        "a": (_("admitted"), Status.ADMITTED),
        "r": (_("reject"), Status.REJECTED),
        "f": (_("forbid"), Status.FORBIDDEN),
        "h": (_("hold, with a question"), Status.IN_REVIEW),
        SKIP: (_("skip"), None),
        QUIT: (_("stop"), None),
    }


def _reason(status: Status) -> str:
    """Why it is not approved; nobody should propose the same again without knowing."""
    if status.approved:
        return ""
    reason = ""
    while not reason:
        reason = click.prompt(_("Reason")).strip()
    return reason


def _portrait(one: Proposal) -> Iterator[str]:
    """What a reader must know: the concept, its other terms, and how the proposal came."""
    concept, term = one.concept, one.term
    yield f"{concept.id}  {concept.domain}  {concept.definition}"
    for language in LANGUAGES:
        others = [t for t in concept.terms.get(language, ()) if t != term]
        if others:
            said = ", ".join(
                f"{t.text} ({' '.join((t.status.word, *t.countries))})" for t in others
            )
            yield f"    {language}: {said}"
    yield f"  → {_line(one)}"
    for entry in one.entries:
        when = entry.when.astimezone().strftime("%Y-%m-%d")
        yield f"      {when}  {entry.who}  {entry.did}  {entry.why}".rstrip()


def _line(one: Proposal) -> str:
    from translate_kit.glossary.grammar import serialize

    term = one.term
    more = "  ".join(text for text in (serialize(term.grammar), term.note) if text)
    standing = " ".join((term.status.word, *term.countries))
    place = f"{one.concept.id} {term.language} “{term.text}” ({standing})"
    return f"{place}  {more}  {', '.join(one.authors)}".rstrip()


def _record(one: Proposal) -> dict[str, object]:
    return {
        "concept": one.concept.id,
        "language": one.term.language,
        "term": one.term.text,
        "status": one.term.status.value,
        "note": one.term.note,
        "country": list(one.term.countries),
        "authors": list(one.authors),
    }


def _say_what_waits(own: int, found: int) -> None:
    if not found:
        click.echo(_("No open proposals."))
    elif own:
        said = ngettext(
            "{n} of your own waits for somebody else.", "{n} of your own wait for somebody else.",
            own,
        )  # fmt: skip
        click.echo(said.format(n=own))
