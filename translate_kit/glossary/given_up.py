"""What a change of the glossary gave up: terms that were to be used, and now are not.

A preferred term that has become an admitted one is given up too: it may still be used, but where
the change is to be carried out, the new preferred one takes its place.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from translate_kit.glossary import grammar
from translate_kit.glossary.cells import STATUS, Change
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.references import successor
from translate_kit.glossary.store import Glossary

_OF_TERMS = frozenset({STATUS, "grammar", "country"})
_OF_CONCEPTS = frozenset({"part_of_speech", "replaced_by"})

GivenUp = Mapping[str, tuple[Term, ...]]
"""Concept -> its terms that are to be used no more, deprecated or forbidden; they may be none."""


@dataclass(frozen=True, slots=True)
class _Was:
    """What a term was before the changes: its ``status``, the best it had, and its grammar."""

    status: Status
    grammar: str


def changed_concepts(changes: Iterable[Change]) -> frozenset[str]:
    """The concepts of which a change may matter to a translation: not of a note, say."""
    return frozenset(
        change.place.concept
        for change in changes
        if change.place.field in (_OF_TERMS if change.place.language else _OF_CONCEPTS)
    )


def given_up(changes: Iterable[Change], now: Glossary, concepts: Collection[str]) -> GivenUp:
    """What ``changes``, the oldest first, gave up of the ``concepts``.

    A concept that another has replaced gives its terms up to that one.
    """
    found: defaultdict[str, list[Term]] = defaultdict(list)
    for identifier in concepts:
        if concept := now.concepts.get(identifier):
            found[successor(now.concepts, concept).id] += ()
    for (identifier, language, text), was in _before(changes).items():
        concept = now.concepts.get(identifier)
        if identifier in concepts and not _stands(concept, language, text, was.status):
            heir = successor(now.concepts, concept).id if concept else identifier
            found[heir].append(_term(concept, language, text, was))
    return {identifier: tuple(terms) for identifier, terms in found.items()}


def _before(changes: Iterable[Change]) -> dict[tuple[str, str, str], _Was]:
    """The terms that were approved at some time before a change."""
    found: dict[tuple[str, str, str], _Was] = {}
    grammars: dict[tuple[str, str, str], str] = {}
    for change in changes:
        place = change.place
        key = place.concept, place.language, place.term
        if place.field == "grammar" and change.old:
            grammars[key] = change.old
        if place.field == STATUS and change.old and Status(change.old).approved:
            best = min(Status(change.old), found[key].status if key in found else Status.ADMITTED,
                       key=lambda status: status.rank)  # fmt: skip
            found[key] = _Was(best, "")
    return {key: replace(was, grammar=grammars.get(key, "")) for key, was in found.items()}


def _stands(concept: Concept | None, language: str, text: str, was: Status) -> bool:
    """Whether the term is still as good as it was."""
    terms = concept.terms.get(language, ()) if concept else ()
    return any(term.text == text and term.status.rank <= was.rank for term in terms)


def _term(concept: Concept | None, language: str, text: str, was: _Was) -> Term:
    terms = concept.terms.get(language, ()) if concept else ()
    now = next((term for term in terms if term.text == text), None)
    if now is not None:
        demoted = now.status if now.status is Status.FORBIDDEN else Status.DEPRECATED
        return replace(now, status=demoted)
    notes: Mapping[str, str] = {}
    with suppress(ValueError):  # notes that nobody could read are of no use here
        notes = grammar.parse(was.grammar)
    return Term(text, language, Status.DEPRECATED, notes)


def without(now: Glossary, given: GivenUp) -> Glossary:
    """The glossary in which what was given up is deprecated, where it still stands approved."""
    concepts = dict(now.concepts)
    for identifier, terms in given.items():
        if identifier in concepts:
            concepts[identifier] = _without(concepts[identifier], terms)
    return Glossary(concepts)


def _without(concept: Concept, given: Collection[Term]) -> Concept:
    terms = {language: list(each) for language, each in concept.terms.items()}
    for term in given:
        others = [t for t in terms.get(term.language, ()) if t.text != term.text]
        terms[term.language] = sorted([*others, term], key=lambda t: t.order)
    return replace(concept, terms=terms)
