"""Reading a letter back from a Word file, e.g. after somebody has edited a draft."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from translate_kit.errors import UserError
from translate_kit.files import read_bytes
from translate_kit.letters.facts import row_text
from translate_kit.messages import _

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument

_TRACKED = ".//w:ins | .//w:del | .//w:moveFrom | .//w:moveTo"


def open_docx(file: Path) -> "DocxDocument":
    """The Word document; raises UserError for a file that is none."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return Document(io.BytesIO(read_bytes(file)))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        why = _("{file}: not a Word document that can be read: {why}")
        raise UserError(why.format(file=file, why=error)) from None


def docx_units(file: Path, markers: Sequence[str] = ()) -> tuple[str, ...]:
    """The paragraphs and table rows of the body, in order, empty ones left out.

    ``markers``, which stand before open passages, are no part of the text.

    Raises UserError for a letter with tracked changes: whether they hold is not decided yet, and
    a quantity struck out must not be read as one that stands.
    """
    from docx.table import Table

    document = open_docx(file)
    if document.element.body.xpath(_TRACKED):
        why = _("{file} has tracked changes; accept or reject them in Word first, then run again")
        raise UserError(why.format(file=file))
    texts: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            texts += [
                row_text(number, [cell.text for cell in row.cells])
                for number, row in enumerate(part.rows)
            ]
        else:
            texts.append(part.text)
    texts = [unmarked(text, markers) for text in texts]
    return tuple(text for text in texts if text.strip())


def behind(file: Path, marker: str) -> tuple[str, ...]:
    """What stands behind each ``marker``, up to the next one or the end of its paragraph."""
    texts = docx_units(file) if marker else ()
    return tuple(part.strip() for text in texts for part in text.split(marker)[1:])


def unmarked(text: str, markers: Iterable[str]) -> str:
    """The text without the markers of open passages and the blank behind each."""
    for marker in markers:
        text = text.replace(f"{marker} ", "").replace(marker, "")
    return text
