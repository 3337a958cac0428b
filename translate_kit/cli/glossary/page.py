"""The report of ``glossary check`` as a page to read, print and send: no script, no other file."""

from collections.abc import Iterator, Sequence
from html import escape

from translate_kit.cli.findings import severity_word
from translate_kit.cli.glossary.checking import FILES, Line, Report, summary
from translate_kit.glossary.checks import TABLE, help_of
from translate_kit.messages import _, active_language

_STYLE = """
body { font-family: sans-serif; max-width: 70em; margin: 2em auto; padding: 0 1em; color: #222; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.5em; }
th, td { text-align: left; vertical-align: top; padding: .3em .6em; border-bottom: 1px solid #ddd; }
.error { color: #b00020; } .warning { color: #8a5a00; } .note { color: #445; }
.file { color: #667; font-size: .85em; } p.help { color: #445; }
"""


def page_bytes(report: Report) -> bytes:
    """The report as HTML, a table for every check that found something."""
    return "\n".join(_page(report)).encode("utf-8")


def _page(report: Report) -> Iterator[str]:
    lines = report.lines
    title = escape(_("Check of the glossary"))
    yield f'<!doctype html>\n<html lang="{active_language()}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    about = _("Revision {revision}: {summary}").format(
        revision=report.revision or "?", summary=summary(lines)
    )
    yield f"<p>{escape(about)}</p>"
    for check in dict.fromkeys(line.check for line in lines):
        yield from _section(check, [line for line in lines if line.check == check])
    yield "</body>\n</html>\n"


def _section(check: str, lines: Sequence[Line]) -> Iterator[str]:
    title, text = help_of(check, active_language()) if check in TABLE.places() else (_("Files"), "")
    yield f"<h2>{escape(title)} ({len(lines)})</h2>"
    if check != FILES:
        yield f'<p class="help">{escape(text)}</p>'
    heads = (_("severity"), _("place"), _("finding"))
    yield "<table><thead><tr>" + "".join(f"<th>{escape(head)}</th>" for head in heads)
    yield "</tr></thead><tbody>"
    for line in lines:
        where = f"{line.file}:{line.line}" if line.line else line.file
        yield (
            f'<tr><td class="{line.severity.value}">{escape(severity_word(line.severity))}</td>'
            f'<td>{escape(line.place)}<div class="file">{escape(where)}</div></td>'
            f"<td>{escape(line.message)}</td></tr>"
        )
    yield "</tbody></table>"
