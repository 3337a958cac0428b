"""What ``check`` does: reads the files, runs the checks, and shows what was found."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate_kit.checks import Knowledge
from translate_kit.checks.bitext import Wanted, read_bitext
from translate_kit.checks.explanation import explanations
from translate_kit.checks.report import Report, page, record, review, text_lines
from translate_kit.errors import UserError
from translate_kit.files import write_files
from translate_kit.messages import _
from translate_kit.model import Severity

if TYPE_CHECKING:
    from translate_kit.workspace import Workspace


def examine(
    workspace: "Workspace", files: Sequence[Path], wanted: Wanted, only: Sequence[str],
    country: str = "",
) -> Report:  # fmt: skip
    """The report on a source and its translation, or on one bilingual file, for readers of a
    country, else of the workspace's."""
    if len(files) not in (1, 2):
        raise UserError(_("name a source and its translation, or one bilingual file"))
    bitext = read_bitext(files, wanted)
    knowledge = Knowledge(workspace.glossary, workspace.contacts, country or workspace.country)
    return review(bitext, [file.name for file in files], knowledge, only=only or None)


def print_report(report: Report, least: Severity, *, as_json: bool) -> None:
    """The report on standard output."""
    if as_json:
        click.echo(json.dumps(record(report), ensure_ascii=False, indent=2))
        return
    for line in text_lines(report, least):
        click.echo(line)


def write_page(report: Report, out: Path, *, overwrite: bool) -> None:
    """The report as a page for a browser."""
    write_files({out: page(report).encode("utf-8")}, overwrite=overwrite)


def explain() -> None:
    """Every check with what it does."""
    for each in explanations():
        click.echo(click.style(f"{each.name}  {each.title}", bold=True))
        click.echo(click.wrap_text(each.text, initial_indent="  ", subsequent_indent="  ") + "\n")
