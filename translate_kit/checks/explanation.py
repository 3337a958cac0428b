"""What each check is for, in the interface language: its docstring."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass

from translate_kit.checks import DOCUMENT_TABLE, TABLE
from translate_kit.messages import _


@dataclass(frozen=True, slots=True)
class Explanation:
    """The ``name`` of a check as options take it, its ``title`` and what it does."""

    name: str
    title: str
    text: str


def explanations() -> tuple[Explanation, ...]:
    """Every check, those across a document last, those of plug-ins after the built-in ones."""
    return tuple(_explained(name, *paragraphs) for name, *paragraphs in docstrings())


def title(name: str) -> str:
    """What a check is called in the interface language; its name where it has no docstring."""
    for each in explanations():
        if each.name == name:
            return each.title
    return name


def docstrings() -> Iterator[tuple[str, str, str]]:
    """Name, first line and the rest, in English: the messages that a catalogue translates."""
    for table in (TABLE, DOCUMENT_TABLE):
        for name in table.places():
            first, _blank, rest = (inspect.getdoc(table.load(name)) or name).partition("\n\n")
            yield name, first.rstrip("."), " ".join(rest.split())


def _explained(name: str, first: str, rest: str) -> Explanation:
    return Explanation(name, _(first), _(rest) if rest else "")
