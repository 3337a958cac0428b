"""The revision of a glossary: a short name for exactly what it says, for provenance."""

import hashlib
from collections.abc import Iterable, Iterator

from translate_kit.glossary.concept import Concept

LENGTH = 12
"""Hexadecimal digits: enough that two revisions of one office never share a name."""


def revision(concepts: Iterable[Concept]) -> str:
    """The revision of these concepts, e.g. ``5f0c3a9be1d2``.

    Equal for equal content, in whatever order and files; notes, sources and reviewers count too.
    """
    digest = hashlib.sha256()
    for concept in sorted(concepts, key=lambda each: each.id):
        cells = "".join(f"{cell}\0" for cell in _cells(concept))
        digest.update(cells.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:LENGTH]


def _cells(concept: Concept) -> Iterator[str]:
    yield from (concept.id, concept.domain, concept.part_of_speech, concept.counter)
    yield from (concept.definition, concept.note, concept.source, concept.confidence)
    yield from (concept.replaced_by, " ".join(concept.see))
    for language, terms in sorted(concept.terms.items()):
        for term in terms:
            grammar = ";".join(f"{key}={value}" for key, value in sorted(term.grammar.items()))
            yield from (language, term.text, term.status.value, grammar, term.reviewer)
            yield from (str(term.date or ""), term.note)
            if term.countries:  # only then, so that revisions from before there were any stay
                yield "|".join(term.countries)
