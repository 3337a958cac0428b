"""Letters as PDF: the docx printed by LibreOffice, several at once because it starts slowly."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from translate_kit.errors import UserError
from translate_kit.letters.layout.sheet import Sheet
from translate_kit.letters.render import docx
from translate_kit.messages import _

PROGRAMS = ("soffice", "libreoffice")
START_SECONDS = 90
SECONDS_PER_LETTER = 15
"""Patience, not speed: a cold start on an old office PC takes half a minute."""

_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432")
_MAC_PROGRAM = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")

_SYSTEM_FONTS = ("/etc/fonts/fonts.conf", "/usr/local/etc/fonts/fonts.conf")
"""Where fontconfig keeps its configuration; other systems than Linux and BSD have neither."""

_FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{aliases}{includes}</fontconfig>
"""
_ALIAS = '<alias binding="same"><family>{name}</family><accept>{others}</accept></alias>\n'
_FAMILY = "<family>{name}</family>"
_INCLUDE = '<include ignore_missing="yes">{file}</include>\n'


def render(sheets: Sequence[Sheet]) -> list[bytes]:
    """A PDF file per sheet; raises UserError where LibreOffice is missing or fails."""
    return pdfs([docx.docx_bytes(sheet) for sheet in sheets], stand_ins(sheets))


def pdf_bytes(document: bytes) -> bytes:
    """The PDF of one docx file."""
    return pdfs([document])[0]


def pdfs(
    documents: Sequence[bytes], fonts: Mapping[str, tuple[str, ...]] | None = None
) -> list[bytes]:
    """The PDF of each docx file, in order.

    ``fonts`` names what stands in for a font that is not installed. Raises UserError where
    LibreOffice is missing, fails, or takes too long.
    """
    if not documents:
        return []
    program = find_office()
    if program is None:
        raise UserError(
            _(
                "PDF needs LibreOffice, which was not found; install it from libreoffice.org, "
                "or ask for docx and save that as PDF in Word or WPS"
            )
        )
    with tempfile.TemporaryDirectory(prefix="translate-kit-", ignore_cleanup_errors=True) as name:
        return _convert(program, documents, fonts or {}, Path(name))


def find_office() -> Path | None:
    """LibreOffice on the search path or in the folder its installer uses; None without it."""
    for name in PROGRAMS:
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((place for place in _usual_places() if place.is_file()), None)


def stand_ins(sheets: Sequence[Sheet]) -> dict[str, tuple[str, ...]]:
    """Word's font names -> the names to take instead, best first."""
    found: dict[str, tuple[str, ...]] = {}
    for sheet in sheets:
        for face in sheet.typefaces():
            for names in (face.latin, face.east_asian):
                found.setdefault(names[0], names[1:])
    return found


def _usual_places() -> list[Path]:
    if sys.platform == "darwin":
        return [_MAC_PROGRAM]
    folders = [os.environ[name] for name in _WINDOWS_FOLDERS if name in os.environ]
    return [Path(folder) / "LibreOffice" / "program" / "soffice.exe" for folder in folders]


def _convert(
    program: Path, documents: Sequence[bytes], fonts: Mapping[str, tuple[str, ...]], folder: Path
) -> list[bytes]:
    sources = [folder / f"letter{n}.docx" for n, _document in enumerate(documents)]
    for source, document in zip(sources, documents, strict=True):
        source.write_bytes(document)
    settings = folder / "fonts.conf"
    settings.write_text(_font_settings(fonts), encoding="utf-8")
    said = _run(program, folder, settings, sources)
    return [_result(source.with_suffix(".pdf"), said) for source in sources]


def _font_settings(fonts: Mapping[str, tuple[str, ...]]) -> str:
    """The system's fontconfig with our stand-ins in front: without them 仿宋 becomes a sans."""
    aliases = (
        _ALIAS.format(
            name=escape(name),
            others="".join(_FAMILY.format(name=escape(other)) for other in others),
        )
        for name, others in sorted(fonts.items())
        if others
    )
    files = (os.environ.get("FONTCONFIG_FILE") or "", *_SYSTEM_FONTS)
    includes = (_INCLUDE.format(file=escape(file)) for file in files if file)
    return _FONTS.format(aliases="".join(aliases), includes="".join(includes))


def _run(program: Path, folder: Path, settings: Path, sources: Sequence[Path]) -> str:
    """Run LibreOffice on the files; what it said on the error stream.

    It gets a profile of its own: a running office would take the job over and never answer.
    """
    command = [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(folder),
        *map(str, sources),
    ]
    patience = START_SECONDS + SECONDS_PER_LETTER * len(sources)
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=patience,
            check=False,
            env={**os.environ, "FONTCONFIG_FILE": str(settings)},
        )
    except subprocess.TimeoutExpired:
        why = _("it did not finish within {seconds} seconds").format(seconds=patience)
        raise _failure(why) from None
    except OSError as error:
        raise _failure(error.strerror or str(error)) from None
    return done.stderr.decode("utf-8", errors="replace").strip()


def _result(path: Path, said: str) -> bytes:
    """LibreOffice exits with 0 even where it wrote nothing, so only the file itself counts."""
    if not path.is_file():
        raise _failure(said.splitlines()[-1] if said else _("it wrote no file"))
    return path.read_bytes()


def _failure(why: str) -> UserError:
    return UserError(
        _(
            "LibreOffice could not make the PDF: {why}; ask for docx and save that as PDF there"
        ).format(why=why)
    )
