"""Which model packages are installed, in all the folders that hold some."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_kit.engines.packages.described import DESCRIPTION, read_described
from translate_kit.engines.packages.package import METADATA, Package, newest_first, read_argos
from translate_kit.engines.route import no_package
from translate_kit.errors import UserError
from translate_kit.messages import _
from translate_kit.model import Pair

READERS: dict[str, Callable[[Path], Sequence[Package]]] = {
    METADATA: lambda folder: (read_argos(folder),),
    DESCRIPTION: read_described,
}
"""By the file that describes a package: how it is read. One folder may hold several directions."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A folder that looks like a package and is none, and why."""

    folder: Path
    why: str


@dataclass(frozen=True, slots=True)
class Registry:
    """The packages, those of earlier folders first; a broken one harms no other.

    ``folders`` are those that were looked through, whether they are there or not.
    """

    folders: tuple[Path, ...]
    packages: tuple[Package, ...]
    broken: tuple[Broken, ...] = ()

    @classmethod
    def scan(cls, folders: Sequence[Path]) -> "Registry":
        """Read every package; of two for one direction the first folder's newest serves."""
        packages, broken = list[Package](), list[Broken]()
        for folder in candidates(folders):
            try:
                packages += read(folder)
            except (UserError, OSError) as error:
                broken.append(Broken(folder, str(error)))
        packages.sort(key=lambda p: (folders.index(p.folder.parent), newest_first(p.version)))
        return cls(tuple(folders), tuple(packages), tuple(broken))

    def pairs(self) -> tuple[Pair, ...]:
        """The directions there are packages for, sorted."""
        return tuple(sorted({package.pair for package in self.packages}))

    def find(self, pair: Pair) -> Package | None:
        """The package that serves a direction, or None."""
        return next((package for package in self.packages if package.pair == pair), None)

    def package(self, pair: Pair) -> Package:
        """The package that serves a direction; raises UserError saying what to install."""
        found = self.find(pair)
        if found is None:
            raise no_package(pair, self.pairs())
        return found


def candidates(folders: Sequence[Path]) -> Iterator[Path]:
    """Every folder that may be a package, hidden ones aside."""
    for folder in folders:
        if folder.is_dir():
            yield from sorted(
                path for path in folder.iterdir() if path.is_dir() and path.name[0] != "."
            )


def read(folder: Path) -> Sequence[Package]:
    """The packages in one folder; raises UserError where there is none or it is broken."""
    for name, reader in READERS.items():
        if (folder / name).is_file():
            return reader(folder)
    raise UserError(
        _("{folder}: no model package (it has no {names})").format(
            folder=folder, names=_(" or ").join(READERS)
        )
    )
