"""What ``glossary search`` and ``show`` ask: the glossary itself, or the index of a large one."""

import logging
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

import click

from translate_kit.messages import _

if TYPE_CHECKING:
    from translate_kit.glossary.concept import Concept, Status
    from translate_kit.glossary.index import Index
    from translate_kit.glossary.search import Hit
    from translate_kit.glossary.similar import Alike
    from translate_kit.glossary.store import Glossary
    from translate_kit.workspace import Workspace

T = TypeVar("T")

_log = logging.getLogger(__name__)

WORTHWHILE = 2_000_000
"""Bytes of CSV from which an index pays: below, about 5,000 concepts are read in half a second."""


def find(
    workspace: "Workspace",
    query: str,
    *,
    languages: Collection[str] | None,
    domain: str | None,
    status: str | None,
    limit: int,
) -> "list[Hit]":
    """The concepts that answer; raises NotKnown for an unknown domain."""
    from translate_kit.glossary.concept import Status

    wanted = Status(status) if status else None

    def ask(source: "Index | Glossary") -> "list[Hit]":
        known = domain and source.known_domain(domain)
        return _search(source, query, languages, known, wanted, limit)

    return _answer(workspace, ask)


def one_concept(workspace: "Workspace", text: str) -> "Concept":
    """The concept that an id or a term names, as ``Glossary.named`` finds it."""
    return _answer(workspace, lambda source: source.named(text))


@contextmanager
def consulted(workspace: "Workspace") -> "Iterator[Index | Glossary]":
    """What to look terms up in while changing some: the index of a large glossary, or itself."""
    index = open_index(workspace)
    if index is None:
        yield workspace.glossary
    else:
        with index:
            yield index


def alike_terms(source: "Index | Glossary", language: str, text: str) -> "Sequence[Alike]":
    """The terms of a language that ``text`` might be taken for."""
    from translate_kit.glossary.similar import alike
    from translate_kit.glossary.store import Glossary

    if isinstance(source, Glossary):
        return alike(source, language, text)
    return source.alike(language, text)


def _search(
    source: "Index | Glossary",
    query: str,
    languages: Collection[str] | None,
    domain: str | None,
    status: "Status | None",
    limit: int,
) -> "list[Hit]":
    from translate_kit.glossary.search import search
    from translate_kit.glossary.store import Glossary

    if isinstance(source, Glossary):
        return search(source, query, languages=languages, domain=domain, status=status, limit=limit)
    return source.search(query, languages=languages, domain=domain, status=status, limit=limit)


def _answer(workspace: "Workspace", ask: "Callable[[Index | Glossary], T]") -> T:
    """Ask the index; the glossary itself where there is none, or where it turns out damaged."""
    index = open_index(workspace)
    if index is None:
        return ask(workspace.glossary)
    try:
        with index:
            return ask(index)
    except sqlite3.Error as error:
        _log.warning("the search index can't be read and is made anew next time: %s", error)
        with suppress(OSError):
            index.path.unlink()
        return ask(workspace.glossary)


def open_index(workspace: "Workspace") -> "Index | None":
    """The index of a large glossary; None for a small one, and where there is no cache to use."""
    from translate_kit.glossary.loading import stamps

    folders = workspace.glossary_folders
    if sum(size for _time, size, _node in stamps(folders).values()) < WORTHWHILE:
        return None
    from translate_kit.glossary.index import Index

    try:
        return Index.open(folders, building=_say_building)
    except (OSError, sqlite3.Error) as error:
        _log.warning("no search index: %s", error)
        return None


def _say_building() -> None:
    said = _("Making the search index of a large glossary; this is done once and takes a minute.")
    click.echo(said, err=True)
