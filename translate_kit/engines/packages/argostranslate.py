"""Argostranslate's package layer, imported without what its import does to the machine.

``argostranslate.settings`` makes four folders in the person's home at import, prints when its
settings file is broken, and fails where the home is read-only. So it is imported while its
environment points to a scratch folder, and taken out of ``sys.modules`` again: a program that
embeds us and imports argostranslate for itself finds it untouched.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from types import ModuleType

from translate_kit.errors import BadData
from translate_kit.files import read_text

_NAME = "argostranslate"
_HOMES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR")
_lock = RLock()


@cache
def package() -> ModuleType:
    """The module ``argostranslate.package``: what a package's metadata mean, and its tokenizers."""
    with _lock, TemporaryDirectory() as scratch, _environment(scratch), _own_modules():
        return import_module(f"{_NAME}.package")


def package_folders() -> tuple[Path, ...]:
    """Where argostranslate keeps packages, by its variables and its settings file; none is made.

    The rules are those of ``argostranslate.settings`` 1.11: the variable ``ARGOS_PACKAGES_DIR``,
    the same name in ``settings.json``, else ``argos-translate/packages`` among the data; in a snap
    also the packages that it brings.
    """
    listed = os.environ.get("ARGOS_PACKAGES_DIR") or _settings().get("ARGOS_PACKAGES_DIR")
    first = Path(str(listed)) if listed else _data_home() / "argos-translate" / "packages"
    return (first, *_snap_folders())


def _settings() -> dict[str, object]:
    import json

    config = Path(os.environ.get("XDG_CONFIG_HOME") or _home() / ".config")
    path = config / "argos-translate" / "settings.json"
    if not path.is_file():
        return {}
    try:
        settings = json.loads(read_text(path))
    except ValueError as error:
        raise BadData(path, str(error)) from None
    return settings if isinstance(settings, dict) else {}


def _home() -> Path:
    return Path(os.environ["SNAP_USER_DATA"]) if "SNAP" in os.environ else Path.home()


def _data_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or _home() / ".local" / "share")


def _snap_folders() -> Iterator[Path]:
    if "SNAP" in os.environ:
        custom = Path(os.environ["SNAP"]) / "snap_custom"
        yield from (f for f in (custom / "packages",) if f.is_dir())
        content = custom / "content_snap_packages"
        yield from sorted(f for f in content.iterdir() if f.is_dir()) if content.is_dir() else ()


@contextmanager
def _environment(scratch: str) -> Iterator[None]:
    kept = {name: os.environ.get(name) for name in (*_HOMES, "KMP_DUPLICATE_LIB_OK")}
    os.environ.update(dict.fromkeys(_HOMES, scratch))
    try:
        yield
    finally:
        for name, value in kept.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def _own_modules() -> Iterator[None]:
    """What is imported inside is not left in ``sys.modules``."""
    theirs = _taken_out()
    try:
        yield
    finally:
        _taken_out()
        sys.modules.update(theirs)


def _taken_out() -> dict[str, ModuleType]:
    names = [name for name in sys.modules if name == _NAME or name.startswith(f"{_NAME}.")]
    return {name: sys.modules.pop(name) for name in names}
