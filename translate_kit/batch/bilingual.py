"""A document and its translation side by side in one Word table, for reading on paper."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from xml.sax.saxutils import escape

from translate_kit.batch.plan import Source
from translate_kit.batch.product import Made
from translate_kit.batch.sentence import Sentence
from translate_kit.checks.report.wording import severity_name
from translate_kit.formats.ooxml import fonts
from translate_kit.formats.xml import NAMESPACES, clean
from translate_kit.messages import _, active_language
from translate_kit.model import Span
from translate_kit.pipeline import Origin
from translate_kit.pipeline.wording import origin_word

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WIDTHS = (600, 5300, 5300, 2800)
"""Twips of the columns: number, source, translation, remarks; together an A4 page across."""
_SMALL, _PLAIN = 16, 21
"""Half points."""
_MARKS = re.compile("([\n\t])")


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A Word document with a row for each paragraph or cell that has a sentence.

    What nobody translated is highlighted.
    """

    def name(self, source: Source, language: str) -> PurePath:
        """``letter.ru.docx.bilingual.docx``."""
        return source.output(language, f"{source.path.suffix}.bilingual.docx")

    def content(self, made: Made) -> bytes:
        body = "".join(_body(made))
        document = f'{_XML}<w:document xmlns:w="{NAMESPACES["w"][0]}"><w:body>{body}</w:body>'
        parts = {
            "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
            "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{NAMESPACES["r"][0]}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"{document}</w:document>",
        }
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            for part, content in parts.items():
                archive.writestr(zipfile.ZipInfo(part), content, zipfile.ZIP_DEFLATED)
        return written.getvalue()


def _body(made: Made) -> Iterator[str]:
    ui = active_language()
    title = f"{made.source.name.as_posix()} → {made.pair.target}"
    yield _paragraph(_run(title, ui, bold=True))
    yield '<w:tbl><w:tblPr><w:tblW w:w="14000" w:type="dxa"/><w:tblBorders>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        yield f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    yield '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    yield "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    yield "</w:tblGrid>"
    heads = "№", _("Source text"), _("Translation"), _("Remarks")
    yield _row([_paragraph(_run(head, ui, bold=True)) for head in heads], head=True)
    for number, sentences in enumerate(_by_block(made.sentences), 1):
        yield _row(_cells(number, sentences, made))
    yield "</w:tbl>"
    yield '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    yield '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" '
    yield 'w:footer="567" w:gutter="0"/></w:sectPr>'


def _by_block(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    blocks: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        blocks.setdefault(sentence.block, []).append(sentence)
    yield from blocks.values()


def _cells(number: int, sentences: Sequence[Sentence], made: Made) -> list[str]:
    block = sentences[0].block
    source = made.assembled.original.blocks[block].text
    target = made.assembled.blocks[block].block.text
    waiting = [s.placed.target for s in sentences if s.origin is Origin.NONE]
    ui = active_language()
    return [
        _paragraph(_run(str(number), ui, size=_SMALL)),
        _paragraph(_run(source, made.pair.source)),
        _paragraph("".join(_translation(target, waiting, made.pair.target))),
        "".join(_paragraph(_run(line, ui, size=_SMALL)) for line in _remarks(sentences)),
    ]


def _translation(text: str, waiting: Sequence[Span], language: str) -> Iterator[str]:
    """Runs, those of the sentences that nobody translated highlighted."""
    done = 0
    for span in waiting:
        yield _run(text[done : span.start], language)
        yield _run(span.of(text), language, highlighted=True)
        done = span.end
    yield _run(text[done:], language)


def _remarks(sentences: Sequence[Sentence]) -> list[str]:
    """The place, where the words come from, and what was found, the worst of a sentence first."""
    origins = dict.fromkeys(origin_word(each.origin) for each in sentences)
    found = [
        f"{severity_name(finding.severity)}: {finding.message}"
        for each in sentences
        for finding in each.findings
    ]
    return [sentences[0].where, _(", ").join(origins), *dict.fromkeys(found)]


def _row(cells: Sequence[str], *, head: bool = False) -> str:
    repeated = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    columns = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(_WIDTHS, cells, strict=True)
    )
    return f"<w:tr>{repeated}{columns}</w:tr>"


def _paragraph(runs: str) -> str:
    return f"<w:p>{runs}</w:p>"


def _run(
    text: str, language: str, *, size: int = _PLAIN, bold: bool = False, highlighted: bool = False
) -> str:
    east_asian = language in fonts.EAST_ASIAN
    latin = fonts.default("en" if east_asian else language)
    asian = fonts.default(language if east_asian else "zh")
    slot = "eastAsia" if east_asian else "val"
    look = (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{asian}" w:cs="{latin}"/>'
        f"{'<w:b/>' if bold else ''}"
        f'<w:sz w:val="{size}"/>{_HIGHLIGHT if highlighted else ""}'
        f'<w:lang w:{slot}="{fonts.tag(language)}"/>'
    )
    return f"<w:r><w:rPr>{look}</w:rPr>{_characters(text)}</w:r>" if text else ""


_HIGHLIGHT = '<w:highlight w:val="yellow"/>'


def _characters(text: str) -> str:
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    return "".join(
        marks.get(piece) or f'<w:t xml:space="preserve">{escape(clean(piece))}</w:t>'
        for piece in _MARKS.split(text)
        if piece
    )
