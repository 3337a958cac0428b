"""A column chart as Word itself draws it (DrawingML), its figures in a workbook for editing.

Word, WPS and LibreOffice all show it, and the clerk can change a figure by a double click.
"""

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml.parser import parse_xml

from translate_kit.register import parts
from translate_kit.register.wordml import Element

COLOURS = ("1F3864", "9DC3E6")
"""Dark and light, so that a black-and-white printer keeps them apart."""

_EMU = 36_000  # in a millimetre
WIDTH, HEIGHT = 150 * _EMU, 48 * _EMU
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

_CHART = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="{ns}/chart" xmlns:a="{ns}/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<c:roundedCorners val="0"/><c:chart>
<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="0"/></a:pPr><a:r>\
<a:rPr lang="zh-CN" sz="1200" b="0">{title_font}</a:rPr><a:t>{title}</a:t></a:r></a:p></c:rich>\
</c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>
<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>
{series}<c:gapWidth val="90"/><c:axId val="1"/><c:axId val="2"/></c:barChart>
<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>\
<c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>\
<c:tickLblPos val="nextTo"/>{text}<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>
<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>\
<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>\
<a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>\
<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>\
<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{text}<c:crossAx val="1"/>\
<c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="{step}"/></c:valAx>
</c:plotArea><c:legend><c:legendPos val="r"/><c:overlay val="0"/>{text}</c:legend>\
<c:plotVisOnly val="1"/></c:chart>\
<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="808080"/></a:solidFill></a:ln></c:spPr>\
<c:externalData r:id="{book}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>"""

_SERIES = """\
<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f>\
<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef>\
</c:tx><c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr>\
<c:invertIfNegative val="0"/><c:dLbls>{text}<c:showLegendKey val="0"/><c:showVal val="1"/>\
<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>\
</c:dLbls><c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>\
<c:ptCount val="{count}"/>{categories}</c:strCache></c:strRef></c:cat><c:val><c:numRef>\
<c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>0</c:formatCode>\
<c:ptCount val="{count}"/>{values}</c:numCache></c:numRef></c:val></c:ser>
"""

_FRAME = """\
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="{ns}/wordprocessingDrawing" xmlns:a="{ns}/main" xmlns:c="{ns}/chart"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>
<wp:docPr id="1" name="Chart 1" descr="{title}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="{ns}/chart"><c:chart r:id="{chart}"/></a:graphicData></a:graphic>
</wp:inline></w:drawing>"""


def chart(made: parts.Chart, document_part: PackagePart) -> Element:
    """The ``w:drawing`` of a chart, whose parts are added to the document's package."""
    package = document_part.package
    book_name = PackURI("/word/embeddings/chart1.xlsx")
    book = PackagePart(book_name, _BOOK_TYPE, workbook(made), package)
    part = PackagePart(PackURI("/word/charts/chart1.xml"), _CHART_TYPE, b"", package)
    part._blob = chart_xml(made, part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)).encode()
    name = document_part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    quoted = escape(made.title, {'"': "&quot;"})
    frame = _FRAME.format(ns=_DRAWING, width=WIDTH, height=HEIGHT, title=quoted, chart=name)
    return parse_xml(frame)


def chart_xml(made: parts.Chart, book: str) -> str:
    """The chart part; ``book`` is the relationship of the workbook with its figures."""
    highest = max((value for _name, values in made.series for value in values), default=0)
    return _CHART.format(
        ns=_DRAWING,
        title=escape(made.title),
        title_font=_font("黑体"),
        series="".join(_series(made, place) for place in range(len(made.series))),
        text=_text(),
        step=step(highest),
        book=book,
    )


def step(highest: int) -> int:
    """The distance of the axis's lines: whole, 1, 2 or 5 times a power of ten, at most six."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power * 6 >= highest:
                return factor * power
        power *= 10


def workbook(made: parts.Chart) -> bytes:
    """The figures as the workbook that opens on a double click."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("Sheet1")
    sheet.append(["", *(name for name, _values in made.series)])
    columns = zip(*(values for _name, values in made.series), strict=True)
    for category, values in zip(made.categories, columns, strict=True):
        sheet.append([category, *values])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _series(made: parts.Chart, place: int) -> str:
    name, values = made.series[place]
    return _SERIES.format(
        place=place,
        column="BCDEFG"[place],
        name=escape(name),
        colour=COLOURS[place % len(COLOURS)],
        text=_text(),
        count=len(values),
        last=len(values) + 1,
        categories=_points(made.categories),
        values=_points(values),
    )


def _points(values: Sequence[object]) -> str:
    return "".join(
        f'<c:pt idx="{place}"><c:v>{escape(str(value))}</c:v></c:pt>'
        for place, value in enumerate(values)
    )


def _text() -> str:
    looks = f'<a:defRPr sz="1050" b="0">{_font("仿宋")}</a:defRPr>'
    return (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr>{looks}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def _font(name: str) -> str:
    return f'<a:latin typeface="Times New Roman"/><a:ea typeface="{name}"/>'
