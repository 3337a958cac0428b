"""A bundle: several model packages with their checksums in one file, for a machine without network.

It is a zip with ``bundle.json`` first and the packages below ``packages/``; nothing is packed
tighter, because weights hardly shrink.
"""

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from translate_kit.engines.packages.package import Package
from translate_kit.engines.packages.record import recorded
from translate_kit.errors import BadData
from translate_kit.files import open_whole
from translate_kit.messages import _

MANIFEST = "bundle.json"
PACKAGES = "packages"
_FORMAT = "translate-kit-bundle"
_VERSION = 1
_LONGEST_MANIFEST = 16 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says it holds: package folder -> path within it -> SHA-256."""

    packages: Mapping[str, Mapping[str, str]]

    def differences(self, unpacked: Path) -> Iterator[str]:
        """What of the bundle is not as it was packed, one line each."""
        for name, files in self.packages.items():
            folder = unpacked / PACKAGES / name
            now = recorded(folder) if folder.is_dir() else {}
            for path in sorted(files.keys() | now.keys()):
                if files.get(path) != now.get(path):
                    yield f"{name}/{path}"


def write_bundle(out: Path, packages: Sequence[Package], *, overwrite: bool = False) -> None:
    """Put the packages into one file. Raises as ``files.write_files``."""
    folders = {package.folder.name: package.folder for package in packages}
    files = {name: recorded(folder) for name, folder in folders.items()}
    made = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    manifest = {"format": _FORMAT, "version": _VERSION, "made": made, "packages": files}
    with open_whole(out, overwrite=overwrite) as file, ZipFile(file, "w", ZIP_STORED) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        for name, folder in folders.items():
            for path in files[name]:
                archive.write(folder / path, f"{PACKAGES}/{name}/{path}")


def read_manifest(archive: ZipFile, path: Path) -> Manifest | None:
    """The manifest of a bundle; None for any other archive, BadData where it is damaged."""
    if MANIFEST not in archive.namelist():
        return None
    if archive.getinfo(MANIFEST).file_size > _LONGEST_MANIFEST:
        raise BadData(path, _("too long"), field=MANIFEST)
    try:
        data = json.loads(archive.read(MANIFEST))
        packages = {
            _folder_name(name): {str(file): str(digest) for file, digest in files.items()}
            for name, files in data["packages"].items()
        }
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        why = _("not the list of a bundle: {why}").format(why=error)
        raise BadData(path, why, field=MANIFEST) from None
    if data.get("format") != _FORMAT or data.get("version") != _VERSION:
        raise BadData(path, _("a bundle of another kind or version"), field=MANIFEST)
    return Manifest(packages)


def _folder_name(name: object) -> str:
    """The archive's entries are checked, so what is not one of their folders is not there."""
    if not isinstance(name, str) or "/" in name or name in ("", ".", ".."):
        raise ValueError(name)
    return name
