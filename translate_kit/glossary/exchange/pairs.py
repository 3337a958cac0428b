"""A direction of the glossary: what each term of one language is in another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from translate_kit.glossary.concept import Concept, Term
from translate_kit.model import Pair


@dataclass(frozen=True, slots=True)
class Rendering:
    """A source term and the term to use for it."""

    concept: Concept
    source: Term
    target: Term


def renderings(concepts: Iterable[Concept], pair: Pair, country: str = "") -> Iterator[Rendering]:
    """Every approved source term with the target term of its concept that a country prefers."""
    for concept in concepts:
        target = concept.preferred(pair.target, country)
        if target is not None:
            for source in concept.terms.get(pair.source, ()):
                if source.status.approved:
                    yield Rendering(concept, source, target)
