"""Folders laid over each other."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Overlay:
    """Folders laid over each other: the first that has a file wins, file by file.

    The workspace's own folder lies over the shipped one, so that a person who changes one template
    keeps getting the improvements of all the others.
    """

    folders: tuple[Path, ...]

    def find(self, name: str) -> Path | None:
        """The path of the file ``name`` (``"appeal/ru.md.j2"``), or None where no folder has it."""
        return next((f / name for f in self.folders if (f / name).is_file()), None)

    def containing(self, name: str) -> tuple[str, ...]:
        """The names of all sub-folders that hold a file ``name``, sorted."""
        found = {path.parent.name for f in self.folders for path in f.glob(f"*/{name}")}
        return tuple(sorted(found))
