"""Which sentences of a translation say which sentences of its source.

``align`` finds, by dynamic programming, the likeliest way to part two texts into beads: one
sentence against one, one against two or three, or a sentence that the other side lacks. It weighs
lengths (Gale and Church, 1993) and what both sides share: numbers by value, codes and Latin words,
marks, everyday words of all five languages, the sounds of names, and the glossary's terms where
the caller passes them. Nothing is downloaded or trained.
"""

from translate_kit.languages.alignment.alignment import align
from translate_kit.languages.alignment.bead import Bead
from translate_kit.languages.alignment.clues import Terms

__all__ = ["Bead", "Terms", "align"]
