"""The inconsistencies as data for other programs (JSON)."""

from collections.abc import Sequence
from typing import Any

from translate_kit.batch.consistency.inconsistency import Inconsistency, Rendering, Use
from translate_kit.model import Span


def record(found: Sequence[Inconsistency], passages: int, documents: int) -> dict[str, Any]:
    """All of them with every place.

    ``span`` and ``source_span`` are [start, end) in characters of ``target`` and ``source``;
    ``span`` is null where no known term says it.
    """
    return {
        "segments": passages,
        "documents": documents,
        "inconsistencies": [_inconsistency(each) for each in found],
    }


def _inconsistency(each: Inconsistency) -> dict[str, Any]:
    return {
        "kind": each.kind.value,
        "source": each.source,
        "concept": each.concept or None,
        "pair": str(each.pair),
        "wanted": each.wanted or None,
        "renderings": [_rendering(rendering) for rendering in each.renderings],
    }


def _rendering(rendering: Rendering) -> dict[str, Any]:
    return {
        "text": rendering.text or None,
        "status": rendering.status or None,
        "count": len(rendering.uses),
        "good": rendering.good,
        "uses": [_use(use) for use in rendering.uses],
    }


def _use(use: Use) -> dict[str, Any]:
    passage = use.passage
    return {
        "document": passage.document,
        "segment": passage.number,
        "where": passage.where,
        "source": passage.source,
        "target": passage.target,
        "source_span": _span(use.source_span),
        "span": _span(use.span),
        "rewritten": use.rewritten or None,
        "sure": use.sure,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
