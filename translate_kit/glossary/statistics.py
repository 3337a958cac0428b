"""How far the glossary has come: by domain, language and status."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from translate_kit.glossary.concept import Concept, Status
from translate_kit.model import LANGUAGES


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of the concepts of one domain, what one language has.

    ``covered`` concepts have a preferred term, ``read`` of these one that a second reader signed;
    ``terms`` counts all terms by status, ``countries`` the approved ones by the countries that they
    are meant for alone.
    """

    concepts: int
    covered: int
    read: int
    terms: Mapping[Status, int] = field(default_factory=dict)
    countries: Mapping[str, int] = field(default_factory=dict)

    @property
    def percent(self) -> int:
        """The covered part, rounded down: 100 means all. Of no concepts all are covered."""
        return 100 * self.covered // self.concepts if self.concepts else 100


def coverage(concepts: Iterable[Concept]) -> Mapping[str, Mapping[str, Coverage]]:
    """Domain -> language -> coverage, of the concepts that no other has replaced; ``""`` is all."""
    domains: dict[str, list[Concept]] = {"": []}
    for concept in concepts:
        if not concept.replaced_by:
            domains[""].append(concept)
            domains.setdefault(concept.domain, []).append(concept)
    return {
        domain: {language: _of(each, language) for language in LANGUAGES}
        for domain, each in sorted(domains.items())
    }


def _of(concepts: list[Concept], language: str) -> Coverage:
    preferred = [term for concept in concepts if (term := concept.preferred(language))]
    terms = [term for concept in concepts for term in concept.terms.get(language, ())]
    statuses = Counter(term.status for term in terms)
    approved = (term for term in terms if term.status.approved)
    return Coverage(
        concepts=len(concepts),
        covered=len(preferred),
        read=sum(bool(term.reviewer) for term in preferred),
        terms={status: statuses[status] for status in Status},
        countries=Counter(code for term in approved for code in term.countries),
    )
