"""Workbooks (xlsx, xlsm and their templates): cells, sheet names, comments, drawings, charts.

Formulas, numbers and dates are never touched; of a text that many cells share there is one block.
What depends on texts follows them: the columns of tables and their filters. Sheets get translated
names where every reference to them can follow. Macros are kept untouched.
"""

from pathlib import Path

from translate_kit.formats import slots
from translate_kit.formats.ooxml.properties import property_slots, unsign
from translate_kit.formats.ooxml.workbook import Workbook
from translate_kit.formats.package import Package
from translate_kit.model import Document


def read(path: Path) -> Document:
    """The texts sheet by sheet, each with its comments, drawings and charts."""
    package = Package(path)
    return slots.document(_slots(package, Workbook(package)))


def write(document: Document, original: Path, language: str) -> bytes:
    """The workbook in ``language``; see ``Format.write``."""
    package = Package(original)
    workbook = Workbook(package)
    if slots.fill(_slots(package, workbook), document, language, package.touch):
        workbook.adapt(language)
        unsign(package)
    return package.save()


def _slots(package: Package, workbook: Workbook) -> slots.Groups:
    yield property_slots(package)
    yield from workbook.slots()
