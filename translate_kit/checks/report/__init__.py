"""What was checked and what was found, ready to be shown: as lines, as JSON, as a page.

``review`` runs every check on a bitext; ``text_lines``, ``record`` and ``page`` show the result.
"""

from translate_kit.checks.report.lines import text_lines
from translate_kit.checks.report.page import page
from translate_kit.checks.report.record import record
from translate_kit.checks.report.report import Checked, Report, review

__all__ = ["Checked", "Report", "page", "record", "review", "text_lines"]
