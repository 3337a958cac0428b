"""Word documents (docx, docm and their templates), part by part.

Macros are kept untouched. Text that is not shown (deleted, hidden, field codes) stays as it is.
"""

from collections.abc import Iterator
from pathlib import Path

from translate_kit.formats import slots
from translate_kit.formats.ooxml.language import adapt
from translate_kit.formats.ooxml.package_kinds import main_part
from translate_kit.formats.ooxml.properties import property_slots
from translate_kit.formats.ooxml.relations import reachable
from translate_kit.formats.ooxml.themes import adapt_themes
from translate_kit.formats.ooxml.walk import part_slots
from translate_kit.formats.package import Package
from translate_kit.formats.slots import Slot
from translate_kit.messages import _
from translate_kit.model import Document


def read(path: Path) -> Document:
    """The texts of the document: body, then headers, notes, comments as their parts follow."""
    return slots.document(_slots(Package(path)))


def write(document: Document, original: Path, language: str) -> bytes:
    """The document in ``language``; see ``Format.write``."""
    package = Package(original)
    if slots.fill(_slots(package), document, language, package.touch):
        main = main_part(package, "docx")
        adapt(package, main, language)
        adapt_themes(package, main, language)
    return package.save()


def _slots(package: Package) -> Iterator[list[Slot]]:
    main = main_part(package, "docx")
    yield property_slots(package)
    yield from part_slots(package.tree(main), main, _("body"))
    stories = _stories()
    told = [each for each in reachable(package, main) if each.role in stories]
    for relation in sorted(told, key=lambda each: list(stories).index(each.role)):
        tree = package.tree(relation.part)
        yield from part_slots(tree, relation.part, stories[relation.role])


def _stories() -> dict[str, str]:
    """Roles of the parts that hold text, in reading order -> what the reader calls them."""
    return {
        "chart": _("chart"),
        "chartEx": _("chart"),
        "chartUserShapes": _("chart"),
        "diagramData": _("SmartArt"),
        "diagramDrawing": _("SmartArt"),
        "header": _("header"),
        "footer": _("footer"),
        "footnotes": _("footnotes"),
        "endnotes": _("endnotes"),
        "comments": _("comments"),
    }
