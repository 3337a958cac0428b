"""Translation memory: what has been translated before, and who vouches for it.

``Memory.exact`` answers for the same words, ``lookup`` also for the same sentence with other
numbers, dates and codes, as far as that can be proven; ``fuzzy`` offers near matches to a
reviewer and never passes them off as done.
"""

from translate_kit.memory.memory import LEAST, Memory
from translate_kit.memory.store import Added, Store
from translate_kit.memory.unit import FuzzyMatch, Match, Origin, Provenance, Substitution, Unit

__all__ = [
    "LEAST",
    "Added",
    "FuzzyMatch",
    "Match",
    "Memory",
    "Origin",
    "Provenance",
    "Store",
    "Substitution",
    "Unit",
]
