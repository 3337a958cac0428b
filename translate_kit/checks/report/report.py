"""The findings of a whole bitext."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from translate_kit import checks
from translate_kit.checks.bitext import Bitext, Row
from translate_kit.checks.knowledge import Knowledge
from translate_kit.model import Finding, Pair, Severity

_WORST_FIRST = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Checked:
    """A row and what was found in it, the worst first."""

    row: Row
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All rows of the ``files`` in reading order, those without a finding too."""

    files: tuple[str, ...]
    pair: Pair
    rows: tuple[Checked, ...]

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings of each severity there are."""
        found = Counter(f.severity for checked in self.rows for f in checked.findings)
        return {severity: found[severity] for severity in _WORST_FIRST}

    def at_least(self, least: Severity) -> list[Checked]:
        """The rows with a finding as bad as ``least`` or worse, and those findings; worst first.

        Rows whose worst finding is equally bad stay in reading order.
        """
        allowed = _WORST_FIRST[: _WORST_FIRST.index(least) + 1]
        found = [
            replace(checked, findings=tuple(f for f in checked.findings if f.severity in allowed))
            for checked in self.rows
        ]
        shown = [checked for checked in found if checked.findings]
        return sorted(shown, key=lambda each: _WORST_FIRST.index(each.findings[0].severity))


def review(
    bitext: Bitext,
    files: Sequence[str],
    knowledge: Knowledge,
    *,
    only: Collection[str] | None = None,
) -> Report:
    """Run the checks on every row and across them; ``only`` names those to run, None all.

    Raises NotKnown for a check that does not exist.
    """
    across = checks.DOCUMENT_TABLE.places()
    of_segments = None if only is None else [name for name in only if name not in across]
    of_documents = None if only is None else [name for name in only if name in across]
    texts = [(row.source, row.target) for row in bitext.rows]
    others = checks.check_document(texts, bitext.pair, knowledge, only=of_documents)
    rows = []
    for row, found in zip(bitext.rows, others, strict=True):
        own = checks.check(row.source, row.target, bitext.pair, knowledge, only=of_segments)
        findings = checks.worst_first(replace(f, where=row.where) for f in (*own, *found))
        rows.append(Checked(row, findings))
    return Report(tuple(files), bitext.pair, tuple(rows))
