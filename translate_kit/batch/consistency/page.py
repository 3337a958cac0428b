"""The inconsistencies as one self-contained HTML page, readable on a telephone."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from translate_kit.batch.consistency.inconsistency import Inconsistency, Kind, Rendering, Use
from translate_kit.batch.consistency.wording import kind_name, rendering_name, summary
from translate_kit.checks.report.pieces import article, filters, whole_page
from translate_kit.messages import _
from translate_kit.model import Finding, Severity

_STYLE = """\
h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid var(--line); padding: .3rem .4rem; overflow-wrap: anywhere; }
td:last-child { text-align: right; }
"""


def page(found: Sequence[Inconsistency], passages: int, documents: int) -> str:
    """The whole page, in the interface language."""
    title = _("Terms said in several ways")
    sections = [line for each in found for line in _section(each)]
    nothing = f"<p>{escape(_('Nothing was found.'))}</p>"
    body = f"""\
<header>
<h1>{escape(title)}</h1>
<p>{escape(summary(found, passages, documents))}</p>
{filters(_counts(found))}
</header>
<main>
{chr(10).join(sections) or nothing}
</main>"""
    return whole_page(title, body, _STYLE)


def _counts(found: Sequence[Inconsistency]) -> Mapping[Severity, int]:
    counted = Counter(_grade(use) for each in found for _rendering, use in each.to_mend)
    return {severity: counted[severity] for severity in (Severity.WARNING, Severity.NOTE)}


def _grade(use: Use) -> Severity:
    """A place that no known term says may be right."""
    return Severity.WARNING if use.span else Severity.NOTE


def _section(each: Inconsistency) -> Iterator[str]:
    name = f"{each.source} ({each.concept})" if each.concept else each.source
    wanted = each.wanted or _("decide which to write")
    yield f"<section>\n<h2>{escape(name)} → {escape(wanted)}</h2>"
    yield f'<p class="where">{escape(kind_name(each.kind))} · {escape(str(each.pair))}</p>'
    rows = "\n".join(_row(rendering, each.kind) for rendering in each.renderings)
    yield f"<table>\n{rows}\n</table>"
    yield from (_place(each, rendering, use) for rendering, use in each.to_mend)
    yield "</section>"


def _row(rendering: Rendering, kind: Kind) -> str:
    name = escape(rendering_name(rendering, kind))
    shown = name if rendering.good else f'<strong class="warning">{name}</strong>'
    return f"<tr><td>{shown}</td><td>{len(rendering.uses)} ×</td></tr>"


def _place(each: Inconsistency, rendering: Rendering, use: Use) -> str:
    passage = use.passage
    where = f"{passage.document} · {passage.number} · {passage.where}"
    found = Finding(
        _grade(use), each.concept, _told(each, rendering, use), where, use.span, use.source_span
    )
    return article(where, (passage.source, passage.target), passage.pair, [found])


def _told(each: Inconsistency, rendering: Rendering, use: Use) -> str:
    if use.rewritten:
        doubt = "" if use.sure else " " + _("(look at it)")
        return _("should read: {text}").format(text=use.rewritten) + doubt
    if not each.wanted:
        return _("decide which to write")
    if use.span is None:
        return _("said by no term of the glossary; it is “{wanted}”").format(wanted=each.wanted)
    message = _("“{rendering}”: write “{wanted}”")
    return message.format(rendering=rendering.text, wanted=each.wanted)
