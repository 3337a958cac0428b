"""What a batch did, for the person who reads its translations: one page for each run."""

from translate_kit.batch.report.page import page
from translate_kit.batch.report.report import Report

__all__ = ["Report", "page"]
