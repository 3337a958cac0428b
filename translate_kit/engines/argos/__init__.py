"""The ``argos`` engine: model packages run by CTranslate2."""

from translate_kit.engines.argos.engine import Argos

__all__ = ["Argos"]
