"""The path of a segment: memory, preparation, engine, repair of numbers, terms, checks.

``Pipeline`` translates sentences, ``translate_text`` running text with its layout and
``translate_blocks`` the blocks of a document with their tags. Every result says where its words
come from and what a person should look at.
"""

from translate_kit.pipeline.blocks import TranslatedBlock, translate_blocks
from translate_kit.pipeline.pipeline import Pipeline, Progress
from translate_kit.pipeline.tags import Projected, project
from translate_kit.pipeline.text import (
    Placed,
    TranslatedText,
    Translator,
    cut,
    translate_text,
    translate_texts,
)
from translate_kit.pipeline.translation import (
    NumberRepair,
    Origin,
    Rung,
    Suggestion,
    TermDecision,
    Translation,
)

__all__ = [
    "NumberRepair",
    "Origin",
    "Pipeline",
    "Placed",
    "Progress",
    "Projected",
    "Rung",
    "Suggestion",
    "TermDecision",
    "TranslatedBlock",
    "TranslatedText",
    "Translation",
    "Translator",
    "cut",
    "project",
    "translate_blocks",
    "translate_text",
    "translate_texts",
]
