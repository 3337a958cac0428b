"""References between concepts, and to counters, that lead nowhere or round and round."""

from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_concept
from translate_kit.glossary.references import wrong_references
from translate_kit.messages import _


def check(examined: Examined) -> Iterator[Remark]:
    """References.

    “replaced by” and “see” name concepts that there are, no concept replaces itself, directly or
    through others, and the counter is one of the table of counters.
    """
    for concept in examined.glossary:
        for column, why in wrong_references(examined.glossary.concepts, concept):
            yield of_concept(concept, why, column)
        if concept.counter and concept.counter not in examined.counters:
            message = _("there is no counter “{counter}”").format(counter=concept.counter)
            yield of_concept(concept, message, "counter")
