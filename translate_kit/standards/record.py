"""Standards as plain records of strings, for JSON and for other programs."""

from datetime import date
from typing import Any

from translate_kit.standards.comparison import Comparison
from translate_kit.standards.editions import Edition
from translate_kit.standards.table import Standards


def standard_record(standards: Standards, text: str, day: date | None) -> dict[str, Any]:
    """All editions of the standard; with a ``day`` also how each stood then, and why."""
    standard = standards.find(text)
    record: dict[str, Any] = {
        "country": standard.country,
        "product_type": standard.product_type,
        "editions": [_edition_record(edition, day) for edition in standard.editions],
        "experts_verify": dict(standards.notices.experts_verify),
    }
    if day:
        answer = standards.edition_on(text, day)
        record["in_force"] = answer.edition.code if answer.edition else None
        record["reason"] = answer.reason
    return record


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """One comparison; ``theirs`` is null in the default answer."""
    return {
        "id": comparison.id or None,
        "ours": comparison.ours.code,
        "our_grade": dict(comparison.our_grade),
        "theirs": comparison.theirs.code if comparison.theirs else None,
        "their_grade": dict(comparison.their_grade),
        "relation": str(comparison.relation),
        "proposal": comparison.is_proposal,
        "differing_points": dict(comparison.points),
        "caution": dict(comparison.caution),
        "confidence": comparison.confidence,
    }


def _edition_record(edition: Edition, day: date | None) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": edition.id,
        "code": edition.code,
        "titles": dict(edition.titles),
        "scope": edition.scope,
        "key_requirements": dict(edition.key_requirements),
        "sterile": dict(edition.sterile),
        "status": dict(edition.status),
        "replaced_by": list(edition.replaced_by),
        "confidence": edition.confidence,
        "source": edition.source_note,
    }
    if day:
        record["standing"] = str(edition.standing(day))
    return record
