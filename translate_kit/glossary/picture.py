"""The coverage of the glossary as a picture: a grid of domains and languages, as SVG.

A cell is filled from the left as far as preferred terms go, darker as far as a second reader has
signed them; the number is the share of concepts covered.
"""

from collections.abc import Iterator, Mapping
from html import escape

from translate_kit.glossary.concept import Status
from translate_kit.glossary.statistics import Coverage
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

_LEFT, _TOP, _CELL, _ROW, _GAP = 190, 60, 120, 26, 4
_EMPTY, _COVERED, _READ, _TEXT = "#ececec", "#9ecae1", "#3182bd", "#222222"
_LEGEND = 46


def svg_bytes(table: Mapping[str, Mapping[str, Coverage]], *, title: str) -> bytes:
    """The picture of a table of coverage; text stays text, and nothing else is loaded."""
    return "\n".join(_picture(table, title)).encode("utf-8")


def _picture(table: Mapping[str, Mapping[str, Coverage]], title: str) -> Iterator[str]:
    width = _LEFT + len(LANGUAGES) * (_CELL + _GAP) + 10
    height = _TOP + (len(table) + 1) * (_ROW + _GAP) + _LEGEND
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13" role="img">'
    )
    yield f"<title>{escape(title)}</title>"
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    yield _text(10, 24, title, size=16)
    for column, language in enumerate(LANGUAGES):
        yield _text(_LEFT + column * (_CELL + _GAP) + _CELL / 2, _TOP - 8, language, "middle")
    for row, (domain, by_language) in enumerate(table.items()):
        top = _TOP + row * (_ROW + _GAP)
        count = by_language[LANGUAGES[0]].concepts
        yield _text(_LEFT - 10, top + 18, f"{domain or _('all')} ({count})", "end")
        for column, language in enumerate(LANGUAGES):
            yield from _cell(_LEFT + column * (_CELL + _GAP), top, by_language[language])
    yield from _legend(_TOP + len(table) * (_ROW + _GAP) + 24)
    yield "</svg>\n"


def _cell(left: float, top: float, coverage: Coverage) -> Iterator[str]:
    whole = coverage.concepts or 1
    yield _bar(left, top, _CELL, _EMPTY)
    yield _bar(left, top, _CELL * coverage.covered / whole, _COVERED)
    yield _bar(left, top, _CELL * coverage.read / whole, _READ)
    waiting = coverage.terms.get(Status.PROPOSED, 0) + coverage.terms.get(Status.IN_REVIEW, 0)
    more = f" +{waiting}" if waiting else ""
    yield _text(left + _CELL / 2, top + 18, f"{coverage.percent}%{more}", "middle")


def _legend(top: float) -> Iterator[str]:
    told = (
        (_COVERED, _("preferred term")),
        (_READ, _("signed by a second reader")),
        (_EMPTY, _("no preferred term; +n: proposals that wait")),
    )
    left = 10.0
    for colour, text in told:
        yield f'<rect x="{left}" y="{top}" width="14" height="14" fill="{colour}"/>'
        yield _text(left + 20, top + 12, text)
        left += 40 + sum(13 if ord(character) > 0x2E7F else 7 for character in text)


def _bar(left: float, top: float, width: float, colour: str) -> str:
    return f'<rect x="{left:g}" y="{top:g}" width="{width:.2f}" height="{_ROW}" fill="{colour}"/>'


def _text(left: float, top: float, text: str, anchor: str = "start", *, size: int = 13) -> str:
    return (
        f'<text x="{left:g}" y="{top:g}" text-anchor="{anchor}" font-size="{size}"'
        f' fill="{_TEXT}">{escape(text)}</text>'
    )
