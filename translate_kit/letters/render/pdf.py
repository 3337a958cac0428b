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

_PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Font/Substitution">\
<prop oor:name="Replacement" oor:op="fuse"><value>true</value></prop></item>
{pairs}</oor:items>
"""
_PAIR = """\
<item oor:path="/org.openoffice.Office.Common/Font/Substitution/FontPairs">\
<node oor:name="_{n}" oor:op="replace">\
<prop oor:name="ReplaceFont"><value>{name}</value></prop>\
<prop oor:name="SubstituteFont"><value>{stand_in}</value></prop>\
<prop oor:name="Always"><value>false</value></prop>\
<prop oor:name="OnScreenOnly"><value>false</value></prop></node></item>
"""


def render(sheets: Sequence[Sheet]) -> list[bytes]:
    """A PDF file per sheet; raises UserError where LibreOffice is missing or fails."""
    return pdfs([docx.docx_bytes(sheet) for sheet in sheets], stand_ins(sheets))


def pdf_bytes(document: bytes) -> bytes:
    """The PDF of one docx file."""
    return pdfs([document])[0]


def pdfs(documents: Sequence[bytes], fonts: Mapping[str, str] | None = None) -> list[bytes]:
    """The PDF of each docx file, in order.

    ``fonts`` names what stands in for a font that is not installed, several names separated by
    ``;``. Raises UserError where LibreOffice is missing, fails, or takes too long.
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


def stand_ins(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Word's font names -> the names to take instead, as LibreOffice writes such a list."""
    found: dict[str, str] = {}
    for sheet in sheets:
        for face in sheet.typefaces():
            for name, *others in (face.latin, face.east_asian):
                if others:
                    found.setdefault(name, ";".join(others))
    return found


def _usual_places() -> list[Path]:
    if sys.platform == "darwin":
        return [_MAC_PROGRAM]
    folders = [os.environ[name] for name in _WINDOWS_FOLDERS if name in os.environ]
    return [Path(folder) / "LibreOffice" / "program" / "soffice.exe" for folder in folders]


def _convert(
    program: Path, documents: Sequence[bytes], fonts: Mapping[str, str], folder: Path
) -> list[bytes]:
    sources = [folder / f"letter{n}.docx" for n, _document in enumerate(documents)]
    for source, document in zip(sources, documents, strict=True):
        source.write_bytes(document)
    # A profile of our own: a running office would take the job over and never answer.
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_settings(fonts), encoding="utf-8")
    said = _run(program, profile, sources)
    return [_result(source.with_suffix(".pdf"), said) for source in sources]


def _settings(fonts: Mapping[str, str]) -> str:
    pairs = (
        _PAIR.format(n=n, name=escape(name), stand_in=escape(stand_in))
        for n, (name, stand_in) in enumerate(sorted(fonts.items()))
    )
    return _PROFILE.format(pairs="".join(pairs))


def _run(program: Path, profile: Path, sources: Sequence[Path]) -> str:
    """Run LibreOffice on the files; what it said on the error stream."""
    command = [
        str(program),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(sources[0].parent),
        *map(str, sources),
    ]
    patience = START_SECONDS + SECONDS_PER_LETTER * len(sources)
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=patience, check=False
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
