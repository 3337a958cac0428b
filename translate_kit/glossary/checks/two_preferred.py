"""Languages in which a concept has two first choices."""

from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.glossary.concept import Status
from translate_kit.messages import _


def check(examined: Examined) -> Iterator[Remark]:
    """Two preferred terms.

    A concept has one preferred term in each language; the others are admitted.
    """
    for concept in examined.glossary:
        for language in concept.terms:
            preferred = concept.with_status(language, Status.PREFERRED)
            for term in preferred[1:]:
                message = _("“{first}” is preferred too; make one of them admitted")
                said = message.format(first=preferred[0].text)
                yield of_term(concept, term, said, "status")
