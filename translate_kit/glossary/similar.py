"""Terms that a new one might be taken for: the same word for another concept, and near ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.store import Glossary, fold

NEAR = 84.0
"""Of 100, for rapidfuzz's ratio: 医用防护服 and 医用隔离服 are 80 alike and not near."""

_DEAD = (Status.REJECTED, Status.DEPRECATED)


@dataclass(frozen=True, slots=True)
class Alike:
    """A term that is there already; ``same`` where it is written alike, 100 being equal."""

    concept: Concept
    term: Term
    score: float

    @property
    def same(self) -> bool:
        """Whether it is the same word, a homograph if the concept is another."""
        return self.score >= 100


def alike(glossary: Glossary, language: str, text: str) -> tuple[Alike, ...]:
    """The terms of that language like ``text``, the same first; those out of use are left out."""
    from rapidfuzz import fuzz

    wanted = fold(text)
    found = [
        Alike(entry.concept, entry.term, score)
        for entry in glossary.entries()
        if entry.term.language == language and entry.term.status not in _DEAD
        if (score := fuzz.ratio(wanted, fold(entry.term.text), score_cutoff=NEAR))
    ]
    return tuple(sorted(found, key=lambda one: (-one.score, one.concept.id)))


def homographs(glossary: Glossary) -> Iterator[tuple[Alike, ...]]:
    """Groups of approved terms of one language that are one word for several concepts."""
    groups: dict[tuple[str, str], list[Alike]] = {}
    for entry in glossary.entries():
        if entry.term.status.approved:
            key = (entry.term.language, fold(entry.term.text))
            groups.setdefault(key, []).append(Alike(entry.concept, entry.term, 100))
    for group in groups.values():
        if len({one.concept.id for one in group}) > 1:
            yield tuple(group)
