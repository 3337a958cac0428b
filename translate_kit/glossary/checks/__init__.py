"""Checks of the glossary: what language staff should look at before a release.

A check is a function in a file of its own, a row of the table below, a row of ``severities.csv``
and a table of cases in the tests (``tests/glossary/cases/checks``). Checks of plug-ins come by
entry points of the group ``translate_kit.glossary_checks``.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate_kit.files import read_table
from translate_kit.glossary.checks.examined import Examined, GlossaryCheck, Remark
from translate_kit.model import Severity
from translate_kit.plugins import Table

__all__ = ["TABLE", "Examined", "GlossaryCheck", "Remark", "Result", "examine", "help_of"]

_NAMES = (
    "missing_preferred", "two_preferred", "country_variants", "forbidden_preferred",
    "duplicates", "homographs", "references", "wrong_script", "lookalikes", "width", "invisible",
    "letter_case",
    "alternatives", "grammar_notes", "russian_forms", "korean_spacing", "japanese_reading",
    "nested", "numbers_differ", "superseded_standards", "definitions",
)  # fmt: skip

TABLE = Table(
    "glossary_checks",
    "check",
    {name: f"translate_kit.glossary.checks.{name}:check" for name in _NAMES},
)
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Result:
    """A remark with the check that made it and how much it matters."""

    check: str
    severity: Severity
    remark: Remark


def examine(examined: Examined, names: Collection[str] | None = None) -> Iterator[Result]:
    """The results of the checks of those names, or of all; raises NotKnown for no check's name."""
    for name in names or TABLE.places():
        run: GlossaryCheck = TABLE.load(name)
        for remark in run(examined):
            yield Result(name, _severities().get(name, Severity.WARNING), remark)


def help_of(name: str, language: str = "en") -> tuple[str, str]:
    """What a check is called, and what it does and how to mend what it finds.

    In English, which its docstring says, or in Chinese, which ``help_zh.csv`` does; plug-ins speak
    English only.
    """
    chinese = _chinese().get(name) if language == "zh" else None
    if chinese:
        return chinese
    lines = (TABLE.load(name).__doc__ or name).strip().splitlines()
    return lines[0].rstrip("."), " ".join(line.strip() for line in lines[1:] if line.strip())


@cache
def _chinese() -> Mapping[str, tuple[str, str]]:
    columns = ("check", "title", "help")
    rows = read_table(_FOLDER / "help_zh.csv", required=columns, known=columns)
    return {row.cells["check"]: (row.cells["title"], row.cells["help"]) for row in rows}


@cache
def _severities() -> Mapping[str, Severity]:
    rows = read_table(
        _FOLDER / "severities.csv",
        required=("check", "severity"),
        known=("check", "severity", "note"),
    )
    return {row.cells["check"]: Severity(row.cells["severity"]) for row in rows}
