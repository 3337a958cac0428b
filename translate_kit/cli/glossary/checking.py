"""What ``glossary check`` does: examines the files, then the glossary, and reports."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.cli.findings import severity_word
from translate_kit.errors import BadData, UserError
from translate_kit.messages import _, active_language, ngettext
from translate_kit.model import Severity

if TYPE_CHECKING:
    from translate_kit.glossary.checks import Result
    from translate_kit.standards import Standards
    from translate_kit.standards.citation import Citation

FILES = "files"
"""The name under which trouble with the files themselves is reported."""
ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report: ``place`` in the glossary, ``file`` and ``line`` on the disk."""

    severity: Severity
    check: str
    place: str
    message: str
    file: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, the worst first, in which revision; that is empty where it can't be read."""

    lines: Sequence[Line]
    revision: str = ""

    def down_to(self, level: Severity) -> Report:
        """Without what matters less."""
        worst = ORDER[: ORDER.index(level) + 1]
        return Report([line for line in self.lines if line.severity in worst], self.revision)


def examine_folders(
    folders: Sequence[Path],
    standards: Standards,
    day: date,
    *,
    names: Collection[str],
    domains: Collection[str],
) -> Report:
    """The report on a glossary.

    Where files can't be read, only that: the other checks need the whole. Raises NotKnown for the
    name of no check or domain.
    """
    from translate_kit.glossary.checks import Examined, examine
    from translate_kit.glossary.files_on_disk import blanks, broken

    troubles = [_of_error(error) for error in broken(folders)]
    if troubles:
        return Report(troubles)
    from translate_kit.glossary.store import Glossary

    glossary = Glossary.load(folders)
    for domain in domains:
        glossary.known_domain(domain)
    results = examine(Examined(glossary, superseded(standards, day)), names or None)
    chosen = [
        result
        for result in results
        if not domains or glossary.concepts[result.remark.place.concept].domain in domains
    ]
    lines = list(_of_results(chosen, folders))
    if not names or FILES in names:
        message = _("blanks at the ends of column “{column}”")
        lines += [
            Line(Severity.WARNING, FILES, "", message.format(column=column),
                 _short(spot.file), spot.line)
            for spot, column in blanks(folders)
        ]  # fmt: skip
    lines.sort(key=lambda each: ORDER.index(each.severity))
    return Report(lines, glossary.revision)


def refuse_errors(folders: Sequence[Path], standards: Standards, day: date) -> None:
    """Raises UserError where the check finds an error, with the first of them."""
    report = examine_folders(folders, standards, day, names=(), domains=())
    errors = report.down_to(Severity.ERROR).lines
    if errors:
        said = ngettext(
            "the check finds {n} error, nothing was written; see “glossary check”: {first}",
            "the check finds {n} errors, nothing was written; see “glossary check”: {first}",
            len(errors),
        )
        raise UserError(said.format(n=len(errors), first=text_of(errors[0])))


def superseded(standards: Standards, day: date) -> Callable[[str], Mapping[str, str]]:
    """What finds editions of standards in a text that are no longer in force on that day."""
    from translate_kit.standards.citation import Trouble, questionable

    def find(text: str) -> dict[str, str]:
        if not any(map(str.isdigit, text)):
            return {}
        return {
            each.found.text: _instead(each)
            for each in questionable(standards, text, day)
            if each.trouble in (Trouble.SUPERSEDED, Trouble.WITHDRAWN)
        }

    return find


def _instead(citation: Citation) -> str:
    """What to name instead of an edition."""
    if citation.in_force:
        return _("in force: {code}").format(code=citation.in_force)
    later = ", ".join(citation.replaced_by)
    return _("replaced by: {codes}").format(codes=later) if later else _("withdrawn")


def _of_error(error: UserError) -> Line:
    if isinstance(error, BadData):
        place = error.field or ""
        file = _short(Path(error.file))
        return Line(Severity.ERROR, FILES, place, error.why, file, error.line)
    return Line(Severity.ERROR, FILES, "", str(error))


def _of_results(results: Sequence[Result], folders: Sequence[Path]) -> Iterator[Line]:
    from translate_kit.glossary.files_on_disk import spot_of, spots

    known = spots(folders) if results else {}
    for result in results:
        place = result.remark.place
        spot = spot_of(place, known)
        named = f"{place.concept} {place.language} “{place.term}”" if place.term else str(place)
        yield Line(
            result.severity,
            result.check,
            named,
            result.remark.message,
            _short(spot.file) if spot else "",
            spot.line if spot else None,
        )


def _short(file: Path) -> str:
    """A path as a person in this folder would write it."""
    try:
        return str(file.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(file)


def text_of(line: Line) -> str:
    """A line for the terminal: file and line first, so that an editor can jump there."""
    where = f"{line.file}:{line.line or 1}: " if line.file else ""
    place = f"{line.place}: " if line.place else ""
    return f"{where}{severity_word(line.severity)}: {line.check}: {place}{line.message}"


def json_of(lines: Iterable[Line]) -> str:
    """The report for other programs."""
    records = [
        {
            "severity": line.severity.value,
            "check": line.check,
            "place": line.place,
            "message": line.message,
            "file": line.file,
            "line": line.line,
        }
        for line in lines
    ]
    return json.dumps(records, ensure_ascii=False, indent=2)


def summary(lines: Sequence[Line]) -> str:
    """How many errors, warnings and notes there are."""
    counts = {each: sum(line.severity is each for line in lines) for each in ORDER}
    parts = (
        ngettext("{n} error", "{n} errors", counts[Severity.ERROR]),
        ngettext("{n} warning", "{n} warnings", counts[Severity.WARNING]),
        ngettext("{n} note", "{n} notes", counts[Severity.NOTE]),
    )
    return ", ".join(part.format(n=counts[each]) for part, each in zip(parts, ORDER, strict=True))


def explain() -> Iterator[str]:
    """Every check with what it does and how to mend what it finds."""
    from translate_kit.glossary.checks import TABLE, help_of

    for name in TABLE.places():
        title, text = help_of(name, active_language())
        yield f"{name}: {title}"
        yield click.wrap_text(text, initial_indent="    ", subsequent_indent="    ")
