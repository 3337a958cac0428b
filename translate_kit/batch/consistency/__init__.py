"""One thing said in several ways across documents: a term, or the same short text.

``Account`` takes passages in and gives what is rendered in more ways than one, each place with
what to write instead; ``text_lines``, ``record``, ``page`` and ``workbook`` show it.
"""

from translate_kit.batch.consistency.account import Account
from translate_kit.batch.consistency.inconsistency import Inconsistency, Kind, Rendering, Use
from translate_kit.batch.consistency.lines import text_lines
from translate_kit.batch.consistency.page import page
from translate_kit.batch.consistency.record import record
from translate_kit.batch.consistency.workbook import workbook

__all__ = [
    "Account",
    "Inconsistency",
    "Kind",
    "Rendering",
    "Use",
    "page",
    "record",
    "text_lines",
    "workbook",
]
