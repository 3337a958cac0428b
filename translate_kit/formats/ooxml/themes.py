"""The fonts of a theme, of master slides, tables and charts, which hold where a run names none;
and how points on slides are numbered."""

from translate_kit.formats.ooxml.drawrun import fit_fonts
from translate_kit.formats.ooxml.numerals import adapt_points
from translate_kit.formats.ooxml.relations import reachable
from translate_kit.formats.package import Package
from translate_kit.formats.xml import kind

_DRAWN = frozenset(
    ("slide", "slideMaster", "slideLayout", "notesSlide", "notesMaster", "handoutMaster", "drawing",
     "tableStyles", "chart", "chartEx", "chartUserShapes", "diagramData", "diagramDrawing")
)  # fmt: skip
"""Roles of the parts that have properties of DrawingML's text."""
_THEME = frozenset(("a:majorFont", "a:minorFont"))
_TEXT = frozenset(("a:defRPr", "a:rPr", "a:endParaRPr", "a:font"))


def adapt_themes(package: Package, main: str, language: str) -> None:
    """Replace fonts that lack the letters of ``language``, in themes and wherever text is drawn."""
    _fit(package, main, _TEXT, language)
    for relation in reachable(package, main):
        if relation.role == "theme":
            _fit(package, relation.part, _THEME, language)
        elif relation.role in _DRAWN:
            _fit(package, relation.part, _TEXT, language)


def _fit(package: Package, part: str, kinds: frozenset[str], language: str) -> None:
    root = package.tree(part)
    changed = [fit_fonts(each, language) for each in root.iter() if kind(each) in kinds]
    changed.append(adapt_points(root, language))
    if any(changed):
        package.touch(part)
