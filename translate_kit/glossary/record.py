"""A concept as plain data, for JSON and for tables."""

from typing import Any

from translate_kit.glossary.concept import Concept, Term
from translate_kit.glossary.search import Hit
from translate_kit.model import LANGUAGES


def concept_record(concept: Concept) -> dict[str, Any]:
    """Everything known of a concept, terms by language in the order of the five languages."""
    return {
        "id": concept.id,
        "domain": concept.domain,
        "part_of_speech": concept.part_of_speech,
        "counter": concept.counter,
        "definition": concept.definition,
        "note": concept.note,
        "source": concept.source,
        "confidence": concept.confidence,
        "replaced_by": concept.replaced_by,
        "see": list(concept.see),
        "terms": {
            language: [_term_record(term) for term in concept.terms.get(language, ())]
            for language in LANGUAGES
        },
    }


def _term_record(term: Term) -> dict[str, Any]:
    return {
        "term": term.text,
        "status": term.status.value,
        "grammar": dict(term.grammar),
        "reviewer": term.reviewer,
        "date": term.date.isoformat() if term.date else None,
        "note": term.note,
        "country": list(term.countries),
    }


def hit_record(hit: Hit, country: str = "") -> dict[str, Any]:
    """A search result with the preferred terms of its concept, None where one is missing."""
    return {
        "id": hit.concept.id,
        "domain": hit.concept.domain,
        "found": hit.term.text,
        "language": hit.term.language,
        "status": hit.term.status.value,
        "country": list(hit.term.countries),
        "match": hit.match.name.lower(),
        "preferred": preferred_terms(hit.concept, country),
    }


def preferred_terms(concept: Concept, country: str = "") -> dict[str, str | None]:
    """Language code -> the term to use, for readers of a country."""
    found = {language: concept.preferred(language, country) for language in LANGUAGES}
    return {language: term.text if term else None for language, term in found.items()}
