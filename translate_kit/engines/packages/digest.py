"""SHA-256 of a package's files: read once, and again only when a file has changed."""

import hashlib
from functools import lru_cache
from pathlib import Path

from translate_kit.engines.packages.package import Package


def digest(package: Package) -> str:
    """The first 16 hex digits of the hash over all files that decide the answers."""
    whole = hashlib.sha256()
    for path in package.files():
        whole.update(f"{path.relative_to(package.folder).as_posix()}\0".encode())
        whole.update(bytes.fromhex(file_digest(path)))
    return whole.hexdigest()[:16]


def file_digest(path: Path) -> str:
    """SHA-256 of one file, in hex."""
    state = path.stat()
    return _digest(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=4096)
def _digest(path: Path, _size: int, _changed: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
