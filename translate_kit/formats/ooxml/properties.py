"""What a document says of itself: title, subject, keywords (``docProps/core.xml``)."""

from translate_kit.formats.inline import has_letters
from translate_kit.formats.ooxml.relations import relations
from translate_kit.formats.package import Package
from translate_kit.formats.slots import Slot, TextSlot
from translate_kit.formats.xml import kind
from translate_kit.messages import _

_SHOWN = frozenset(("dc:title", "dc:subject", "dc:description", "cp:keywords", "cp:category"))


def property_slots(package: Package) -> list[Slot]:
    """The properties that a reader meets in the window's title and in the file's information."""
    found: list[Slot] = []
    for relation in relations(package, ""):
        if relation.role != "core-properties":
            continue
        for node in package.tree(relation.part):
            if kind(node) in _SHOWN and has_letters(node.text or ""):
                found.append(TextSlot(relation.part, node, _("document properties")))
    return found
