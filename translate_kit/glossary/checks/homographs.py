"""One word for two concepts."""

from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.messages import _


def check(examined: Examined) -> Iterator[Remark]:
    """One term in two concepts.

    A reader can't tell which is meant, and a translation may pick the wrong one. Make the terms
    differ; where the language has but one word, name each concept in the other's “see”, which
    says that you know.
    """
    for group in examined.by_word.values():
        first = group[0]
        for other in group[1:]:
            known = other.concept.id in first.concept.see or first.concept.id in other.concept.see
            if other.concept.id != first.concept.id and not known:
                message = _("also a term of {id} ({theirs}); here: {ours}")
                said = message.format(
                    id=first.concept.id,
                    theirs=first.concept.definition,
                    ours=other.concept.definition,
                )
                yield of_term(other.concept, other.term, said)
