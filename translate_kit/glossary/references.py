"""What concepts say of each other: which one replaced another, which not to confuse it with."""

from collections.abc import Iterable, Iterator, Mapping

from translate_kit.glossary.concept import Concept
from translate_kit.messages import _


def wrong_references(
    concepts: Mapping[str, Concept], concept: Concept
) -> Iterator[tuple[str, str]]:
    """(column, what is wrong and what to do) of the references of one concept."""
    for column, target in (
        ("replaced_by", concept.replaced_by),
        *(("see", t) for t in concept.see),
    ):
        if target and target not in concepts:
            yield (
                column,
                _("there is no concept {id}; mend the id or take it out").format(id=target),
            )
        elif target == concept.id:
            yield column, _("{id} refers to itself; take it out").format(id=target)
    circle = _circle(concepts, concept)
    if len(circle) > 1:
        why = _("the concepts replace each other in a circle: {ids}; take one reference out")
        yield "replaced_by", why.format(ids=" → ".join((*circle, circle[0])))


def _circle(concepts: Mapping[str, Concept], concept: Concept) -> list[str]:
    """The ids from ``concept`` round to itself; empty where it is in no circle."""
    walked = [concept.id]
    found = concepts.get(concept.replaced_by)
    while found and found.id not in walked:
        walked.append(found.id)
        found = concepts.get(found.replaced_by)
    return walked if found and found.id == concept.id else []


def reached(concepts: Mapping[str, Concept], ids: Iterable[str]) -> set[str]:
    """The ids, what they refer to, and what replaced these, as far as ``concepts`` tell."""
    named = {*ids}
    for identifier in (*named,):
        if identifier in concepts:
            named.update(concepts[identifier].see)
    waiting = [*named]
    while waiting:
        found = concepts.get(waiting.pop())
        if found and found.replaced_by and found.replaced_by not in named:
            named.add(found.replaced_by)
            waiting.append(found.replaced_by)
    return named


def successor(concepts: Mapping[str, Concept], concept: Concept) -> Concept:
    """The concept that stands in for this one today; itself where none replaced it."""
    walked = {concept.id}
    while (found := concepts.get(concept.replaced_by)) and found.id not in walked:
        walked.add(found.id)
        concept = found
    return concept
