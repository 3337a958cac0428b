"""Presentations (pptx, pptm, their templates and shows): slides, notes, comments, tables, charts.

Of layouts and masters the texts that every slide shows are taken, not the prompts of empty
placeholders. Macros are kept untouched.
"""

from collections.abc import Iterator
from pathlib import Path

from translate_kit.formats import slots
from translate_kit.formats.ooxml.charts import chart_book
from translate_kit.formats.ooxml.package_kinds import main_part
from translate_kit.formats.ooxml.properties import property_slots, unsign
from translate_kit.formats.ooxml.relations import Relation, relations
from translate_kit.formats.ooxml.themes import adapt_themes
from translate_kit.formats.ooxml.walk import part_slots
from translate_kit.formats.package import Package
from translate_kit.formats.slots import Slot
from translate_kit.formats.xml import Element, kind
from translate_kit.messages import _
from translate_kit.model import Document


def read(path: Path) -> Document:
    """The texts slide by slide, each with its notes, comments, charts and SmartArt."""
    return slots.document(_slots(Package(path)))


def write(document: Document, original: Path, language: str) -> bytes:
    """The presentation in ``language``; see ``Format.write``."""
    package = Package(original)
    if slots.fill(_slots(package), document, language, package.touch):
        adapt_themes(package, main_part(package, "pptx"), language)
        unsign(package)
    return package.save()


def _slots(package: Package) -> Iterator[list[Slot]]:
    main = main_part(package, "pptx")
    yield property_slots(package)
    backgrounds: dict[str, str] = {}
    for number, slide in enumerate(_slides(package, main), 1):
        label = _("slide {number}").format(number=number)
        yield from part_slots(package.tree(slide), slide, label)
        for relation in _below(package, slide):
            if relation.role in ("slideLayout", "slideMaster"):
                backgrounds.setdefault(relation.part, _("slide layout"))
            elif (told := _told(relation.role)) is not None:
                where = f"{label}, {told}"
                yield from part_slots(package.tree(relation.part), relation.part, where)
                if relation.role in ("chart", "chartEx"):
                    yield from chart_book(package, relation.part, where)
    for part, label in backgrounds.items():
        yield from part_slots(package.tree(part), part, label, skip=_is_placeholder)


def _slides(package: Package, main: str) -> Iterator[str]:
    """The parts of the slides in the order in which they are shown."""
    parts = {relation.id: relation.part for relation in relations(package, main)}
    for node in package.tree(main).iter("{*}sldId"):
        ids = [str(value) for name, value in node.items() if str(name).endswith("}id")]
        if kind(node) == "p:sldId" and ids and ids[0] in parts:
            yield parts[ids[0]]


def _below(package: Package, slide: str) -> Iterator[Relation]:
    """What a slide points to, and through its layout its master; not other slides."""
    seen = {slide}
    queue = [slide]
    for source in queue:
        for relation in relations(package, source):
            if relation.part in seen or relation.role in ("slide", "notesMaster"):
                continue
            if relation.role == "slideLayout" and source != slide:  # a master knows all layouts
                continue
            seen.add(relation.part)
            queue.append(relation.part)
            yield relation


def _told(role: str) -> str | None:
    """What the reader calls a part of that role; None where it holds no text of its own."""
    return {
        "notesSlide": _("notes"),
        "comments": _("comments"),
        "chart": _("chart"),
        "chartEx": _("chart"),
        "chartUserShapes": _("chart"),
        "diagramData": _("SmartArt"),
        "diagramDrawing": _("SmartArt"),
    }.get(role)


def _is_placeholder(element: Element) -> bool:
    """Whether a shape of a layout is a prompt that a slide fills in."""
    if kind(element) not in ("p:sp", "p:pic", "p:graphicFrame") or not len(element):
        return False
    return any(kind(node) == "p:ph" for node in element[0].iter())
