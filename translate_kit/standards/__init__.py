"""Standards: codes however they are typed, editions by date, and the cross-walk between countries.

Nothing here decides that a product will do. Every answer says how sure its row is, and what experts
have to verify.
"""

from translate_kit.standards.codes import Code, CodeFound, find_codes, normalise, same_standard
from translate_kit.standards.comparison import Comparison, Relation
from translate_kit.standards.editions import Edition, Standing
from translate_kit.standards.table import EditionOn, Standard, Standards

__all__ = [
    "Code",
    "CodeFound",
    "Comparison",
    "Edition",
    "EditionOn",
    "Relation",
    "Standard",
    "Standards",
    "Standing",
    "find_codes",
    "normalise",
    "same_standard",
]
