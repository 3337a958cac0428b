"""Every check on its table of cases, which language staff can extend.

A row is a pair of texts and what the check must remark on it: the words of the source, an arrow,
the words of the translation, several remarks parted by a bar; nothing where the pair is right.
"""

from pathlib import Path

import pytest

from translate_kit import checks
from translate_kit.files import read_table
from translate_kit.model import Finding, Pair, Span
from translate_kit.workspace import Workspace

CASES = Path(__file__).parent / "cases"
COLUMNS = ("pair", "source", "target", "remarks", "note")


@pytest.fixture(scope="module")
def knowledge(shipped: Workspace) -> checks.Knowledge:
    """What ships with translate-kit: the glossaries and the offices of sister cities."""
    return checks.Knowledge(shipped.glossary, shipped.contacts)


def _cases() -> list[tuple[str, ...]]:
    return [
        (path.stem, *(row.cells[column] for column in COLUMNS[:4]))
        for path in sorted(CASES.glob("*.csv"))
        for row in read_table(path, required=COLUMNS[:4], known=COLUMNS)
    ]


@pytest.mark.parametrize(("name", "pair", "source", "target", "remarks"), _cases())
def test_what_a_check_remarks(
    name: str, pair: str, source: str, target: str, remarks: str, knowledge: checks.Knowledge
) -> None:
    found = checks.check(source, target, Pair.parse(pair), knowledge, only=[name])

    assert [_shown(finding, source, target) for finding in found] == _expected(remarks)
    assert {finding.check for finding in found} <= {name}


def _shown(finding: Finding, source: str, target: str) -> str:
    return f"{_words(finding.source_span, source)} > {_words(finding.span, target)}".strip()


def _words(span: Span | None, text: str) -> str:
    return span.of(text) if span else ""


def _expected(remarks: str) -> list[str]:
    return [each.strip() for each in remarks.split("|")] if remarks else []
