"""Document formats: what a reader sees of a file, out as blocks of text and back in translated.

``format`` is the seam: a new format is a module that answers to ``Format`` and a row in ``TABLE``.
A format never sees an engine.
"""

from collections.abc import Sequence
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
        "txt": "translate_kit.formats.txt",
        **dict.fromkeys(("md", "markdown"), "translate_kit.formats.md"),
        **dict.fromkeys(("xliff", "xlf"), "translate_kit.formats.xliff"),
        "pdf": "translate_kit.formats.pdf",
        "tmx": "translate_kit.formats.tmx",
        "srt": "translate_kit.formats.srt",
        **dict.fromkeys(("csv", "tsv"), "translate_kit.formats.csv"),
        **dict.fromkeys(("html", "htm", "xhtml"), "translate_kit.formats.html"),
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


def format_of(path: Path, columns: Sequence[str] = ()) -> Format:
    """The format that a file's suffix names; raises BadData with what to do for any other.

    ``columns`` chooses those of a csv or tsv table; see ``formats.csv``.
    """
    suffix = path.suffix.lower().removeprefix(".")
    if suffix in _REMEDIES:
        why = _("a {suffix} file; open it in an office program and save it as {format}")
        raise BadData(path, why.format(suffix=suffix, format=_REMEDIES[suffix]))
    known = TABLE.places()
    if suffix not in known:
        why = _("documents of this kind cannot be translated; known are: {known}")
        raise BadData(path, why.format(known=", ".join(sorted(known))))
    module = TABLE.load(suffix)
    if columns:
        if not hasattr(module, "Columns"):
            raise BadData(path, _("only tables (csv, tsv) have columns to choose"))
        return cast(Format, module.Columns(tuple(columns)))
    return cast(Format, module)


def has_columns(path: Path) -> bool:
    """Whether the file is a table whose columns can be chosen; raises BadData as ``format_of``."""
    return hasattr(format_of(path), "Columns")


def suffix_after(path: Path) -> str:
    """What the translation's name ends with: the file's own suffix, and where the format is only
    read that of what it becomes, too: ``.pdf.docx`` is not in the way of ``.docx``."""
    written = getattr(format_of(path), "SUFFIX", "")
    return f"{path.suffix}.{written}" if written else path.suffix


def caution(path: Path) -> str:
    """What a person should know before trusting this format; empty where there is nothing."""
    cautions = getattr(format_of(path), "caution", None)
    return str(cautions()) if cautions is not None else ""
