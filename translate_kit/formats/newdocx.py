"""A plain Word document of headings and paragraphs, for formats that are only read."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from translate_kit.formats.ooxml import fonts
from translate_kit.formats.xml import NAMESPACES, clean

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = f'xmlns:w="{NAMESPACES["w"][0]}"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a pending one is highlighted."""

    text: str
    heading: bool = False
    pending: bool = False


def new_docx(paragraphs: Iterable[Paragraph], language: str) -> bytes:
    """The document's content, the same bytes for the same paragraphs."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for part, content in _parts(paragraphs, language).items():
            member = zipfile.ZipInfo(part)
            archive.writestr(member, content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _parts(paragraphs: Iterable[Paragraph], language: str) -> dict[str, str]:
    body = "".join(map(_paragraph, paragraphs))
    relation = NAMESPACES["r"][0]
    return {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/></Types>',
        "_rels/.rels": _relations(f"{relation}/officeDocument", "word/document.xml"),
        "word/document.xml": f"{_XML}<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(f"{relation}/styles", "styles.xml"),
        "word/styles.xml": _styles(language),
    }


def _relations(kind: str, target: str) -> str:
    return (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
    )


def _paragraph(paragraph: Paragraph) -> str:
    style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if paragraph.heading else ""
    mark = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' if paragraph.pending else ""
    text = f'<w:t xml:space="preserve">{escape(clean(paragraph.text))}</w:t>'
    return f"<w:p>{style}<w:r>{mark}{text}</w:r></w:p>"


def _styles(language: str) -> str:
    font = quoteattr(fonts.default(language))
    latin = quoteattr(
        fonts.default("en") if language in fonts.EAST_ASIAN else fonts.default(language)
    )
    slot = "eastAsia" if language in fonts.EAST_ASIAN else "val"
    tag = quoteattr(fonts.tag(language))
    return (
        f"{_XML}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
        f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={font} w:cs={latin}/>"
        f'<w:sz w:val="24"/><w:lang w:{slot}={tag}/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style></w:styles>'
    )
