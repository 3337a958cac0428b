"""The table of severities, and what the checks promise of each other."""

from pathlib import Path

import pytest

from translate_kit import checks
from translate_kit.checks.explanation import explanations
from translate_kit.checks.severities import severity
from translate_kit.errors import NotKnown
from translate_kit.files import read_table
from translate_kit.model import Pair, Severity

CASES = Path(__file__).parent / "cases"
COLUMNS = ("pair", "source", "target", "remarks", "note")
NAMES = [*checks.TABLE.builtin, *checks.DOCUMENT_TABLE.builtin]


@pytest.mark.parametrize("name", NAMES)
def test_every_check_has_severities_and_help(name: str) -> None:
    graded = severity(name, Pair("zh", "ru"), sure=True)
    (explained,) = [each for each in explanations() if each.name == name]

    assert graded in Severity
    assert explained.title
    assert len(explained.text) > 40


@pytest.mark.parametrize("name", checks.TABLE.builtin)
def test_every_check_has_cases_of_right_and_wrong_pairs(name: str) -> None:
    rows = read_table(CASES / f"{name}.csv", required=COLUMNS[:4], known=COLUMNS)
    spoken = [row.cells["remarks"] for row in rows]

    assert any(spoken)
    assert not all(spoken)


def test_a_check_of_a_plugin_without_a_row_warns() -> None:
    assert severity("of_a_plugin", Pair("zh", "ru"), sure=True) is Severity.WARNING


def test_an_unknown_check_is_refused() -> None:
    with pytest.raises(NotKnown, match="numbers"):
        checks.check("三", "three", Pair("zh", "en"), only=["numbrs"])


def test_the_worst_is_first() -> None:
    found = checks.check("急需3万套,近三十家.", "Need 3,000, , 防护.", Pair("zh", "en"))

    assert [f.severity for f in found] == sorted(
        (f.severity for f in found), key=list(Severity).index
    )
    assert {f.severity for f in found} >= {Severity.ERROR, Severity.WARNING}
