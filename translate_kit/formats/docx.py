"""Word documents (docx, docm and their templates), part by part.

Macros are kept untouched. Text that is not shown (deleted, hidden, field codes) stays as it is.
"""

from pathlib import Path

from translate_kit.formats import slots
from translate_kit.formats.ooxml.language import adapt
from translate_kit.formats.ooxml.package_kinds import main_part
from translate_kit.formats.ooxml.relations import reachable
from translate_kit.formats.ooxml.wordwalk import word_slots
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
    touched = slots.fill(_slots(package), document, language)
    for part in touched:
        package.touch(part)
    if touched:
        adapt(package, main_part(package, "docx"), language)
    return package.save()


def _slots(package: Package) -> list[Slot]:
    main = main_part(package, "docx")
    found = word_slots(package.tree(main), main, _("body"))
    for relation in reachable(package, main):
        label = _stories().get(relation.role)
        if label is not None:
            found += word_slots(package.tree(relation.part), relation.part, label)
    return found


def _stories() -> dict[str, str]:
    """Roles of the parts that hold text -> what the reader calls them."""
    return {
        "header": _("header"),
        "footer": _("footer"),
        "footnotes": _("footnotes"),
        "endnotes": _("endnotes"),
        "comments": _("comments"),
    }
