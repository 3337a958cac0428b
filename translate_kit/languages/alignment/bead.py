"""The outcome of an alignment: which sentences go together, and how sure that is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences of the source, by their positions, and those of the target that say the same.

    One of the two is empty where the other side lacks it. ``score`` is the logarithm of how much
    likelier the sentences are as translations of each other than by chance; 0 for a lonely one.
    """

    source: range
    target: range
    score: float
