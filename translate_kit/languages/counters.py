"""Counters: the measure words between a number and a thing, in five languages."""
from dataclasses import dataclass
from collections.abc import Mapping

@dataclass(frozen=True, slots=True)
class Counter:
    """One way of counting, e.g. ``pair``: 双, pair/pairs, пара, 켤레, 双."""
    id: str
    names: Mapping[str, str]
