"""A release: the glossary as it stood on a day, in one file, under a name and a revision.

The revision is that which translations carry, so that the terms behind a translation can be looked
up later. The file is a ZIP archive of the canonical CSV files and ``release.json``; the same
glossary under the same name gives the same bytes.
"""

import io
import json
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from translate_kit import __version__
from translate_kit.errors import BadData
from translate_kit.files import read_bytes
from translate_kit.glossary import folder
from translate_kit.glossary.loading import CONCEPTS
from translate_kit.glossary.store import Glossary
from translate_kit.messages import _
from translate_kit.model import LANGUAGES

MANIFEST = "release.json"
LARGEST = 500_000_000
"""Bytes that a release may unpack to: about 1,000,000 concepts."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Release:
    """What a release says of itself; ``program`` is the version of translate-kit."""

    name: str
    revision: str
    day: str
    who: str
    concepts: int
    program: str = __version__


def release_bytes(glossary: Glossary, name: str, *, who: str, day: date) -> tuple[Release, bytes]:
    """The release of a glossary, and its file."""
    release = Release(name, glossary.revision, day.isoformat(), who, len(glossary))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in _contents(glossary, release).items():
            archive.writestr(zipfile.ZipInfo(path, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return release, written.getvalue()


def _contents(glossary: Glossary, release: Release) -> Mapping[str, bytes]:
    told = json.dumps(asdict(release), ensure_ascii=False, indent=2) + "\n"
    files = {MANIFEST: told.encode("utf-8")}
    for domain in glossary.domains:
        concepts = [concept for concept in glossary if concept.domain == domain]
        files[f"{domain}/{CONCEPTS}"] = folder.concepts_csv(concepts)
        for language in LANGUAGES:
            files[f"{domain}/{language}.csv"] = folder.terms_csv(concepts, language)
    return files


def read_release(path: Path) -> tuple[Release, Glossary]:
    """A release and its glossary; raises BadData for what is none, or was changed since."""
    try:
        with zipfile.ZipFile(io.BytesIO(read_bytes(path))) as archive:
            release = Release(**json.loads(archive.read(MANIFEST)))
            glossary = _glossary(path, archive)
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError) as error:
        why = _("this is no release of a glossary: {why}").format(why=error)
        raise BadData(path, why) from None
    if glossary.revision != release.revision:
        why = _("the release was changed: it says {said}, but holds {found}")
        raise BadData(path, why.format(said=release.revision, found=glossary.revision))
    return release, glossary


def _glossary(path: Path, archive: zipfile.ZipFile) -> Glossary:
    """Only files that a release has are unpacked, each into its place below a new folder."""
    if sum(part.file_size for part in archive.infolist()) > LARGEST:
        raise BadData(path, _("this is no release of a glossary: it is too large"))
    with tempfile.TemporaryDirectory() as place:
        for part in archive.namelist():
            domain, _slash, file = part.partition("/")
            if file in (CONCEPTS, *(f"{language}.csv" for language in LANGUAGES)):
                if domain in ("", ".", "..") or "\\" in domain or ":" in domain:
                    why = _("this is no release of a glossary: {why}")
                    raise BadData(path, why.format(why=part))
                target = Path(place) / domain / file
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(archive.read(part))
        return Glossary.load([Path(place)])
