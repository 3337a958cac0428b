"""What a document says of itself: title, subject, keywords (``docProps/core.xml``)."""

from translate_kit.formats.inline import has_letters
from translate_kit.formats.ooxml.relations import relations
from translate_kit.formats.package import Package
from translate_kit.formats.slots import Slot, TextSlot
from translate_kit.formats.xml import kind
from translate_kit.messages import _


def unsign(package: Package) -> None:
    """Take a digital signature away: it speaks for the original's words, not for these."""
    if "_rels/.rels" not in package:
        return
    listing = package.tree("_rels/.rels")
    for relation in list(listing):
        if relation.get("Type", "").endswith("/digital-signature/origin"):
            listing.remove(relation)
            package.touch("_rels/.rels")


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
