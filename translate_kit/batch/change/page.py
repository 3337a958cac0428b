"""What a change of the glossary touches as one self-contained HTML page, before and after."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape

from translate_kit.batch.change.account import Account
from translate_kit.batch.change.renewal import Renewed
from translate_kit.batch.change.wording import state_name, summary
from translate_kit.checks.report.pieces import article, filters, whole_page
from translate_kit.messages import _
from translate_kit.model import Finding, Severity


def page(done: Account) -> str:
    """The whole page, in the interface language; what is left to a person first."""
    title = _("A change of the glossary, carried out")
    ordered = sorted(done.renewed, key=lambda each: each.state.done)
    nothing = f"<p>{escape(_('Nothing was found.'))}</p>"
    body = f"""\
<header>
<h1>{escape(title)}</h1>
<p>{escape(summary(done))}</p>
{filters(_counts(done))}
</header>
<main>
{chr(10).join(map(_article, ordered)) or nothing}
</main>"""
    return whole_page(title, body)


def _counts(done: Account) -> Mapping[Severity, int]:
    counted = Counter(finding.severity for each in done.renewed for finding in _findings(each))
    return {severity: counted[severity] for severity in Severity}


def _article(each: Renewed) -> str:
    passage = each.passage
    where = f"{passage.document} · {passage.number} · {passage.where}"
    return article(where, (passage.source, passage.target), passage.pair, list(_findings(each)))


def _findings(each: Renewed) -> Iterator[Finding]:
    grade = Severity.NOTE if each.state.done else Severity.WARNING
    said = state_name(each.state)
    if each.after:
        said = _("{state}: {text}").format(state=said, text=each.after)
    yield Finding(grade, " ".join(each.concepts), said)
    for finding in each.translation.findings if each.translation else ():
        yield replace(finding, span=None)  # which lies in the new text, and the old one is shown
