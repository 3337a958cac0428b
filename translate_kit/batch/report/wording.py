"""What a report on a batch calls things in the interface language."""

from collections import Counter
from collections.abc import Iterator

from translate_kit.batch.job import State
from translate_kit.batch.report.report import Line, Report
from translate_kit.checks.report.wording import severity_name
from translate_kit.messages import _
from translate_kit.pipeline import Origin
from translate_kit.pipeline.wording import origin_word


def state_name(state: State) -> str:
    """What became of a document."""
    return {
        State.WRITTEN: _("written"),
        State.INCOMPLETE: _("incomplete"),
        State.KEPT: _("kept"),
        State.FAILED: _("failed"),
    }[state]


def totals(report: Report) -> str:
    """One line: documents by what became of them, and how many sentences they have."""
    states = Counter(line.outcome.state for line in report.lines)
    parts = [f"{state_name(state)} {states[state]}" for state in State if states[state]]
    if report.skipped:
        parts.append(_("skipped {n}").format(n=len(report.skipped)))
    sentences = sum(report.origins.values())
    counted = _("Documents: {states}. Sentences: {n}.")
    return counted.format(states=_(", ").join(parts) or "0", n=f"{sentences:,}")


def document_line(line: Line) -> str:
    """Why it was kept or failed, where its words come from, what was found in it."""
    return " · ".join(_parts(line))


def _parts(line: Line) -> Iterator[str]:
    if line.outcome.why:
        yield line.outcome.why
    origins = [f"{origin_word(each)} {line.origins[each]}" for each in Origin if line.origins[each]]
    found = [
        f"{severity_name(each)} {count}" for each, count in sorted(line.severities.items()) if count
    ]
    yield from filter(None, (_(", ").join(origins), _(", ").join(found)))
