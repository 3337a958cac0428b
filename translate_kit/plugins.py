"""Built-ins and plug-ins go through one door: a table ``name -> "module:attribute"``.

A table lists the built-ins; installed packages add to it by entry points of the group
``translate_kit.<table>``. Nothing is imported before it is asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from translate_kit.errors import NotKnown, UserError
from translate_kit.messages import _


@dataclass(frozen=True, slots=True)
class Table:
    """The things of one kind: ``what`` names the kind in messages, ``group`` the entry points."""

    group: str
    what: str
    builtin: Mapping[str, str]

    def places(self) -> dict[str, str]:
        """Name -> ``"module:attribute"`` of built-ins and plug-ins.

        Raises UserError where a plug-in takes a name that is taken: which of two engines called
        ``argos`` answers must never depend on the order of installation.
        """
        merged = dict(self.builtin)
        for plugin in self._plugins():
            if plugin.name in merged and merged[plugin.name] != plugin.value:
                raise UserError(
                    _("two plug-ins offer the {what} “{name}”: {first} and {second}").format(
                        what=self.what,
                        name=plugin.name,
                        first=merged[plugin.name],
                        second=plugin.value,
                    )
                )
            merged[plugin.name] = plugin.value
        return merged

    def load(self, name: str) -> Any:
        """The thing called ``name``; raises NotKnown where the table has none."""
        place = self.builtin.get(name) or self.places().get(name)
        if place is None:
            raise NotKnown(self.what, name, self.places())
        module, _colon, attribute = place.partition(":")
        loaded = import_module(module)
        return getattr(loaded, attribute) if attribute else loaded

    def _plugins(self) -> tuple[EntryPoint, ...]:
        return tuple(entry_points(group=f"translate_kit.{self.group}"))
