"""Where a person's machine keeps what can be made again."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder for caches: ``TRANSLATE_KIT_CACHE``, or the system's place; it may not exist yet.

    Windows: ``%LOCALAPPDATA%``; macOS: ``~/Library/Caches``; elsewhere the XDG base directory.
    """
    if environment.get("TRANSLATE_KIT_CACHE"):
        return Path(environment["TRANSLATE_KIT_CACHE"])
    if sys.platform == "win32":
        own = environment.get("LOCALAPPDATA")
        return (Path(own) if own else Path.home() / "AppData" / "Local") / "translate-kit" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "translate-kit"
    own = environment.get("XDG_CACHE_HOME")
    return (Path(own) if own else Path.home() / ".cache") / "translate-kit"
