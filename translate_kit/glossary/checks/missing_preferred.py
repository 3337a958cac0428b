"""Languages in which a concept has no term to use."""

from collections.abc import Iterator

from translate_kit.glossary.checks.examined import Examined, Remark, of_concept
from translate_kit.glossary.concept import Status
from translate_kit.messages import _
from translate_kit.model import LANGUAGES


def check(examined: Examined) -> Iterator[Remark]:
    """A preferred term missing.

    A concept that is in use, with a preferred term in some language, needs one in each of the
    five: a letter in that language can't name it otherwise. Propose a term, and have it approved.
    """
    for concept in examined.living:
        missing = [
            language
            for language in LANGUAGES
            if not concept.with_status(language, Status.PREFERRED)
        ]
        for language in missing if len(missing) < len(LANGUAGES) else ():
            message = _("no preferred term in “{language}”").format(language=language)
            yield of_concept(concept, message, language)
