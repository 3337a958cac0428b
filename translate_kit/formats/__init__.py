"""Document formats: what a reader sees of a file, out as blocks of text and back in translated.

``format`` is the seam: a new format is a module that answers to ``Format`` and a row in ``TABLE``.
A format never sees an engine.
"""

from pathlib import Path
from typing import cast

from translate_kit.errors import BadData
from translate_kit.formats.format import Format
from translate_kit.messages import _
from translate_kit.plugins import Table

_WORD = "translate_kit.formats.docx"
_SLIDES = "translate_kit.formats.pptx"
_SHEETS = "translate_kit.formats.xlsx"
_OPEN = "translate_kit.formats.opendocument"

TABLE = Table(
    "formats",
    "document format",
    {
        **dict.fromkeys(("docx", "docm", "dotx", "dotm"), _WORD),
        **dict.fromkeys(("xlsx", "xlsm", "xltx", "xltm"), _SHEETS),
        **dict.fromkeys(("odt", "ott", "ods", "ots", "odp", "otp"), _OPEN),
        **dict.fromkeys(("pptx", "pptm", "potx", "potm", "ppsx", "ppsm"), _SLIDES),
    },
)
"""A file's suffix without its dot -> the module that reads and writes it."""

_REMEDIES = {
    "doc": "docx",
    "dot": "docx",
    "rtf": "docx",
    "wps": "docx",
    "xls": "xlsx",
    "et": "xlsx",
    "ppt": "pptx",
    "pps": "pptx",
    "dps": "pptx",
}


def format_of(path: Path) -> Format:
    """The format that a file's suffix names; raises BadData with what to do for any other."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix in _REMEDIES:
        why = _("a {suffix} file; open it in an office program and save it as {format}")
        raise BadData(path, why.format(suffix=suffix, format=_REMEDIES[suffix]))
    if suffix not in TABLE.places():
        why = _("documents of this kind cannot be translated; known are: {known}")
        raise BadData(path, why.format(known=", ".join(sorted(TABLE.places()))))
    return cast(Format, TABLE.load(suffix))
