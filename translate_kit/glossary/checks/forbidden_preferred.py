"""Terms that a concept uses and forbids."""

from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.glossary.store import fold
from translate_kit.messages import _


def check(examined: Examined) -> Iterator[Remark]:
    """A forbidden term that is approved too.

    One word can't be right and wrong for the same concept, case and width aside. Keep one row.
    """
    for concept in examined.glossary:
        for language, terms in concept.terms.items():
            approved = {fold(term.text): term for term in terms if term.status.approved}
            for term in concept.forbidden(language):
                same = approved.get(fold(term.text))
                if same:
                    message = _("forbidden, but “{term}” is {status}; keep one of the two rows")
                    said = message.format(term=same.text, status=same.status.word)
                    yield of_term(concept, term, said, "status")
