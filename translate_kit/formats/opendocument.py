"""OpenDocument texts, spreadsheets and presentations (odt, ods, odp and their templates).

Names of sheets stay as they are: formulas refer to them.
"""

from collections.abc import Iterator
from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.formats import slots
from translate_kit.formats.odf.numbering import adapt_numbering
from translate_kit.formats.odf.styles import adapt
from translate_kit.formats.odf.walk import part_slots
from translate_kit.formats.package import Package
from translate_kit.formats.slots import Slot
from translate_kit.messages import _
from translate_kit.model import Document

_MANIFEST = "META-INF/manifest.xml"
_KINDS = {"text": "odt", "spreadsheet": "ods", "presentation": "odp", "graphics": "odg"}
_MIME = "application/vnd.oasis.opendocument."


def read(path: Path) -> Document:
    """The texts of the document: its properties, its content, headers and footers, charts."""
    return slots.document(_slots(_opened(path)))


def write(document: Document, original: Path, language: str) -> bytes:
    """The document in ``language``; see ``Format.write``."""
    package = _opened(original)
    if slots.fill(_slots(package), document, language, package.touch):
        styled = [part for part in package.names() if part.endswith(("content.xml", "styles.xml"))]
        adapt([package.tree(part) for part in styled], language)
        for part in styled:
            adapt_numbering(package.tree(part), language)
            package.touch(part)
    return package.save()


def _opened(path: Path) -> Package:
    package = Package(path)
    _refuse_encrypted(package)
    mime = package.content("mimetype").decode("ascii", "replace") if "mimetype" in package else ""
    family = mime.strip().removeprefix(_MIME).removesuffix("-template")
    wanted = {"t": "d"}.get(path.suffix.lower()[2:3], "d")  # .ott is a template of .odt
    suffix = f".o{wanted}{path.suffix.lower()[3:]}"
    if "content.xml" not in package or family not in _KINDS:
        raise BadData(path, _("this zip holds no office document"))
    if f".{_KINDS[family]}" != suffix:
        why = _("this is really a {format} file; rename it to .{format}")
        raise BadData(path, why.format(format=_KINDS[family]))
    return package


def _refuse_encrypted(package: Package) -> None:
    """By the letters of the manifest: those of OpenOffice 1 are no XML that we could parse."""
    if _MANIFEST in package and b"encryption-data" in package.content(_MANIFEST):
        why = _("the document is protected by a password; save a copy without one and try again")
        raise BadData(package.path, why)


def _slots(package: Package) -> Iterator[list[Slot]]:
    labels = {
        "meta.xml": _("document properties"),
        "content.xml": _("body"),
        "styles.xml": _("header or footer"),
    }
    for part, label in labels.items():
        if part in package:
            yield from part_slots(package.tree(part), part, label)
    for part in package.names():
        if part.endswith("/content.xml"):
            yield from part_slots(package.tree(part), part, _("chart"))
