"""Checks: what a person should look at in a translation, whoever made it.

``check`` looks at one segment. A check is a function in a file of its own, a row of the table
below, and a table of cases in the tests (``tests/checks/cases``).
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from translate_kit.checks.knowledge import NOTHING, Knowledge
from translate_kit.checks.segment import Check, Remark, Segment
from translate_kit.checks.severities import severity
from translate_kit.model import Finding, Pair, Severity
from translate_kit.plugins import Table

__all__ = ["TABLE", "Check", "Knowledge", "Remark", "Segment", "check", "worst_first"]

TABLE = Table(
    "checks",
    "check",
    {
        name: f"translate_kit.checks.{name}:check"
        for name in ("numbers", "codes", "leftover", "repetition")
    },
)
_ORDER = {each: place for place, each in enumerate(Severity)}


def check(
    source: str,
    target: str,
    pair: Pair,
    knowledge: Knowledge = NOTHING,
    *,
    only: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """What the checks find in ``target``, the translation of ``source``, the worst first.

    ``only`` names the checks to run; None runs all, those of plug-ins too. ``span`` of a finding
    lies in ``target``, ``source_span`` in ``source``. Raises NotKnown for an unknown name.
    """
    segment = Segment(source, target, pair)
    return worst_first(
        finding
        for name in (_names() if only is None else only)
        for remark in _load(name)(segment, knowledge)
        for finding in findings_of(name, pair, remark)
    )


def findings_of(name: str, pair: Pair, remark: Remark) -> Iterator[Finding]:
    """The remark of the check ``name`` as a finding; none where the table switches it off."""
    grade = severity(name, pair, sure=remark.sure)
    if grade is not None:
        yield Finding(grade, name, remark.message, span=remark.span, source_span=remark.source_span)


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, errors before warnings before notes, otherwise in their order."""
    return tuple(sorted(findings, key=lambda finding: _ORDER[finding.severity]))


@cache
def _names() -> tuple[str, ...]:
    """Every check's name. Cached: looking for plug-ins costs more than checking a segment."""
    return tuple(TABLE.places())


@cache
def _load(name: str) -> Check:
    loaded: Check = TABLE.load(name)
    return loaded
