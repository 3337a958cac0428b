"""Reading a letter back from a Word file, e.g. after somebody has edited a draft."""

from pathlib import Path
from zipfile import BadZipFile

from translate_kit.errors import UserError
from translate_kit.files import read_bytes
from translate_kit.letters.facts import row_text
from translate_kit.messages import _


def docx_units(file: Path) -> tuple[str, ...]:
    """The paragraphs and table rows of the body, in order, empty ones left out."""
    import io

    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        document = Document(io.BytesIO(read_bytes(file)))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        why = _("{file}: not a Word document that can be read: {why}")
        raise UserError(why.format(file=file, why=error)) from None
    texts: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            texts += [
                row_text(number, [cell.text for cell in row.cells])
                for number, row in enumerate(part.rows)
            ]
        else:
            texts.append(part.text)
    return tuple(text for text in texts if text.strip())
