"""Languages in which a concept has two first choices."""

from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.glossary.concept import rivals
from translate_kit.messages import _


def check(examined: Examined) -> Iterator[Remark]:
    """Two preferred terms.

    A concept has one preferred term in each language, and one for each country that has a variant
    of its own; the others are admitted.
    """
    for concept in examined.glossary:
        for terms in concept.terms.values():
            for first, term in rivals(terms):
                message = _("“{first}” is preferred too; make one of them admitted")
                yield of_term(concept, term, message.format(first=first.text), "status")
