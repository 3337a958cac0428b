"""TBX-Basic in the style DCA: data categories as attributes."""

from collections.abc import Sequence

from translate_kit.glossary.concept import Concept
from translate_kit.glossary.exchange import Export, Options
from translate_kit.glossary.exchange.tbx.reading import read
from translate_kit.glossary.exchange.tbx.writing import tbx_bytes

__all__ = ["read", "write"]


def write(concepts: Sequence[Concept], options: Options) -> Export:
    """One file."""
    content = tbx_bytes(concepts, "dca", title=options.file.stem, revision=options.revision)
    return Export({options.named(".tbx"): content})
