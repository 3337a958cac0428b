"""The ``[engine]`` and ``[models]`` tables of a workspace.

    [engine]
    name = "argos"      # argos, memory, http or a plug-in's; without it argos where packages are
    quality = "best"    # best or draft
    device = "cpu"      # cpu or cuda
    threads = 0         # 0: as many as there are cores

    [models]
    folders = ["models"]    # beside argostranslate's own, and before it

Any other key of ``[engine]`` is the engine's own option.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from translate_kit.engines.argostranslate import package_folders
from translate_kit.engines.engine import EngineSettings
from translate_kit.errors import BadData, UserError
from translate_kit.messages import _

_TEXTS = ("name", "quality", "device")


@dataclass(frozen=True, slots=True)
class Choice:
    """The engine that a workspace names, empty where it names none, and its settings."""

    name: str
    settings: EngineSettings

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
        return Choice(name, EngineSettings(**known, threads=threads, models=folders, options=table))
    except UserError as error:
        raise BadData(place, str(error), field="engine") from None


def model_folders(settings: Mapping[str, Any], file: Path | None) -> tuple[Path, ...]:
    """Where packages are looked for: the workspace's folders, then argostranslate's."""
    place = file or Path()
    table = _table(settings, "models", place)
    listed = table.get("folders", [])
    if table.keys() - {"folders"} or not isinstance(listed, list):
        raise BadData(place, _('write: folders = ["models"]'), field="models")
    if not all(isinstance(each, str) and each for each in listed):
        raise BadData(place, _("write the folders in quotes"), field="models.folders")
    own = (place.parent / Path(each).expanduser() for each in listed)
    return tuple(dict.fromkeys((*own, *package_folders())))


def _table(settings: Mapping[str, Any], name: str, file: Path) -> Mapping[str, Any]:
    table = settings.get(name, {})
    if not isinstance(table, dict):
        raise BadData(file, _("write a table: [{name}]").format(name=name), field=name)
    return table
