"""Asking an engine for many sentences at once, so that one it fails on costs no other."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from translate_kit.engines.engine import Engine, Hypothesis, TermAware
from translate_kit.errors import EngineFailure
from translate_kit.model import Pair

log = logging.getLogger(__name__)

Answer = tuple[Hypothesis, ...] | EngineFailure
Terms = Sequence[tuple[str, str]]
"""The terms of a sentence with what the glossary has for them, for engines that take a hint."""


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence for the engine, and the terms in it."""

    sentence: str
    terms: Terms = ()


def ask(engine: Engine, pair: Pair, questions: Sequence[Question], hypotheses: int) -> list[Answer]:
    """An answer or the failure for each; where all together fail, the halves are tried alone."""
    if not questions:
        return []
    sentences = [each.sentence for each in questions]
    try:
        if isinstance(engine, TermAware):
            terms = [each.terms for each in questions]
            return list(engine.translate_with_terms(sentences, pair, terms, hypotheses=hypotheses))
        return list(engine.translate(sentences, pair, hypotheses=hypotheses))
    except EngineFailure as failure:
        log.warning("%s: the engine failed on %d sentences together", pair, len(sentences))
        if len(sentences) == 1:
            return [failure]
    half = len(questions) // 2
    return [
        *ask(engine, pair, questions[:half], hypotheses),
        *ask(engine, pair, questions[half:], hypotheses),
    ]
