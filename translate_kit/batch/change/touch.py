"""Which passages a change of the glossary touches."""

from collections.abc import Collection, Iterator

from translate_kit.batch.consistency.terms import Mention, TermReader
from translate_kit.batch.passage import Passage
from translate_kit.glossary.concept import Status
from translate_kit.glossary.given_up import GivenUp, without
from translate_kit.glossary.matching import Matcher, occurrences
from translate_kit.glossary.store import Glossary


class Touch:
    """The change as the passages see it.

    ``given`` are the concepts that were changed with the terms they gave up, ``glossary`` the one
    in which these are used no more, ``country`` that of the readers.
    """

    def __init__(self, glossary: Glossary, given: GivenUp, country: str = "") -> None:
        self.given, self.country = given, country
        self.glossary = without(glossary, given)
        self._reader = TermReader(self.glossary, country)
        self._lost = {
            identifier: frozenset(term.language for term in terms if _is_forbidden(term.status))
            for identifier, terms in given.items()
        }
        self._matchers: dict[str, Matcher] = {}

    def concepts(self, passage: Passage) -> tuple[str, ...]:
        """The changed concepts that the passage says otherwise than it should now; none where
        the change does not touch it."""
        wrong = (m.concept.id for m in self.mentions(passage) if not _is_right(m))
        return tuple(dict.fromkeys((*wrong, *self._meant_otherwise(passage))))

    def mentions(self, passage: Passage) -> Iterator[Mention]:
        """The changed concepts that the source of a passage says."""
        return self._reader.mentions(passage, self.given.keys())

    def _meant_otherwise(self, passage: Passage) -> Iterator[str]:
        """The concepts whose term a source has that may not stand for them any more."""
        source, target = passage.pair.source, passage.pair.target
        concerned = {i for i, languages in self._lost.items() if source in languages}
        if not concerned:
            return
        for match in self._matcher(source).find(passage.source):
            concept = match.concept
            if concept.id in concerned and occurrences(concept, passage.target, target):
                yield concept.id

    def _matcher(self, language: str) -> Matcher:
        if language not in self._matchers:
            forbidden: Collection[Status] = {Status.FORBIDDEN}
            self._matchers[language] = Matcher(self.glossary, language, forbidden)
        return self._matchers[language]


def _is_forbidden(status: Status) -> bool:
    return status is Status.FORBIDDEN


def _is_right(mention: Mention) -> bool:
    said = mention.said
    return said is not None and not mention.is_inferred and said.term.status.approved
