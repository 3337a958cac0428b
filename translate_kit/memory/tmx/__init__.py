"""TMX, the exchange format of translation memories (version 1.4b of the specification).

``read`` and ``write`` take a file unit by unit, however large it is. What a unit says of itself
beyond what we keep in fields of our own stays in its ``attributes`` and is written out again.
"""

from translate_kit.memory.tmx.reading import read
from translate_kit.memory.tmx.writing import write

__all__ = ["read", "write"]
