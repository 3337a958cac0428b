"""Engines: what turns sentences of one language into another, and the model packages they need.

``engine`` is the seam: a new engine is a module with a function that takes ``EngineSettings`` and
gives an ``Engine``, and a row in ``TABLE`` or an entry point of the group
``translate_kit.engines``.
"""

from typing import cast

from translate_kit.engines.engine import Engine, EngineSettings, Hypothesis
from translate_kit.engines.plugged import open_plugged
from translate_kit.plugins import Table

TABLE = Table(
    "engines",
    "engine",
    {
        "argos": "translate_kit.engines.argos:Argos",
        "http": "translate_kit.engines.http:open_http",
        "memory": "translate_kit.engines.nothing:Nothing",
    },
)


def open_engine(name: str, settings: EngineSettings) -> Engine:
    """The engine of that name; NotKnown for another name, UserError where it can't be used."""
    if name not in TABLE.builtin and name in TABLE.places():
        return open_plugged(name, lambda: TABLE.load(name), settings)
    return cast(Engine, TABLE.load(name)(settings))


__all__ = ["TABLE", "Engine", "EngineSettings", "Hypothesis", "open_engine"]
