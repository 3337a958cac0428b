"""Terms for the readers of some countries."""

from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_term
from translate_kit.glossary.concept import Concept, Status, Term
from translate_kit.glossary.store import fold
from translate_kit.messages import _


def check(examined: Examined) -> Iterator[Remark]:
    """Variants of countries.

    A variant is for the readers of the countries it names; everybody else needs a preferred term
    for no country in particular. A variant written like that one, case and width aside, says
    nothing new.
    """
    for concept in examined.living:
        for language in concept.terms:
            for term in concept.with_status(language, Status.PREFERRED):
                message = _message(concept, term) if term.countries else ""
                if message:
                    yield of_term(concept, term, message, "country")


def _message(concept: Concept, variant: Term) -> str:
    general = concept.preferred(variant.language)
    if general is None:
        return _("preferred in {countries} only; what do other readers get?").format(
            countries=", ".join(variant.countries)
        )
    same = fold(general.text) == fold(variant.text)
    return _("written like “{term}”, which is for every country").format(term=general.text) * same
