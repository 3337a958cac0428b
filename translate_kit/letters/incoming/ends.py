"""The letterhead and the foot of a letter, where its date, number and writer stand."""

from collections.abc import Sequence
from typing import TypeVar

_HEAD, _FOOT = 5, 4  # paragraphs

T = TypeVar("T")


def ends(paragraphs: Sequence[T]) -> tuple[T, ...]:
    """The first and the last paragraphs; a short letter is all ends."""
    if len(paragraphs) <= _HEAD + _FOOT:
        return tuple(paragraphs)
    return (*paragraphs[:_HEAD], *paragraphs[-_FOOT:])
