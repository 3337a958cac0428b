"""The wide sheet for staff, as a format among the others."""

from collections.abc import Mapping, Sequence

from translate_kit.glossary.concept import Concept
from translate_kit.glossary.exchange import Options
from translate_kit.glossary.sheet import read_sheet as read
from translate_kit.glossary.sheet import sheet_bytes

__all__ = ["read", "write"]


def write(concepts: Sequence[Concept], options: Options) -> Mapping[str, bytes]:
    """One workbook."""
    return {f"{options.name}.xlsx": sheet_bytes(concepts, revision=options.revision)}
