"""PDF as input: its text becomes a Word document. The layout is lost, and a caution says so.

A PDF knows where letters stand, not what a paragraph is: lines that stand together are one, a
paragraph that a page's end cuts is joined again, and what is printed larger is a heading.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from statistics import median_low

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTPage, LTTextContainer, LTTextLine
from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfpage import PDFPage
from pdfminer.psexceptions import PSException

from translate_kit.errors import BadData
from translate_kit.files import sha256_of
from translate_kit.formats.inline import has_letters
from translate_kit.formats.newdocx import Paragraph, new_docx
from translate_kit.messages import _
from translate_kit.model import Block, Document

SUFFIX = "docx"
"""What the translation is written as."""

_MOST_PAGES = 2000
_ENDS = ".!?。！？:：;；…"
_LARGER = 1.15
_MARGIN = 0.1
"""The share of a page's height where its number stands, above or below the text."""
_PAGE_NUMBER = re.compile(r"[-–—\s]*[0-9]{1,4}[-–—\s]*(?:/\s*[0-9]{1,4})?")
_GLUED = "\u3040\uffff"


def caution() -> str:
    """What the person should know before trusting the result."""
    return _("a PDF has no paragraphs: its text is written to a Word document without the layout")


def read(path: Path) -> Document:
    """The paragraphs; raises BadData for a PDF that is locked, damaged or only pictures."""
    return Document(
        tuple(
            Block(f"pdf#{number}", text.text, (), _("page {number}").format(number=text.page))
            for number, text in enumerate(_texts(path), 1)
            if has_letters(text.text)
        )
    )


def paragraphs(path: Path) -> Iterator[str]:
    """All texts in reading order, those of figures alone too; raises BadData like ``read``."""
    yield from (text.text for text in _texts(path))


def write(document: Document, original: Path, language: str) -> bytes:
    """A Word document with the paragraphs, those translated that ``document`` has."""
    blocks = {block.id: block for block in document.blocks}
    texts = _texts(original)
    usual = median_low([text.size for text in texts])
    return new_docx(
        [
            Paragraph(
                blocks[name].text if (name := f"pdf#{number}") in blocks else text.text,
                heading=text.size > _LARGER * usual and len(text.text) < 120,
                pending=name in blocks and blocks[name].pending,
            )
            for number, text in enumerate(texts, 1)
        ],
        language,
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph: the page it begins on, and the height of its letters in points.

    ``full`` says that its last line reaches the right edge of the page's text.
    """

    text: str
    page: int
    size: float
    full: bool


def _texts(path: Path) -> list[_Text]:
    return _texts_of(path, sha256_of(path))


@lru_cache(maxsize=1)  # a document is read and written several times, and taking it apart is slow
def _texts_of(path: Path, _sha256: str) -> list[_Text]:
    with path.open("rb") as file:
        if file.read(4) != b"%PDF":
            raise BadData(path, _("this is no PDF file"))
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        texts = list(_joined(_boxes(path)))
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        why = _("the document is protected by a password; save a copy without one and try again")
        raise BadData(path, why) from None
    except (PDFException, PSException, ValueError, KeyError, TypeError, IndexError) as error:
        why = _("the PDF is damaged: {why}; print it to a new PDF and try again")
        raise BadData(path, why.format(why=type(error).__name__)) from None
    if not any(has_letters(text.text) for text in texts):
        raise BadData(path, _("no text in it, only pictures; have the scan recognised first (OCR)"))
    return texts


def _boxes(path: Path) -> Iterator[_Text]:
    """The groups of lines of every page, in reading order; page numbers are left out."""
    _require_few_pages(path)
    pages = extract_pages(path, laparams=LAParams(), maxpages=_MOST_PAGES)
    for number, page in enumerate(pages, 1):
        boxes = list(_containers(page))
        edge = max((box.x1 for box in boxes), default=0)
        for box in boxes:
            text = _text(box)
            if text and not _is_page_number(text, box, page):
                size = _size(box)
                last = [line for line in box if isinstance(line, LTTextLine)][-1]
                yield _Text(text, number, size, last.x1 > edge - 2 * size)


def _is_page_number(text: str, box: LTTextContainer[LTTextLine], page: LTPage) -> bool:
    """A number alone in the upper or lower margin, as in «- 3 -» or «3/12»."""
    margin = _MARGIN * page.height
    outside = box.y0 > page.y1 - margin or box.y1 < page.y0 + margin
    return outside and _PAGE_NUMBER.fullmatch(text) is not None


def _require_few_pages(path: Path) -> None:
    """Count the pages before any is looked at, which takes long."""
    with path.open("rb") as file:
        pages = islice(PDFPage.get_pages(file), _MOST_PAGES + 1)
        if sum(1 for _page in pages) > _MOST_PAGES:
            why = _("it has more than {limit} pages; split the document and try again")
            raise BadData(path, why.format(limit=_MOST_PAGES))


def _containers(page: LTPage) -> Iterator[LTTextContainer[LTTextLine]]:
    for element in page:
        if isinstance(element, LTTextContainer):
            yield element


def _text(box: LTTextContainer[LTTextLine]) -> str:
    text = ""
    for line in box.get_text().splitlines():
        line = " ".join(line.replace("\0", "").split())
        if text.endswith("-") and line[:1].islower():
            text = text[:-1] + line
        else:
            text += ("" if not text or _glued(text[-1]) else " ") + line
    return text.strip()


def _glued(character: str) -> bool:
    """Whether the script puts no blank between words; Korean does."""
    return _GLUED[0] <= character <= _GLUED[1] and not "\uac00" <= character <= "\ud7af"


def _size(box: LTTextContainer[LTTextLine]) -> float:
    sizes = [
        letter.size
        for line in box
        if isinstance(line, LTTextLine)
        for letter in line
        if isinstance(letter, LTChar)
    ]
    return median_low(sizes) if sizes else 0.0


def _joined(boxes: Iterator[_Text]) -> Iterator[_Text]:
    """Join what a page's end or a wide gap has cut: a full line, no mark at its end, and letters
    of one size."""
    before: _Text | None = None
    for box in boxes:
        if before is not None and _goes_on(before, box):
            gap = "" if _glued(before.text[-1]) else " "
            before = replace(box, text=before.text + gap + box.text, page=before.page)
            continue
        if before is not None:
            yield before
        before = box
    if before is not None:
        yield before


def _goes_on(before: _Text, box: _Text) -> bool:
    return (
        before.full
        and has_letters(before.text)
        and before.text[-1] not in _ENDS
        and abs(box.size - before.size) < 0.5
        and (box.text[0].islower() or _glued(before.text[-1]))
    )
