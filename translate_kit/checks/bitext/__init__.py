"""Bilingual texts from files: whatever a translator hands over, as rows of source and target.

Either one file that holds both (TSV, CSV, XLSX, TMX, XLIFF 1.2 and 2) or two files (text, Word and
the other document formats), which are paired line by line or paragraph by paragraph where they
match, and otherwise aligned sentence by sentence (``languages.alignment``).
"""

from translate_kit.checks.bitext.reading import read_bitext
from translate_kit.checks.bitext.row import Bitext, Row, Wanted

__all__ = ["Bitext", "Row", "Wanted", "read_bitext"]
