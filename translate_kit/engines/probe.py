"""What a model was measured to do, kept beside it, or in the person's cache where that can't be."""

import json
from dataclasses import asdict
from pathlib import Path

from translate_kit.engines.cache import cache_folder
from translate_kit.engines.engine import Probe
from translate_kit.engines.packages.digest import digest
from translate_kit.engines.packages.package import Package
from translate_kit.engines.packages.record import PROBE
from translate_kit.errors import CannotWrite
from translate_kit.files import write_files

_EDITION = 2
"""Of the set and of what is measured on it: a result of another edition does not count."""


def read_probe(package: Package) -> Probe | None:
    """What was measured of exactly this model; None where nothing was, or of another edition."""
    for path in _places(package):
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            if kept.pop("model") == digest(package) and kept.pop("edition") == _EDITION:
                return Probe(**kept)
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            continue  # not there or not ours: measured again when somebody asks
    return None


def keep_probe(package: Package, probe: Probe) -> Path:
    """Keep a result beside the package, or in the cache; returns where."""
    kept = {"model": digest(package), "edition": _EDITION, **asdict(probe)}
    content = json.dumps(kept, ensure_ascii=False, indent=1).encode()
    beside, cached = _places(package)
    try:
        write_files({beside: content}, overwrite=True)
    except CannotWrite:
        write_files({cached: content}, overwrite=True)
        return cached
    return beside


def _places(package: Package) -> tuple[Path, Path]:
    """One package may serve several directions, each with a result of its own."""
    name = PROBE.replace(".json", f"-{package.pair}.json")
    return package.folder / name, cache_folder() / "probes" / f"{digest(package)}-{name}"
