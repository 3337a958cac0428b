"""What reports call things in the interface language."""

from translate_kit.checks.report.report import Report
from translate_kit.messages import _, ngettext
from translate_kit.model import Severity


def severity_name(severity: Severity) -> str:
    """``error``, ``warning`` or ``note`` in the interface language."""
    names = {
        Severity.ERROR: _("error"),
        Severity.WARNING: _("warning"),
        Severity.NOTE: _("note"),
    }
    return names[severity]


def summary(report: Report) -> str:
    """One line: how many segments were checked, and what was found."""
    errors, warnings, notes = report.counts.values()
    number = len(report.rows)
    checked = ngettext("{n} segment checked", "{n} segments checked", number).format(n=number)
    found = (
        ngettext("{n} error", "{n} errors", errors).format(n=errors),
        ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
        ngettext("{n} note", "{n} notes", notes).format(n=notes),
    )
    return _("{checked} ({pair}): {found}").format(
        checked=checked, pair=report.pair, found=_(", ").join(found)
    )
