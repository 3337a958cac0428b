"""Checks: what a person should look at in a translation, whoever made it.

``check`` looks at one segment, ``check_document`` across the segments of a document. A check is a
function in a file of its own, a row of a table below, a row in ``data/severities.csv`` and a table
of cases in the tests (``tests/checks/cases``). Checks of plug-ins come by entry points of the
groups ``translate_kit.checks`` and ``translate_kit.document_checks``.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from translate_kit.checks.knowledge import NOTHING, Knowledge
from translate_kit.checks.segment import Check, DocumentCheck, Remark, Segment
from translate_kit.checks.severities import severity
from translate_kit.model import Finding, Pair, Severity
from translate_kit.plugins import Table

__all__ = [
    "DOCUMENT_TABLE",
    "TABLE",
    "Check",
    "DocumentCheck",
    "Knowledge",
    "Remark",
    "Segment",
    "check",
    "check_document",
    "worst_first",
]

_PLACE = "translate_kit.checks."
_ONE_SEGMENT = (
    *(
        "numbers",
        "dates",
        "times",
        "money",
        "units",
        "codes",
        "names",
        "terms",
        "forbidden",
        "negation",
    ),
    *("hedges", "length", "dropped", "ending", "untranslated", "leftover", "repetition", "gaps"),
    *("boilerplate", "honorifics", "brackets", "punctuation"),
)
_DOCUMENT = ("consistency", "formality")

TABLE = Table("checks", "check", {name: f"{_PLACE}{name}:check" for name in _ONE_SEGMENT})
DOCUMENT_TABLE = Table(
    "document_checks", "check", {name: f"{_PLACE}{name}:check" for name in _DOCUMENT}
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
        for name in (_names(TABLE.group) if only is None else only)
        for remark in _check(name)(segment, knowledge)
        for finding in _findings(name, pair, remark)
    )


def check_document(
    segments: Sequence[tuple[str, str]],
    pair: Pair,
    knowledge: Knowledge = NOTHING,
    *,
    only: Collection[str] | None = None,
) -> list[tuple[Finding, ...]]:
    """What shows only across the segments (source, target) of a document: findings for each.

    ``only`` names the document checks to run. The findings of ``check`` are not among them.
    """
    found: list[list[Finding]] = [[] for _segment in segments]
    document = [Segment(source, target, pair) for source, target in segments]
    for name in _names(DOCUMENT_TABLE.group) if only is None else only:
        for index, remark in _document_check(name)(document, knowledge):
            found[index].extend(_findings(name, pair, remark))
    return [worst_first(each) for each in found]


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, errors before warnings before notes, otherwise in their order."""
    return tuple(sorted(findings, key=lambda finding: _ORDER[finding.severity]))


def _findings(name: str, pair: Pair, remark: Remark) -> Iterator[Finding]:
    """The remark of the check ``name`` as a finding; none where the table switches it off."""
    grade = severity(name, pair, sure=remark.sure)
    if grade is not None:
        yield Finding(grade, name, remark.message, span=remark.span, source_span=remark.source_span)


@cache
def _names(group: str) -> tuple[str, ...]:
    """Every check's name. Cached: looking for plug-ins costs more than checking a segment."""
    return tuple((TABLE if group == TABLE.group else DOCUMENT_TABLE).places())


@cache
def _check(name: str) -> Check:
    loaded: Check = TABLE.load(name)
    return loaded


@cache
def _document_check(name: str) -> DocumentCheck:
    loaded: DocumentCheck = DOCUMENT_TABLE.load(name)
    return loaded
