"""The final letter: an edited draft without the marks of a draft, otherwise as its editor left it.

The file itself is changed, not drawn anew from the request, so that every touch of the person who
edited it stays.
"""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from translate_kit.errors import UserError
from translate_kit.letters.layout.sheet import Role
from translate_kit.letters.reading import open_docx, unmarked
from translate_kit.letters.render.docx import same_bytes
from translate_kit.letters.render.wordml import PENDING, style_id
from translate_kit.messages import _

if TYPE_CHECKING:
    from docx.document import Document

_DRAFT_LINE = f'.//w:p[w:pPr/w:pStyle/@w:val="{style_id(Role.DRAFT)}"]'
_OPEN_RUN = f'.//w:r[w:rPr/w:rStyle/@w:val="{PENDING}"]'
_OF_AN_OPEN_RUN = "./w:rPr/w:rStyle | ./w:rPr/w:highlight | ./w:rPr/w:lang | ./w:rPr/w:rFonts"
_TEXT = ".//w:t"
_REMARKS = ".//w:commentReference | .//w:ins | .//w:del | .//w:moveFrom | .//w:moveTo"
_HIGHLIGHT = './/w:highlight[not(@w:val="none")]'


def final_docx(file: Path, markers: Sequence[str]) -> bytes:
    """The content of the final letter.

    The line that says “draft” and the ``markers`` before open passages go, and their words get the
    look and the language of the letter around them. Raises UserError for a letter that somebody
    has not finished with: comments, tracked changes, or a highlight of the person's own.
    """
    document = open_docx(file)
    body = document.element.body
    for line in body.xpath(_DRAFT_LINE):
        line.getparent().remove(line)
    for run in body.xpath(_OPEN_RUN):
        for mark in run.xpath(_OF_AN_OPEN_RUN):
            mark.getparent().remove(mark)
    for text in body.xpath(_TEXT):
        text.text = unmarked(text.text or "", markers)
    _refuse_unfinished(file, document)
    written = io.BytesIO()
    document.save(written)
    return same_bytes(written)


def _refuse_unfinished(file: Path, document: "Document") -> None:
    body = document.element.body
    if body.xpath(_REMARKS):
        why = _("{file} has comments or tracked changes; settle them in Word first")
        raise UserError(why.format(file=file))
    marked = [t.text or "" for h in body.xpath(_HIGHLIGHT) for t in h.xpath("../../w:t")]
    if marked:
        why = _("{file}: “{text}” is highlighted; settle it and remove the highlight in Word first")
        raise UserError(why.format(file=file, text="".join(marked)[:40]))
