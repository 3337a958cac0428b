"""A report as a Word document by GB/T 9704-2012: page, fonts, page numbers, tables and chart."""

import io
from copy import deepcopy
from datetime import date, datetime, time

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm

from translate_kit.register import parts
from translate_kit.register.chart import chart
from translate_kit.register.parts import Part, Report
from translate_kit.register.styles import LEADING, MEASURE, SIZE, TURNED_MEASURE, fill_styles
from translate_kit.register.wordml import Element, paragraph, run, table, w

_KEPT_PARTS = (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS)
_CHARACTER = 156 / 25.4 * 72 / 28  # points for each of 28 characters on a line
_SIGNATURE_EDGE = 4  # characters between a sealed date and the right margin


def docx_bytes(report: Report, day: date) -> bytes:
    """The Word file of a report of that day."""
    document = Document()
    _empty(document)
    fill_styles(document.styles.element)
    _page(document)
    body = document.element.body
    end = body.sectPr
    for child in list(body):
        if child is not end:
            body.remove(child)
    measure = MEASURE
    for part in report.parts:
        if isinstance(part, parts.Annex):
            end.addprevious(_portrait_ends(end))
            _turn(document.sections[-1])
            measure = TURNED_MEASURE
        for element in _elements(part, document.part, measure):
            end.addprevious(element)
    _properties(document.core_properties, report, day)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _empty(document: Element) -> None:
    """Drop what python-docx's template brings along: theme, numbering, thumbnail, sample XML."""
    for rels in (document.part.rels, document.part.package.rels):
        for key, rel in list(rels.items()):
            unwanted = rels is document.part.rels and rel.reltype not in _KEPT_PARTS
            if unwanted or rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
                del rels[key]


def _page(document: Element) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(20), Mm(25)
    properties = section._sectPr
    for inherited in properties.xpath("w:docGrid"):
        properties.remove(inherited)
    space = round((_CHARACTER - SIZE) * 4096)
    properties.append(w("docGrid", type="linesAndChars", linePitch=LEADING, charSpace=space))
    document.settings.odd_and_even_pages_header_footer = True
    _number(section.footer, "right")
    _number(section.even_page_footer, "left")


def _number(footer: Element, side: str) -> None:
    """``— 2 —``, one character in from the outer edge."""
    footer.is_linked_to_previous = False
    root = footer._element
    for child in list(root):
        root.remove(child)
    field = w("fldSimple", run("1"), instr=" PAGE ")
    place = [w("ind", left=280, right=280), w("jc", val=side)]
    root.append(paragraph("PageNumber", run("— "), field, run(" —"), properties=place))


def _portrait_ends(properties: Element) -> Element:
    """The paragraph that ends the upright pages, with their page set-up and page numbers."""
    return w("p", w("pPr", w("pStyle", val="Gap"), deepcopy(properties)))


def _turn(section: Element) -> None:
    """Wide tables are printed across the page; its text area is the upright one's, turned."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    section.left_margin, section.right_margin = Mm(37), Mm(35)
    section.footer_distance = Mm(16)
    for grid in section._sectPr.xpath("w:docGrid"):
        section._sectPr.remove(grid)


def _elements(part: Part, document: Element, measure: int) -> list[Element]:
    match part:
        case parts.Title(lines):
            styles = ["Title"] * (len(lines) - 1) + ["TitleEnd"]
            return [paragraph(s, run(line)) for s, line in zip(styles, lines, strict=True)]
        case parts.Addressee(text):
            return [paragraph("Addressee", run(text))]
        case parts.Heading(text, level):
            return [paragraph(f"Heading{level}", run(text))]
        case parts.Paragraph(text, joined):
            return [paragraph("Closing" if joined else "Body", run(text))]
        case parts.Table():
            return _table(part, measure)
        case parts.Chart():
            return [paragraph("ChartLine", w("r", chart(part, document)))]
        case parts.Signature():
            return _signature(part)
        case parts.AnnexNote(text):
            return [paragraph("AnnexNote", run(text))]
        case parts.Annex(title):
            return [
                paragraph("AnnexMark", run("附件")),
                paragraph("AnnexTitle", run(title)),
            ]


def _table(part: parts.Table, measure: int) -> list[Element]:
    whole = sum(part.shares)
    widths = [measure * share // whole for share in part.shares]
    total = any("合计" in row[:1] for row in part.rows)
    caption = [paragraph("Caption", run(part.caption))] if part.caption else []
    return [*caption, table(widths, [part.head, *part.rows], total=total), paragraph("Gap")]


def _signature(part: parts.Signature) -> list[Element]:
    """Two lines centred on each other, the date four characters from the edge under a seal; a name
    too long for that moves both to the left."""
    date_width, name_width = (_width(text) for text in (part.date, part.office))
    axis = max(_SIGNATURE_EDGE * SIZE + date_width / 2, name_width / 2)
    left = max(0, MEASURE - round(2 * axis * 20))
    return [
        paragraph("Signature", run(part.office), properties=[w("ind", left=left)]),
        paragraph("SignatureDate", run(part.date), properties=[w("ind", left=left)]),
    ]


def _width(text: str) -> float:
    """The width in points of a line in the body's size: digits are half as wide as characters."""
    return sum(SIZE / 2 if ord(character) < 0x100 else SIZE for character in text)


def _properties(core: Element, report: Report, day: date) -> None:
    core.title, core.author = report.title, report.author
    core.last_modified_by, core.language = report.author, "zh-CN"
    core.created = core.modified = datetime.combine(day, time())
    core.comments = core.keywords = core.subject = core.category = ""
    core.revision = 1
