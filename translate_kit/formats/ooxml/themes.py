"""The fonts of a theme and of master slides, which hold where a run names none."""

from translate_kit.formats.ooxml.drawrun import fit_fonts
from translate_kit.formats.ooxml.relations import reachable
from translate_kit.formats.package import Package
from translate_kit.formats.xml import kind

_MASTERS = frozenset(("slideMaster", "slideLayout"))
_FONTS = frozenset(("a:majorFont", "a:minorFont"))


def adapt_themes(package: Package, main: str, language: str) -> None:
    """Replace fonts that lack the letters of ``language``, in themes and in master slides."""
    for relation in reachable(package, main):
        if relation.role == "theme":
            wanted = _FONTS
        elif relation.role in _MASTERS:
            wanted = frozenset(("a:defRPr", "a:rPr", "a:endParaRPr"))
        else:
            continue
        for properties in package.tree(relation.part).iter():
            if kind(properties) in wanted and fit_fonts(properties, language):
                package.touch(relation.part)
