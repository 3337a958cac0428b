"""A report as lines of text for the terminal: the worst rows first."""

from collections.abc import Iterator

from translate_kit.checks.report.report import Checked, Report
from translate_kit.checks.report.wording import severity_name, summary
from translate_kit.messages import _
from translate_kit.model import Severity, Span

_AROUND = 60
"""Characters of a long text that are shown on each side of what was found."""


def text_lines(report: Report, least: Severity) -> Iterator[str]:
    """The rows with findings of ``least`` or worse, then a summary of all."""
    for checked in report.at_least(least):
        yield from _row(checked)
        yield ""
    yield summary(report)
    if report.counts[Severity.NOTE] and least is not Severity.NOTE:
        yield _("Notes are not shown; see them with --show note.")


def _row(checked: Checked) -> Iterator[str]:
    yield checked.row.where
    for finding in checked.findings:
        yield f"  {severity_name(finding.severity)}: {finding.message} [{finding.check}]"
    first = checked.findings[0]
    yield f"    {_part(checked.row.source, first.source_span)}"
    yield f"    {_part(checked.row.target, first.span)}"


def _part(text: str, span: Span | None) -> str:
    """The text on one line; of a long one the part around the span, or its beginning."""
    start, end = (0, 2 * _AROUND) if span is None else (span.start - _AROUND, span.end + _AROUND)
    start, end = max(0, start), min(len(text), end)
    shown = " ".join(text[start:end].split())
    return "…" * (start > 0) + shown + "…" * (end < len(text))
