"""The pieces of a self-contained HTML page about translations; nothing is loaded, no script runs.

Severities are shown and hidden by style alone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from translate_kit.checks.explanation import Explanation, explanations
from translate_kit.checks.report.wording import severity_name
from translate_kit.messages import _, active_language
from translate_kit.model import Finding, Pair, Severity, Span

_STYLE = Path(__file__).parent / "page.css"
_TAGS = {"zh": "zh-Hans", "en": "en", "ru": "ru", "ko": "ko", "ja": "ja"}
_Mark = tuple[Span, Severity]


def whole_page(title: str, body: str, style: str = "") -> str:
    """The page around ``body``; ``style`` is added to the common one."""
    return f"""\
<!DOCTYPE html>
<html lang="{_TAGS[active_language()]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>
{_STYLE.read_text(encoding="utf-8")}{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def filters(counts: Mapping[Severity, int]) -> str:
    """A box for each severity that shows and hides its findings, with how many there are."""
    return f'<fieldset class="filters">{"".join(_filters(counts))}</fieldset>'


def _filters(counts: Mapping[Severity, int]) -> Iterator[str]:
    for severity, number in counts.items():
        label = f"{escape(severity_name(severity))} {number}"
        yield (
            f'<label><input type="checkbox" id="show-{severity.value}" checked>'
            f'<strong class="{severity.value}">{label}</strong></label>'
        )


def article(
    where: str, texts: tuple[str, str], pair: Pair, found: Collection[Finding], badge: str = ""
) -> str:
    """A segment (source, target) with its findings, the worst first, at least one.

    ``badge`` is HTML that stands behind the place.
    """
    worst = next(iter(found)).severity.value
    ours = [(f.source_span, f.severity) for f in found if f.source_span]
    theirs = [(f.span, f.severity) for f in found if f.span]
    findings = "\n".join(_finding(finding) for finding in found)
    return f"""\
<article class="{worst}">
<p class="where">{escape(where)}{badge}</p>
<div class="texts">
<p lang="{_tag(pair.source)}">{_marked(texts[0], ours)}</p>
<p lang="{_tag(pair.target)}">{_marked(texts[1], theirs)}</p>
</div>
<ul>
{findings}
</ul>
</article>"""


def _tag(language: str) -> str:
    return _TAGS.get(language, language)


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


def helps(spoken: Collection[str]) -> str:
    """What the checks of these names do, folded away; empty where none has an explanation."""
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
