"""A report as data for other programs (JSON)."""

from typing import Any

from translate_kit.checks.report.report import Checked, Report
from translate_kit.model import Finding, Span


def record(report: Report) -> dict[str, Any]:
    """The report with every finding, in reading order.

    ``span`` and ``source_span`` are [start, end) in characters of ``target`` and ``source``, or
    null.
    """
    return {
        "files": list(report.files),
        "pair": str(report.pair),
        "segments": len(report.rows),
        "counts": {severity.value: number for severity, number in report.counts.items()},
        "rows": [_row(checked) for checked in report.rows if checked.findings],
    }


def _row(checked: Checked) -> dict[str, Any]:
    row = checked.row
    return {
        "where": row.where,
        "source": row.source,
        "target": row.target,
        "findings": [_finding(finding) for finding in checked.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "severity": finding.severity.value,
        "check": finding.check,
        "message": finding.message,
        "span": _span(finding.span),
        "source_span": _span(finding.source_span),
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
