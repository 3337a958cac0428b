"""A report as one self-contained HTML page: the worst first, readable on a telephone.

It loads nothing and runs no script; severities are shown and hidden by style alone.
"""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from translate_kit.checks.explanation import Explanation, explanations
from translate_kit.checks.report.report import Checked, Report
from translate_kit.checks.report.wording import severity_name, summary
from translate_kit.messages import _, active_language
from translate_kit.model import Finding, Severity, Span

_STYLE = Path(__file__).parent / "page.css"
_TAGS = {"zh": "zh-Hans", "en": "en", "ru": "ru", "ko": "ko", "ja": "ja"}
_Mark = tuple[Span, Severity]


def page(report: Report) -> str:
    """The whole page, in the interface language."""
    names = " · ".join(report.files)
    title, heading = _("Check of {files}").format(files=names), _("Check of a translation")
    nothing = _("Nothing was found.")
    paragraph = f"<p>{escape(nothing)}</p>"
    rows = "\n".join(_article(checked, report) for checked in report.at_least(Severity.NOTE))
    return f"""\
<!DOCTYPE html>
<html lang="{_TAGS[active_language()]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>
{_STYLE.read_text(encoding="utf-8")}</style>
</head>
<body>
<header>
<h1>{escape(heading)}</h1>
<p class="files">{escape(names)}</p>
<p>{escape(summary(report))}</p>
<fieldset class="filters">{"".join(_filters(report))}</fieldset>
</header>
<main>
{rows or paragraph}
</main>
{_helps(report)}
</body>
</html>
"""


def _filters(report: Report) -> Iterator[str]:
    for severity, number in report.counts.items():
        label = f"{escape(severity_name(severity))} {number}"
        yield (
            f'<label><input type="checkbox" id="show-{severity.value}" checked>'
            f'<strong class="{severity.value}">{label}</strong></label>'
        )


def _article(checked: Checked, report: Report) -> str:
    worst = checked.findings[0].severity.value
    row, pair = checked.row, report.pair
    ours = [(f.source_span, f.severity) for f in checked.findings if f.source_span]
    theirs = [(f.span, f.severity) for f in checked.findings if f.span]
    findings = "\n".join(_finding(finding) for finding in checked.findings)
    return f"""\
<article class="{worst}">
<p class="where">{escape(row.where)}</p>
<div class="texts">
<p lang="{_TAGS[pair.source]}">{_marked(row.source, ours)}</p>
<p lang="{_TAGS[pair.target]}">{_marked(row.target, theirs)}</p>
</div>
<ul>
{findings}
</ul>
</article>"""


def _finding(finding: Finding) -> str:
    kind, name = finding.severity.value, escape(severity_name(finding.severity))
    return (
        f'<li class="{kind}"><strong class="{kind}">{name}</strong> {escape(finding.message)} '
        f'<span class="check">{escape(finding.check)}</span></li>'
    )


def _marked(text: str, marks: Iterable[_Mark]) -> str:
    """The text with its spans marked; of spans that overlap, the first and worst is shown."""
    pieces: list[str] = []
    done = 0
    for span, severity in _apart(marks):
        pieces.append(escape(text[done : span.start]))
        pieces.append(f'<mark class="{severity.value}">{escape(span.of(text))}</mark>')
        done = span.end
    return "".join(pieces) + escape(text[done:])


def _apart(marks: Iterable[_Mark]) -> list[_Mark]:
    kept: list[_Mark] = []
    for span, severity in marks:
        free = all(span.end <= other.start or other.end <= span.start for other, _severity in kept)
        if span.start < span.end and free:
            kept.append((span, severity))
    return sorted(kept, key=lambda mark: mark[0].start)


def _helps(report: Report) -> str:
    """What the checks that found something do."""
    spoken = {finding.check for checked in report.rows for finding in checked.findings}
    entries = "\n".join(_help(each) for each in explanations() if each.name in spoken)
    if not entries:
        return ""
    heading = escape(_("What the checks do"))
    return f"<details><summary>{heading}</summary>\n<dl>\n{entries}\n</dl>\n</details>"


def _help(explanation: Explanation) -> str:
    return (
        f"<dt>{escape(explanation.title)} "
        f'<span class="check">{escape(explanation.name)}</span></dt>\n'
        f"<dd>{escape(explanation.text)}</dd>"
    )
