"""The person's cache: downloads under way, and measurements of packages in read-only folders."""

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """``%LOCALAPPDATA%\\translate-kit\\cache``, or ``translate-kit`` in the XDG cache; not made."""
    local = os.environ.get("LOCALAPPDATA")
    if sys.platform == "win32" and local:
        return Path(local) / "translate-kit" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "translate-kit"
