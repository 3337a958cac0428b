"""What ``glossary usage`` does and shows: where a concept was said, in any form of its terms."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.errors import NotKnown, UserError
from translate_kit.glossary.concept import Concept, Status
from translate_kit.glossary.matching import Matcher
from translate_kit.messages import _, ngettext

if TYPE_CHECKING:
    from translate_kit.glossary.store import Glossary

_WRITTEN = frozenset(Status) - {Status.REJECTED}
"""Forbidden terms among them: where one was used is what the staff ask most."""


@dataclass(frozen=True, slots=True)
class Use:
    """A text that says the concept. ``source`` is a file, ``memory`` or ``register``; ``where`` the
    place there (a paragraph, the id of a unit, a letter); ``form`` the characters in ``text``."""

    source: str
    where: str
    language: str
    term: str
    status: str
    form: str
    text: str


class Reader:
    """Finds one concept in texts; 口罩 isn't found where 医用口罩 is another concept's term."""

    def __init__(self, glossary: Glossary, concept: Concept, languages: Sequence[str]) -> None:
        self.languages = tuple(code for code in languages if concept.terms.get(code))
        self._concept = concept
        self._matchers = {
            code: Matcher(glossary, code, _WRITTEN, parts={concept.part_of_speech})
            for code in self.languages
        }

    def uses(self, source: str, where: str, text: str, languages: Iterable[str]) -> Iterator[Use]:
        """The uses in ``text``; what two languages write alike counts for the first of them."""
        seen = set[tuple[int, int]]()
        for language in languages:
            matcher = self._matchers.get(language)
            for match in matcher.find(text) if matcher else ():
                place = match.span.start, match.span.end
                if match.concept.id == self._concept.id and place not in seen:
                    seen.add(place)
                    term, form = match.term, match.span.of(text)
                    yield Use(source, where, language, term.text, term.status.word, form, text)


def named(glossary: Glossary, text: str, languages: Sequence[str]) -> Concept:
    """The concept of an id, a term or any form of one; raises NotKnown, UserError for several."""
    try:
        return glossary.named(text)
    except NotKnown:
        found = {
            match.concept.id: match.concept
            for code in languages
            for match in Matcher(glossary, code, _WRITTEN).find(text)
            if match.span.of(text) == text.strip()
        }
        if not found:
            raise
    if len(found) > 1:
        why = _("“{text}” is a form of several terms; give one of the ids: {ids}")
        raise UserError(why.format(text=text, ids=", ".join(sorted(found))))
    return next(iter(found.values()))


def documents(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and of folders those of a known format in order of their names."""
    for path in paths:
        if path.is_dir():
            yield from filter(is_document, sorted(path.rglob("*")))
        else:
            yield path


def is_document(path: Path) -> bool:
    """Of a known format, and neither hidden nor a lock of an office program."""
    from translate_kit.formats import TABLE

    suffix = path.suffix.lower().removeprefix(".")
    shown = not path.name.startswith(("~$", "."))
    return shown and suffix in TABLE.places() and path.is_file()


def show(uses: Sequence[Use], *, as_json: bool) -> None:
    """Two lines for each use and how many there are, or JSON."""
    if as_json:
        click.echo(json.dumps([asdict(use) for use in uses], ensure_ascii=False, indent=2))
        return
    for use in uses:
        place = ", ".join(filter(None, (use.source, use.where)))
        click.echo(f"{place}: {use.language} {use.form} ({use.status})\n  {use.text}")
    click.echo(ngettext("used {n} time", "used {n} times", len(uses)).format(n=len(uses)))
