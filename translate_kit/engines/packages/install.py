"""Installing and removing model packages, each wholly or not at all."""

import shutil
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from zipfile import ZipFile

from translate_kit.engines.argos.loaded import Decoding, Loaded
from translate_kit.engines.argos.weights import Weights
from translate_kit.engines.engine import EngineSettings
from translate_kit.engines.packages import registry
from translate_kit.engines.packages.archive import extract, open_archive
from translate_kit.engines.packages.bundle import MANIFEST, PACKAGES, Manifest, read_manifest
from translate_kit.engines.packages.package import METADATA, Package, damaged
from translate_kit.engines.packages.record import recorded, write_record
from translate_kit.engines.packages.registry import Registry
from translate_kit.engines.packages.staging import place, staging
from translate_kit.errors import BadData, EngineFailure, UserError
from translate_kit.messages import _


class Outcome(StrEnum):
    """What became of a package."""

    INSTALLED = "installed"
    REPLACED = "replaced"
    ALREADY = "already"


@dataclass(frozen=True, slots=True)
class Installed:
    """A package that is in its place now, as it is described there."""

    package: Package
    outcome: Outcome


def install(
    file: Path, into: Path, there: Registry, *, replace: bool = False, source: str = ""
) -> tuple[Installed, ...]:
    """Install the package or the bundle in ``file`` into the folder ``into``.

    ``there`` is what is installed already; ``source`` is recorded, the file's name without it.
    A package is unpacked aside, read, loaded once and only then given its place; of a bundle all
    packages or none. Raises BadData for a hostile or damaged file, UserError where a direction has
    a package already and ``replace`` is not given. The very same package again is no error.
    """
    with staging(into) as scratch:
        homes = _unpack(file, scratch)
        described = [(home, _examined(home, file)) for home in homes]
        _refuse_twice(file, [package for _home, packages in described for package in packages])
        for home, _packages in described:
            write_record(home, source or file.name)
        with ExitStack() as undo:
            done = [
                each
                for home, packages in described
                for each in _place(home, packages, into, there, undo, replace=replace)
            ]
            undo.pop_all()
    return tuple(done)


def remove(package: Package) -> None:
    """Remove the folder of a package, in one step for whoever looks."""
    with staging(package.folder.parent) as scratch:
        place(package.folder, scratch / package.folder.name)


def _unpack(file: Path, scratch: Path) -> list[Path]:
    """The folders of packages below ``scratch``."""
    with open_archive(file) as archive:
        manifest = read_manifest(archive, file)
        if manifest is not None:
            return _unpack_bundle(archive, manifest, scratch, file)
        tops = {name.split("/")[0] for name in archive.namelist()}
        if len(tops) != 1 or all("/" not in name for name in archive.namelist()):
            why = _("not a model package: it holds no single folder with {name}")
            raise BadData(file, why.format(name=METADATA))
        extract(archive, archive.infolist(), scratch)
        return [scratch / _visible(tops.pop(), file)]


def _unpack_bundle(archive: ZipFile, manifest: Manifest, scratch: Path, file: Path) -> list[Path]:
    entries = [e for e in archive.infolist() if e.filename.startswith(f"{PACKAGES}/")]
    extract(archive, entries, scratch)
    wrong = next(manifest.differences(scratch), None)
    if wrong:
        why = _("damaged: its checksum is not that of the bundle; copy the bundle again")
        raise BadData(file, why, field=wrong)
    listed = {f"{PACKAGES}/{name}" for name in manifest.packages}
    for entry in archive.infolist():
        if entry.filename != MANIFEST and "/".join(entry.filename.split("/")[:2]) not in listed:
            raise BadData(file, _("not in the list of the bundle"), field=entry.filename)
    return [scratch / PACKAGES / _visible(name, file) for name in manifest.packages]


def _visible(name: str, file: Path) -> str:
    if name.startswith("."):
        raise BadData(file, _("a hidden folder, which no package is"), field=name)
    return name


def _examined(home: Path, file: Path) -> Sequence[Package]:
    """The packages in an unpacked folder, one of them tried to see that they work.

    The paths in a refusal are those within the archive: the scratch folder is soon gone.
    """
    try:
        packages = registry.read(home)
        _try(packages[0])
    except UserError as error:
        raise BadData(file, str(error).replace(str(home), home.name)) from None
    return packages


def _try(package: Package) -> None:
    """Load a package and have it say a few words; raises UserError where it can't."""
    loaded = Loaded(package, Weights(package, EngineSettings(threads=1)))
    try:
        loaded.translate([loaded.tokenizer.split("1")], Decoding(beam=1, longest=4))
    except EngineFailure as error:
        raise damaged(package, error) from None


def _refuse_twice(file: Path, packages: Sequence[Package]) -> None:
    pairs = [package.pair for package in packages]
    twice = next((pair for pair in pairs if pairs.count(pair) > 1), None)
    if twice:
        raise BadData(file, _("two packages for {pair} in it").format(pair=twice))


def _place(
    home: Path,
    packages: Sequence[Package],
    into: Path,
    there: Registry,
    undo: ExitStack,
    *,
    replace: bool,
) -> list[Installed]:
    """One folder of packages to its place; ``undo`` brings everything back as it was."""
    olds = {old.folder: old for p in packages for old in there.packages if old.pair == p.pair}
    same = next((folder for folder in olds if recorded(folder) == recorded(home)), None)
    if same:
        return [Installed(package, Outcome.ALREADY) for package in registry.read(same)]
    if olds and not replace:
        old = next(iter(olds.values()))
        why = _("{pair} is installed already: {package} in {folder}; --replace replaces it")
        raise UserError(why.format(pair=old.pair, package=old.id, folder=old.folder))
    for folder in _replaceable(olds, packages, into, there):
        aside = home.parent / f".old-{folder.name}"
        place(folder, aside)
        undo.callback(place, aside, folder)
    target = into / home.name
    place(home, target)
    undo.callback(shutil.rmtree, target)
    outcome = Outcome.REPLACED if olds else Outcome.INSTALLED
    return [Installed(package, outcome) for package in registry.read(target)]


def _replaceable(
    olds: Iterable[Path], packages: Sequence[Package], into: Path, there: Registry
) -> list[Path]:
    """Of the folders that serve the same directions those that would serve no other."""
    ours = {package.pair for package in packages}
    return [
        folder
        for folder in olds
        if folder.parent == into
        and {old.pair for old in there.packages if old.folder == folder} <= ours
    ]
