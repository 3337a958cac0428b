"""How findings are shown at the terminal: how much each matters, in the interface language."""

import click

from translate_kit.messages import _
from translate_kit.model import Finding, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def severity_word(severity: Severity) -> str:
    """``error``, ``warning`` or ``note`` in the interface language."""
    words = {
        Severity.ERROR: _("error"),
        Severity.WARNING: _("warning"),
        Severity.NOTE: _("note"),
    }
    return words[severity]


def print_finding(finding: Finding, where: str) -> None:
    """One line on standard error: what is wrong and in which letter."""
    label = click.style(severity_word(finding.severity), fg=_COLOURS[finding.severity])
    click.echo(f"{label}: {where}: {finding.message}", err=True)
