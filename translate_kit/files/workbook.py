"""Excel workbooks: the rows of the first sheet as text."""

import datetime
import io
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from translate_kit.errors import UserError
from translate_kit.files.reading import read_bytes
from translate_kit.messages import _


def workbook_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The number of a row as Excel shows it, and its cells as a person would type them.

    Formulas give the value that was last calculated. Raises UserError for a file that is no
    workbook, or one that is protected by a password.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        content = io.BytesIO(read_bytes(path))
        book = load_workbook(content, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        why = _("{path}: not an Excel workbook that can be read: {why}")
        raise UserError(why.format(path=path, why=error)) from None
    try:
        for line, row in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            yield line, [_typed(value) for value in row]
    finally:
        book.close()


def _typed(value: object) -> str:
    """A cell as text: ``30000`` for 30000.0, ``2020-02-08`` for a date."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)
