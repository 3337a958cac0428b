"""XLIFF 2.1 and 1.2 for a reviewer's tool, and back: a translated document sentence by sentence.

``write`` makes the file, ``read`` gives back what the reviewer made of it. No skeleton goes along:
the document is written anew from its original, which the file names with its SHA-256.
"""

from translate_kit.formats.interchange.reading import read
from translate_kit.formats.interchange.values import (
    VERSIONS,
    Candidate,
    Mark,
    MarkKind,
    Offer,
    Remark,
    Returned,
    ReturnedSegment,
    Segment,
    Unit,
    placed_marks,
)
from translate_kit.formats.interchange.writing import write

__all__ = [
    "VERSIONS",
    "Candidate",
    "Mark",
    "MarkKind",
    "Offer",
    "Remark",
    "Returned",
    "ReturnedSegment",
    "Segment",
    "Unit",
    "placed_marks",
    "read",
    "write",
]
