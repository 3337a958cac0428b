"""A translation as one line of JSON, and back, for the journal of a batch."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from translate_kit.model import Finding, Link, Pair, Severity, Span
from translate_kit.pipeline.translation import (
    NumberRepair,
    Origin,
    Rung,
    Suggestion,
    TermDecision,
    Translation,
)


def to_json(translation: Translation) -> str:
    """The whole translation; ``from_json`` gives an equal one back."""
    return json.dumps(asdict(translation), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Translation:
    """The translation that ``to_json`` wrote."""
    data = json.loads(text)
    return Translation(
        source=data["source"],
        text=data["text"],
        pair=Pair(**data["pair"]),
        origin=Origin(data["origin"]),
        signature=data["signature"],
        glossary=data["glossary"],
        alignment=tuple(Link(_span(x["source"]), _span(x["target"])) for x in data["alignment"]),
        terms=tuple(_decision(each) for each in data["terms"]),
        repairs=tuple(NumberRepair(**_paired(each)) for each in data["repairs"]),
        findings=tuple(_finding(each) for each in data["findings"]),
        suggestions=tuple(Suggestion(**each) for each in data["suggestions"]),
    )


def _span(data: Mapping[str, int]) -> Span:
    return Span(data["start"], data["end"])


def _paired(data: Mapping[str, Any]) -> dict[str, Any]:
    return {**data, "pair": Pair(**data["pair"])}


def _decision(data: Mapping[str, Any]) -> TermDecision:
    target = data["target_span"]
    return TermDecision(
        **_paired(data)
        | {
            "source_span": _span(data["source_span"]),
            "target_span": target and _span(target),
            "rung": Rung(data["rung"]),
        }
    )


def _finding(data: Mapping[str, Any]) -> Finding:
    spans = {name: data[name] and _span(data[name]) for name in ("span", "source_span")}
    return Finding(**{**data, **spans, "severity": Severity(data["severity"])})
