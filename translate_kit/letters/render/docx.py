"""Letters as Word documents: real styles, all font slots and language tags, the same bytes for
the same letter."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime, time

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.shared import Pt

from translate_kit.letters.layout.sheet import Role, Sheet
from translate_kit.letters.render.wordml import (
    Element,
    allowed,
    elements,
    page_number,
    paragraph,
    twips,
    w,
)
from translate_kit.letters.render.wordstyles import fill_styles, font_table

_KEPT_PARTS = (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS)
_LONGEST_PROPERTY = 255  # a rule of the package format
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def render(sheets: Sequence[Sheet]) -> list[bytes]:
    """A docx file per sheet."""
    return [docx_bytes(sheet) for sheet in sheets]


def docx_bytes(sheet: Sheet) -> bytes:
    """The Word document of one letter."""
    document = Document()
    _empty(document)
    fill_styles(document.styles.element, sheet)
    _settings(document, sheet)
    _fonts(document, sheet)
    _page(document.sections[0], sheet)
    _margins(document.sections[0], sheet)
    _body(document.element.body, sheet)
    _properties(document.core_properties, sheet)
    written = io.BytesIO()
    document.save(written)
    return same_bytes(written)


def _empty(document: Element) -> None:
    """Drop what python-docx's template brings along: theme, numbering, thumbnail, sample XML."""
    for rels in (document.part.rels, document.part.package.rels):
        for key, rel in list(rels.items()):
            unwanted = rels is document.part.rels and rel.reltype not in _KEPT_PARTS
            if unwanted or rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
                del rels[key]


def _settings(document: Element, sheet: Sheet) -> None:
    root = document.settings.element
    for child in list(root):
        root.remove(child)
    office = "http://schemas.microsoft.com/office/word"
    mode = w("compatSetting", name="compatibilityMode", uri=office, val=15)
    root.extend(
        [
            w("zoom", percent=100),
            w("defaultTabStop", val=twips(36)),
            w("characterSpacingControl", val="doNotCompress"),
            w("compat", mode),
        ]
    )
    document.settings.odd_and_even_pages_header_footer = sheet.page.number.outer


def _fonts(document: Element, sheet: Sheet) -> None:
    package = document.part.package
    name = PackURI("/word/fontTable.xml")
    part = PackagePart(name, CONTENT_TYPE.WML_FONT_TABLE, font_table(sheet), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)


def _page(section: Element, sheet: Sheet) -> None:
    page = sheet.page
    section.page_width, section.page_height = Pt(page.width), Pt(page.height)
    if page.width > page.height:  # some printers turn the sheet only when they are told
        section.orientation = WD_ORIENT.LANDSCAPE
    section.top_margin, section.bottom_margin = Pt(page.top), Pt(page.bottom)
    section.left_margin, section.right_margin = Pt(page.left), Pt(page.right)
    section.header_distance, section.footer_distance = Pt(page.header), Pt(page.footer)
    section.different_first_page_header_footer = True
    properties = section._sectPr
    for inherited in properties.xpath("w:docGrid"):
        properties.remove(inherited)
    grid = _grid(sheet)
    if grid is not None:
        properties.append(grid)


def _grid(sheet: Sheet) -> Element | None:
    """The page grid; ``charSpace`` is what a cell has over the body's type, in 1/4096 points."""
    grid = sheet.page.grid
    if grid is None:
        return None
    if not grid.character:
        return w("docGrid", type="lines", linePitch=twips(grid.line))
    space = round((grid.character - sheet.styles[Role.BODY].size) * 4096)
    return w("docGrid", type="linesAndChars", linePitch=twips(grid.line), charSpace=space)


def _margins(section: Element, sheet: Sheet) -> None:
    """The first page's head and foot, and the page number on the others."""
    number = sheet.page.number
    _fill(section.first_page_header, elements(sheet.head, sheet))
    _fill(section.first_page_footer, elements(sheet.foot, sheet))
    odd, even = section.header, section.even_page_header
    if not number.top:
        odd, even = section.footer, section.even_page_footer
    _fill(odd, [page_number(number, "right" if number.outer else None)])
    if number.outer:
        _fill(even, [page_number(number, "left")])


def _fill(margin: Element, content: list[Element]) -> None:
    margin.is_linked_to_previous = False
    root = margin._element
    for child in list(root):
        root.remove(child)
    root.extend(content or [paragraph(Role.RULE, [])])


def _body(body: Element, sheet: Sheet) -> None:
    section = body.sectPr
    for child in list(body):
        if child is not section:
            body.remove(child)
    # Flowing text, not a frame at the foot: LibreOffice loses a signature that meets such a frame.
    for element in elements((*sheet.parts, *sheet.last), sheet):
        section.addprevious(element)


def _properties(core: Element, sheet: Sheet) -> None:
    moment = datetime.combine(sheet.date, time())
    core.title = allowed(sheet.title)[:_LONGEST_PROPERTY]
    core.author = core.last_modified_by = allowed(sheet.author)[:_LONGEST_PROPERTY]
    core.language = sheet.tag
    core.created = core.modified = moment
    core.comments = core.keywords = core.subject = core.category = ""
    core.revision = 1


def same_bytes(written: io.BytesIO) -> bytes:
    """The package again with one time stamp on every entry, so that equal letters are equal."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return fixed.getvalue()
