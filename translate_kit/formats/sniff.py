"""What a file really is, whatever its name says: the refusals that name the remedy."""

from pathlib import Path

from translate_kit.errors import BadData
from translate_kit.messages import _

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_STREAMS = {
    "WordDocument": "docx",
    "Workbook": "xlsx",
    "Book": "xlsx",
    "PowerPoint Document": "pptx",
}
"""A stream of an office file of before 2007 -> the format it should be saved as today."""


def require_zip(path: Path, content: bytes) -> None:
    """Raises BadData unless ``content`` begins as a zip; says what it is instead and what to do."""
    if not content:
        raise BadData(path, _("the file is empty"))
    if content.startswith(_ZIP):
        return
    if content.startswith(_OLE):
        raise BadData(path, _ole(content))
    if content.startswith(b"%PDF"):
        raise BadData(path, _("this is a PDF file under another name; rename it to .pdf"))
    if content.startswith(b"{\\rtf"):
        raise BadData(path, _("this is an RTF file; open it in an office program, save as docx"))
    raise BadData(path, _("this is no office document; has it been cut off or renamed?"))


def _ole(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return _("the document is protected by a password; save a copy without one and try again")
    for stream, today in _OLD_STREAMS.items():
        if f"{stream}\0".encode("utf-16-le") in content:
            why = _("an office file of the format before 2007; open it and save it as {format}")
            return why.format(format=today)
    return _("an office file of an old format; open it and save it in today's format")
