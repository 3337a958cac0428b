"""The glossary as one wide sheet that staff edit in Excel or WPS, and the sheet taken back.

A concept is a row, its synonyms go on in the rows below it under the same id. A sheet that comes
back is compared with what it held when it was written, which it carries along on a hidden page: so
what the person changed is told from what others have changed meanwhile.
"""

from translate_kit.glossary.sheet.comparing import read_sheet
from translate_kit.glossary.sheet.grid import is_head
from translate_kit.glossary.sheet.writing import sheet_bytes

__all__ = ["is_head", "read_sheet", "sheet_bytes"]
