"""Questions at the terminal: a new concept, the fields of an old one, and “is it not the same?”."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from translate_kit.cli.glossary.editing import PARTS_OF_SPEECH
from translate_kit.cli.glossary.finding import alike_terms
from translate_kit.errors import UserError
from translate_kit.glossary.concept import Concept
from translate_kit.glossary.edits import NewConcept, NewTerm, clean
from translate_kit.glossary.fields import Unfit, canonical, concept_cells
from translate_kit.glossary.index import Index
from translate_kit.glossary.similar import Alike
from translate_kit.glossary.store import Glossary
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

FIELDS = (
    "definition", "part_of_speech", "counter", "note", "source", "confidence", "see",
)  # fmt: skip


def new_concept(given: Mapping[str, Any]) -> NewConcept:
    """The concept that the options describe; raises UserError where one is missing."""
    for name in ("domain", "definition"):
        if not (given.get(name) or "").strip():
            raise UserError(_("a new concept needs --{name}").format(name=name))
    fields = {name: (given.get(name) or "").strip() for name in FIELDS}
    fields["part_of_speech"] = fields["part_of_speech"] or "noun"
    terms = [new_term(code, text) for code in LANGUAGES for text in given[code]]
    return NewConcept(given["domain"].strip(), fields, terms)


def new_term(language: str, text: str) -> NewTerm:
    """A term as a person writes it: ``fire brigade@GB|IE`` is for those countries' readers only.

    Raises UserError for what is no country.
    """
    term, _at, countries = text.partition("@")
    try:
        return NewTerm(language, clean(term), country=canonical("country", countries))
    except Unfit as unfit:
        raise UserError(f"{text}: {unfit.why}") from None


def ask_concept(source: Index | Glossary, given: Mapping[str, Any]) -> NewConcept:
    """The concept that the answers describe; options given already are not asked for."""
    click.echo(_("An empty answer leaves an optional field out."))
    answers = dict(given)
    known = ", ".join(source.domains)
    answers["domain"] = given["domain"] or click.prompt(_("Domain ({known})").format(known=known))
    for language in LANGUAGES:
        answers[language] = _ask_terms(source, language)
    answers["definition"] = given["definition"] or click.prompt(_("Definition, in Chinese"))
    for name, label in _optional_fields().items():
        answers[name] = given[name] or _ask(label, "noun" if name == "part_of_speech" else "")
    return new_concept(answers)


def _optional_fields() -> dict[str, str]:
    return {
        "part_of_speech": _("Part of speech ({known})").format(known=", ".join(PARTS_OF_SPEECH)),
        "counter": _("Counter"),
        "note": _("Note"),
        "source": _("Source"),
    }


def _ask(label: str, default: str) -> str:
    answer: str = click.prompt(label, default=default, show_default=bool(default))
    return answer


def _ask_terms(source: Index | Glossary, language: str) -> list[str]:
    """The terms of one language; what is like them is shown at once."""
    label = _("Term in “{language}”; several with ; between them").format(language=language)
    texts = [
        text for part in _ask(label, "").replace("；", ";").split(";") if (text := clean(part))
    ]
    for text in texts:
        term = new_term(language, text).text
        show_alike(alike_terms(source, language, term), term)
    return texts


def ask_fields(concept: Concept) -> dict[str, str]:
    """The fields of a concept as the answers have them; Return keeps what is there."""
    click.echo(_("Return keeps what stands in brackets; a single - empties the field."))
    cells = concept_cells(concept) | {"domain": concept.domain}
    answers = {name: _ask(name, cells[name]) for name in ("domain", *FIELDS)}
    return {name: "" if answer.strip() == "-" else answer for name, answer in answers.items()}


def confirm_alike(
    source: Index | Glossary, terms: Iterable[NewTerm], *, yes: bool, within: str = ""
) -> None:
    """Show the terms like new ones and ask whether to go on; ``within`` is the concept they enter.

    Raises UserError where nobody can be asked and ``yes`` isn't given, Abort where the answer is
    no.
    """
    warned = False
    for term in terms:
        similar = alike_terms(source, term.language, term.text)
        found = [each for each in similar if each.concept.id != within]
        show_alike(found, term.text)
        warned = warned or bool(found)
    if not warned or yes:
        return
    if not sys.stdin.isatty():
        raise UserError(_("nothing was saved; look at the similar terms, and save with --yes"))
    if not click.confirm(_("Save it nevertheless?")):
        raise click.Abort


def show_alike(found: Sequence[Alike], text: str) -> None:
    """Say which terms are the same as ``text`` or near it, each with its concept."""
    for one in found:
        said = (
            _("“{text}” is also a term of {id} ({status}): {definition}")
            if one.same
            else _("“{text}” is like “{other}” of {id} ({status}): {definition}")
        )
        click.echo(
            said.format(
                text=text,
                other=one.term.text,
                id=one.concept.id,
                status=one.term.status.word,
                definition=one.concept.definition,
            ),
            err=True,
        )
