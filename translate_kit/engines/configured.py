"""The ``[engine]`` and ``[models]`` tables of a workspace.

    [engine]
    name = "argos"      # argos, memory, http or a plug-in's; without it argos where packages are
    quality = "best"    # best or draft
    device = "cpu"      # cpu, cuda, or auto: cuda where it is ready
    threads = 0         # 0: as many as there are cores

    [models]
    folders = ["models"]    # beside argostranslate's own, and before it
    index = ["http://mirror.local/index.json"]  # lists of packages, mirrors of each other

Any other key of ``[engine]`` is the engine's own option.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from translate_kit.engines.engine import EngineSettings
from translate_kit.engines.packages.argostranslate import package_folders
from translate_kit.errors import BadData, UserError
from translate_kit.messages import _

_TEXTS = ("name", "quality", "device")


@dataclass(frozen=True, slots=True)
class Choice:
    """The engine that a workspace names, empty where it names none, and its settings."""

    name: str
    settings: EngineSettings
    indexes: tuple[str, ...] = ()
    """Where ``models available`` looks, mirrors of each other; Argos's own list if empty."""

    def with_wishes(self, *, quality: str | None, device: str | None) -> "Choice":
        """The same with what the command line says; None leaves a setting as it is."""
        settings = replace(
            self.settings,
            quality=quality or self.settings.quality,
            device=device or self.settings.device,
        )
        return replace(self, settings=settings)


def read_choice(settings: Mapping[str, Any], file: Path | None) -> Choice:
    """The choice in ``settings``, the whole of a workspace's; ``file`` is named in refusals."""
    place = file or Path()
    table = dict(_table(settings, "engine", place))
    for key in _TEXTS:
        if not isinstance(table.get(key, ""), str):
            raise BadData(place, _("write a text in quotes"), field=f"engine.{key}")
    threads = table.pop("threads", 0)
    if not isinstance(threads, int) or isinstance(threads, bool) or not 0 <= threads <= 1024:
        raise BadData(place, _("write a whole number from 0 to 1024"), field="engine.threads")
    name = table.pop("name", "")
    known = {key: table.pop(key) for key in ("quality", "device") if key in table}
    folders = model_folders(settings, file)
    try:
        engine = EngineSettings(**known, threads=threads, models=folders, options=table)
        return Choice(name, engine, _listed(settings, "index", place))
    except UserError as error:
        raise BadData(place, str(error), field="engine") from None


def model_folders(settings: Mapping[str, Any], file: Path | None) -> tuple[Path, ...]:
    """Where packages are looked for: the workspace's folders, then argostranslate's."""
    place = file or Path()
    own = (place.parent / Path(each).expanduser() for each in _listed(settings, "folders", place))
    return tuple(dict.fromkeys((*own, *package_folders())))


def _listed(settings: Mapping[str, Any], key: str, file: Path) -> tuple[str, ...]:
    table = _table(settings, "models", file)
    surplus = table.keys() - {"folders", "index"}
    if surplus:
        raise BadData(file, _("unknown key"), field=f"models.{min(surplus)}")
    listed = table.get(key, [])
    if not isinstance(listed, list) or not all(isinstance(each, str) and each for each in listed):
        why = _('write a list of texts: {key} = ["…"]')
        raise BadData(file, why.format(key=key), field=f"models.{key}")
    return tuple(listed)


def _table(settings: Mapping[str, Any], name: str, file: Path) -> Mapping[str, Any]:
    table = settings.get(name, {})
    if not isinstance(table, dict):
        raise BadData(file, _("write a table: [{name}]").format(name=name), field=name)
    return table
