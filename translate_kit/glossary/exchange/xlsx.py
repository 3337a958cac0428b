"""The wide sheet for staff, as a format among the others."""

from collections.abc import Sequence

from translate_kit.glossary.concept import Concept
from translate_kit.glossary.exchange import Export, Options
from translate_kit.glossary.sheet import read_sheet as read
from translate_kit.glossary.sheet import sheet_bytes

__all__ = ["read", "write"]


def write(concepts: Sequence[Concept], options: Options) -> Export:
    """One workbook."""
    return Export({options.named(".xlsx"): sheet_bytes(concepts, revision=options.revision)})
