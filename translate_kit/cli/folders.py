"""The folder that a command writes to."""

import os
from pathlib import Path

import click

from translate_kit.messages import _

_OF_FILES = frozenset(
    (".docx", ".pdf", ".html", ".txt", ".xlsx", ".pptx", ".odt", ".md", ".csv", ".tsv")
)


class OutFolder(click.Path):
    """A folder, there or not yet. A new one that is named like a file is a slip and refused."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, file_okay=False)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Raises click.BadParameter for a file and for a new folder named like one."""
        folder = Path(value)
        if folder.suffix.lower() in _OF_FILES and not folder.exists():
            why = _("“{name}” is named like a file; give the folder, the files get their own names")
            self.fail(why.format(name=value), param, ctx)
        return super().convert(value, param, ctx)
