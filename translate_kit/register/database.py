"""The register's file: a database with the tables of ``migrations``."""

from pathlib import Path

from translate_kit.files.database import PATIENCE, Database
from translate_kit.messages import _
from translate_kit.register.migrations import MIGRATIONS

APPLICATION_ID = 0x746B7267  # "tkrg"


def database(path: Path, patience: float = PATIENCE) -> Database:
    """The register in ``path``, which is small enough to be examined whenever it is opened."""
    return Database(path, _("correspondence register"), APPLICATION_ID, MIGRATIONS, patience)
