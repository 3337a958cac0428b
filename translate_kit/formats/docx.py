"""Word documents (docx, docm and their templates), part by part.

Macros are kept untouched. Text that is not shown (deleted, hidden, field codes) stays as it is.
"""

from collections.abc import Iterator
from pathlib import Path

from translate_kit.formats import slots
from translate_kit.formats.ooxml import bindings
from translate_kit.formats.ooxml.charts import chart_book
from translate_kit.formats.ooxml.embedded import embedded_slots, page_slots
from translate_kit.formats.ooxml.language import adapt_language, fit_stories
from translate_kit.formats.ooxml.numbering import numbering_slots
from translate_kit.formats.ooxml.numerals import adapt_pages
from translate_kit.formats.ooxml.package_kinds import main_part
from translate_kit.formats.ooxml.properties import property_slots, unsign
from translate_kit.formats.ooxml.relations import Relation, reachable
from translate_kit.formats.ooxml.themes import adapt_themes
from translate_kit.formats.ooxml.walk import part_slots
from translate_kit.formats.package import Package
from translate_kit.formats.slots import Slot
from translate_kit.formats.xml import Element, own
from translate_kit.messages import _
from translate_kit.model import Document


def read(path: Path) -> Document:
    """The texts of the document: body, then charts, headers, notes, comments."""
    return slots.document(_slots(Package(path)))


def write(document: Document, original: Path, language: str) -> bytes:
    """The document in ``language``; see ``Format.write``."""
    package = Package(original)
    if slots.fill(_slots(package), document, language, package.touch):
        _finish(package, language)
    return package.save()


def _finish(package: Package, language: str) -> None:
    """What follows the texts: bound stores, styles, numbering, themes; a signature is void."""
    main = main_part(package, "docx")
    written = [main, *(each.part for each in reachable(package, main) if each.role in _WRITTEN)]
    bindings.follow(package, main, {part: package.tree(part) for part in written})
    adapt_language(package, main, language)
    fit_stories(package, written, language)
    settings = [each.part for each in reachable(package, main) if each.role == "settings"]
    adapt_pages(package, [*written, *settings], language)
    adapt_themes(package, main, language)
    unsign(package)


_WRITTEN = frozenset(("header", "footer", "footnotes", "endnotes", "comments"))
"""Roles of the parts that are WordprocessingML, beside the main one."""


def _slots(package: Package, *, chunks: bool = True) -> Iterator[list[Slot]]:
    main = main_part(package, "docx")
    yield property_slots(package)
    yield from part_slots(package.tree(main), main, _("body"))
    stories = _stories()
    order = list(stories)
    found = [each for each in reachable(package, main) if each.role in stories]
    for relation in sorted(found, key=lambda each: order.index(each.role)):
        if relation.role == "aFChunk":
            yield from _chunk(package, relation.part) if chunks else ()
        elif relation.role == "numbering":
            used = frozenset(_lists(package, main))
            yield from numbering_slots(package.tree(relation.part), relation.part, used)
        else:
            yield from _story(package, relation, stories[relation.role])


def _story(package: Package, relation: Relation, label: str) -> Iterator[list[Slot]]:
    yield from part_slots(package.tree(relation.part), relation.part, label)
    if relation.role in ("chart", "chartEx"):
        yield from chart_book(package, relation.part, label)


def _chunk(package: Package, part: str) -> Iterator[list[Slot]]:
    """A document or page that Word puts in when it opens the file (``w:altChunk``)."""
    if package.content(part).startswith(b"PK"):
        return embedded_slots(package, part, lambda inner: _slots(inner, chunks=False), _finish)
    return page_slots(package, part)


def _lists(package: Package, main: str) -> Iterator[str]:
    """The ids of the lists that paragraphs and styles use."""
    for relation in (Relation("", "officeDocument", main), *reachable(package, main)):
        if relation.role in ("officeDocument", "styles", *_WRITTEN):
            root: Element = package.tree(relation.part)
            yield from (own(number, "val") or "" for number in root.iter("{*}numId"))


def _stories() -> dict[str, str]:
    """Roles of the parts that hold text, in reading order -> what the reader calls them."""
    return {
        "aFChunk": _("body"),
        "numbering": _("numbering"),
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
