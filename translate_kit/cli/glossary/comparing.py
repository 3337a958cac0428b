"""What ``glossary diff`` and ``stats`` show: two glossaries compared, and how far one is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate_kit.errors import UserError
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

if TYPE_CHECKING:
    from translate_kit.glossary.cells import Change
    from translate_kit.glossary.statistics import Coverage
    from translate_kit.glossary.store import Glossary
    from translate_kit.workspace import Workspace

SHIPPED, OURS = "shipped", "workspace"
"""Names of the two glossaries that have no path of their own."""


def open_glossary(workspace: Workspace, name: str) -> Glossary:
    """The glossary that a word or path names: shipped, workspace, a folder, or a release.

    Raises UserError for what is none.
    """
    from translate_kit.glossary.release import read_release
    from translate_kit.glossary.store import Glossary
    from translate_kit.workspace import SETTINGS, shipped
    from translate_kit.workspace import Workspace as Other

    path = Path(name)
    if name == SHIPPED:
        return Glossary.load([shipped("glossaries")])
    if name == OURS:
        return workspace.glossary
    if path.is_dir():
        return Other(path).glossary if (path / SETTINGS).is_file() else Glossary.load([path])
    if path.is_file():
        return read_release(path)[1]
    why = _("“{name}” is no glossary: name a folder, a release, “shipped” or “workspace”")
    raise UserError(why.format(name=name))


def difference_lines(old: Glossary, new: Glossary, changes: Iterable[Change]) -> Iterator[str]:
    """The changes by concept: entered, taken out, or changed field by field."""
    for concept, group in groupby(changes, key=lambda change: change.place.concept):
        if concept not in old.concepts:
            yield f"+ {concept} {_named(new, concept)}"
        elif concept not in new.concepts:
            yield f"- {concept} {_named(old, concept)}"
        else:
            yield f"~ {concept} {_named(new, concept)}"
            yield from (f"    {line}" for line in _fields(group))


def _named(glossary: Glossary, concept: str) -> str:
    """A concept by its preferred terms, Chinese first."""
    found = glossary.concepts[concept]
    terms = (found.preferred(language) for language in LANGUAGES)
    return " / ".join(term.text for term in terms if term) or found.definition


def _fields(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        place = change.place
        where = f"{place.language} “{place.term}” {place.field}" if place.term else place.field
        yield f"{where}: {change.old or '∅'} → {change.new or '∅'}"


def change_records(changes: Iterable[Change]) -> list[dict[str, str]]:
    """The changes for other programs."""
    return [
        {
            "concept": change.place.concept,
            "language": change.place.language,
            "term": change.place.term,
            "field": change.place.field,
            "old": change.old,
            "new": change.new,
        }
        for change in changes
    ]


def coverage_rows(table: Mapping[str, Mapping[str, Coverage]]) -> Iterator[Sequence[str]]:
    """A row for each domain: concepts, then for each language the share with a preferred term."""
    for domain, by_language in table.items():
        cells = [f"{by_language[code].percent}%" for code in LANGUAGES]
        yield [domain or _("all"), str(by_language["zh"].concepts), *cells]


def status_rows(table: Mapping[str, Mapping[str, Coverage]]) -> Iterator[Sequence[str]]:
    """A row for each status with the number of terms in each language, one for those read, and one
    for each country that has terms of its own."""
    from translate_kit.glossary.concept import Status

    by_language = table[""]
    for status in Status:
        counts = [by_language[code].terms.get(status, 0) for code in LANGUAGES]
        yield [status.word, str(sum(counts)), *map(str, counts)]
    read = [by_language[code].read for code in LANGUAGES]
    yield [_("signed by a second reader"), str(sum(read)), *map(str, read)]
    for country in sorted({code for each in by_language.values() for code in each.countries}):
        own = [by_language[code].countries.get(country, 0) for code in LANGUAGES]
        yield [_("for {country} only").format(country=country), str(sum(own)), *map(str, own)]


def coverage_records(table: Mapping[str, Mapping[str, Coverage]]) -> dict[str, Any]:
    """The same for other programs; the whole glossary is the domain ``all``."""
    return {
        domain or "all": {
            language: {
                "concepts": each.concepts,
                "covered": each.covered,
                "read": each.read,
                "terms": {status.value: count for status, count in each.terms.items()},
                "countries": dict(sorted(each.countries.items())),
            }
            for language, each in by_language.items()
        }
        for domain, by_language in table.items()
    }
