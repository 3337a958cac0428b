"""The account of a run as one HTML page: what to read first, readable on a telephone."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from translate_kit import __version__
from translate_kit.batch.job import State
from translate_kit.batch.report.report import Line, Report, Shown, Term
from translate_kit.batch.report.wording import document_line, state_name, totals
from translate_kit.checks.report.pieces import article, filters, helps, whole_page
from translate_kit.messages import _, ngettext
from translate_kit.pipeline.wording import origin_word

_STYLE = Path(__file__).parent / "page.css"


def page(report: Report) -> str:
    """The whole page, in the interface language."""
    title = _("Report on a batch of translations")
    when = report.started.strftime("%Y-%m-%d %H:%M")
    head = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="files">{when} · translate-kit {__version__}</p>',
        f"<p>{escape(totals(report))}</p>",
        *_origins(report),
        filters(report.severities),
    ]
    parts = [
        "<header>",
        *head,
        "</header>",
        "<main>",
        *_segments(report),
        "</main>",
        *_documents(report),
        *_terms(report),
        *_machines(report),
        helps(report.checks),
    ]
    return whole_page(f"{title} {when}", "\n".join(parts), _STYLE.read_text(encoding="utf-8"))


def _origins(report: Report) -> Iterator[str]:
    """A bar of where the words come from, and its legend."""
    total = sum(report.origins.values())
    if not total:
        return
    parts = [
        f'<span class="{origin}" style="flex:{number}"></span>'
        for origin, number in report.origins.items()
    ]
    legend = [
        f'<span><i class="{origin}"></i> {escape(origin_word(origin))} {number:,} '
        f"({number / total:.0%})</span>"
        for origin, number in report.origins.items()
    ]
    yield f'<div class="share">{"".join(parts)}</div>'
    yield f'<div class="legend">{"".join(legend)}</div>'


def _segments(report: Report) -> Iterator[str]:
    yield _heading(_("Read these first"))
    worst = report.worst
    if not worst:
        yield _paragraph(_("Nothing was found."))
    yield from map(_segment, worst)
    if report.unshown:
        said = _("{n} less urgent places are not shown here; the XLIFF files (--xliff) have all.")
        yield _paragraph(said.format(n=report.unshown))


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _folded(title: str, content: str) -> str:
    return f"<details><summary>{escape(title)}</summary>{content}</details>"


def _segment(shown: Shown) -> str:
    made, origin = shown.sentence.translation, shown.sentence.origin
    where = f"{shown.document} → {made.pair.target} · {shown.sentence.where}"
    if shown.more:
        more = ngettext("and at {n} more place", "and at {n} more places", shown.more)
        where += f" · {more.format(n=shown.more)}"
    badge = f'<span class="badge {origin}">{escape(origin_word(origin))}</span>'
    texts = made.source, made.text
    return article(where, texts, shown.pair, shown.sentence.findings, badge)


def _documents(report: Report) -> Iterator[str]:
    yield _heading(_("Documents"))
    yield '<ul class="documents">'
    yield from map(_document, report.lines)
    for skipped in report.skipped:
        why = escape(_("skipped: {why}").format(why=skipped.why))
        yield f'<li>{escape(str(skipped.path))} <span class="check">{why}</span></li>'
    yield "</ul>"


def _document(line: Line) -> str:
    outcome = line.outcome
    failed = ' class="failed"' if outcome.state is State.FAILED else ""
    name = escape(f"{outcome.source.name.as_posix()} → {outcome.language}")
    said = escape(document_line(line))
    state = escape(state_name(outcome.state))
    return f'<li{failed}>{name} <strong>{state}</strong> <span class="check">{said}</span></li>'


def _terms(report: Report) -> Iterator[str]:
    if report.terms:
        rows = "\n".join(map(_term, sorted(report.terms.values(), key=_by_need)))
        yield _folded(_("Terms of the glossary"), f"<table>\n{rows}\n</table>")


def _by_need(term: Term) -> tuple[int, int]:
    """Missing ones first, then those used most."""
    return -term.missing, -term.targets.total()


def _term(term: Term) -> str:
    targets = ", ".join(f"{target} × {n}" for target, n in term.targets.most_common())
    missing = _("missing × {n}").format(n=term.missing) if term.missing else ""
    marked = f' <strong class="error">{escape(missing)}</strong>' if missing else ""
    return (
        f"<tr><td>{escape(term.source)}</td><td>{escape(str(term.pair))}</td>"
        f"<td>{escape(targets)}{marked}</td></tr>"
    )


def _machines(report: Report) -> Iterator[str]:
    """What produced the words of the machine."""
    if report.signatures:
        names = "".join(f"<li>{escape(each)}</li>" for each in report.signatures)
        yield _folded(_("Engines and models"), f"<ul>{names}</ul>")
