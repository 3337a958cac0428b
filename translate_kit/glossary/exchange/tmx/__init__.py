"""The glossary as TMX 1.4b: a unit per concept with its preferred terms in all languages."""

from translate_kit.glossary.exchange.tmx.reading import read
from translate_kit.glossary.exchange.tmx.writing import write

__all__ = ["read", "write"]
