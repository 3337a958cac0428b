"""The licences that installed packages state: in a file of their own, their metadata, a README."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from translate_kit.engines.packages.described import DESCRIPTION, licence
from translate_kit.engines.packages.package import METADATA, Package
from translate_kit.files import read_office_text, read_text

_FILES = ("licence", "license", "copying", "notice", "readme", "credits")


@dataclass(frozen=True, slots=True)
class Licence:
    """What one package says: ``stated`` is a short name, perhaps empty; ``texts`` are whole files,
    name -> text."""

    package: Package
    stated: str
    texts: dict[str, str]


def licences(packages: tuple[Package, ...]) -> Iterator[Licence]:
    """What each package states; a folder with several directions is told once."""
    seen = set[Path]()
    for package in packages:
        if package.folder not in seen:
            seen.add(package.folder)
            yield Licence(package, _stated(package.folder), dict(_texts(package.folder)))


def _stated(folder: Path) -> str:
    if (folder / DESCRIPTION).is_file():
        return licence(folder)
    metadata = json.loads(read_text(folder / METADATA))
    return str(metadata.get("license") or metadata.get("licence") or "")


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name.lower().startswith(_FILES):
            yield path.name, read_office_text(path).strip()
