"""Concepts as another program's file tells them, and the terms of a file that are none of ours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate_kit.glossary.incoming import Problem
from translate_kit.messages import ngettext


@dataclass(frozen=True, slots=True)
class ForeignTerm:
    """A term of a file; ``cells`` are those of the glossary's columns that the file fills."""

    language: str
    text: str
    cells: Mapping[str, str]
    where: str


@dataclass(frozen=True, slots=True)
class ForeignConcept:
    """A concept of a file; ``see`` and ``replaced_by`` name ids of the same file.

    ``source`` is the language of a list of words whose word tells the concept, empty where the
    file has concepts of its own.
    """

    id: str
    cells: Mapping[str, str]
    terms: Sequence[ForeignTerm]
    where: str
    source: str = ""


def left_out(others: Mapping[str, int]) -> Iterator[Problem]:
    """What is to be told of terms in other languages than ours: language -> how many."""
    for language, count in others.items():
        why = ngettext(
            "{n} term in “{language}” left out: not one of our languages",
            "{n} terms in “{language}” left out: not one of our languages",
            count,
        )
        yield Problem(language, why.format(n=count, language=language))
