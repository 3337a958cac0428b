"""A report as one self-contained HTML page: the worst first, readable on a telephone."""

from html import escape

from translate_kit.checks.report.pieces import article, filters, helps, whole_page
from translate_kit.checks.report.report import Checked, Report
from translate_kit.checks.report.wording import summary
from translate_kit.messages import _
from translate_kit.model import Severity


def page(report: Report) -> str:
    """The whole page, in the interface language."""
    names = " · ".join(report.files)
    heading, nothing = _("Check of a translation"), _("Nothing was found.")
    rows = "\n".join(_article(checked, report) for checked in report.at_least(Severity.NOTE))
    body = f"""\
<header>
<h1>{escape(heading)}</h1>
<p class="files">{escape(names)}</p>
<p>{escape(summary(report))}</p>
{filters(report.counts)}
</header>
<main>
{rows or f"<p>{escape(nothing)}</p>"}
</main>
{helps({finding.check for checked in report.rows for finding in checked.findings})}"""
    return whole_page(_("Check of {files}").format(files=names), body)


def _article(checked: Checked, report: Report) -> str:
    row = checked.row
    return article(row.where, (row.source, row.target), report.pair, checked.findings)
